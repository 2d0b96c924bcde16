// When a plan makes an attempt at the codes about trees, discriminators and numbers of entries.
import { DISCRIMINATOR_OF } from '../../spec/layouts';
import { INITIALIZE_DISCRIMINATOR, TREE_DISCRIMINATORS } from '../../spec/initialize';
import { REINITIALIZE_DISCRIMINATOR } from '../../spec/invoke-cpi';
import { takesOutputs } from '../../spec/world';
import {
  changeOf,
  isDescending,
  keyAt,
  outputKey,
  patchAt,
  pointsNowhere,
  type Tried,
  type TriedCheck,
  type TriedChecks,
} from './tried';

const PROGRAM_OWNER_AT = 40;
const NEXT_INDEX_AT = 280;
const TYPE_AT = 8;

const treeType = (tried: Tried): string | undefined => {
  const tree = tried.remaining.find(({ key }) => key.startsWith('tree:'))?.key;
  return patchAt(tried, tree, TYPE_AT);
};

const OF_VERSION_1: readonly (string | undefined)[] = ['0100000000000000', '0200000000000000'];

const KNOWN_ACCOUNTS: ReadonlySet<string> = new Set(Object.values(TREE_DISCRIMINATORS));
const queueSays =
  (discriminator: string): TriedCheck =>
  (tried) =>
    changeOf(tried, outputKey(tried))?.discriminator === discriminator;

const outputInto =
  (kind: RegExp): TriedCheck =>
  (tried) =>
    kind.test(outputKey(tried) ?? '');

const inputIndices = ({ data }: Tried): readonly number[] => data.inputs.map((one) => one.treeIndex);
const outputIndices = ({ data }: Tried): readonly number[] => data.outputs.map((one) => one.treeIndex);

const hasTwice = (keys: readonly (string | undefined)[]): boolean => new Set(keys).size < keys.length;

export const TREE_CHECKS: TriedChecks = {
  'queue-of-another-owner': (tried) => changeOf(tried, outputKey(tried))?.owner !== undefined,
  'queue-of-one-program': (tried) => patchAt(tried, outputKey(tried), PROGRAM_OWNER_AT) !== undefined,
  'queue-full': (tried) => patchAt(tried, outputKey(tried), NEXT_INDEX_AT) !== undefined,
  'tree-of-unknown-type': (tried) => treeType(tried) === '0700000000000000',
  'tree-of-version-1-type': (tried) => OF_VERSION_1.includes(treeType(tried)),
  'no-queue': (tried) => {
    const says = changeOf(tried, outputKey(tried))?.discriminator;
    return says !== undefined && !KNOWN_ACCOUNTS.has(says);
  },
  'queue-that-says-state-tree': queueSays(TREE_DISCRIMINATORS.stateTree),
  'queue-that-says-version-1': queueSays(TREE_DISCRIMINATORS.queue),
  'output-into-a-tree': outputInto(/^tree:[1-5]$/),
  'input-of-a-queue': (tried) =>
    tried.data.inputs.some((one) => takesOutputs(keyAt(tried, one.treeIndex) ?? 'noop')),
  'output-index-out-of-range': (tried) => outputIndices(tried).some((index) => pointsNowhere(tried, index)),
  'input-tree-out-of-range': (tried) => inputIndices(tried).some((index) => pointsNowhere(tried, index)),
  'input-queue-out-of-range': (tried) =>
    tried.data.inputs.some(({ queueIndex }) => pointsNowhere(tried, queueIndex)),
  'outputs-descend': (tried) => isDescending(outputIndices(tried)),
  'inputs-descend': (tried) => isDescending(inputIndices(tried)),
  'same-queue-twice': (tried) => {
    const used = [...new Set(outputIndices(tried))];
    return hasTwice(used.map((index) => keyAt(tried, index)));
  },
  'tree-listed-twice': ({ remaining }) => hasTwice(remaining.map(({ key }) => key)),
};

const KNOWN = new Set<string>([
  ...Object.values(DISCRIMINATOR_OF),
  INITIALIZE_DISCRIMINATOR,
  REINITIALIZE_DISCRIMINATOR,
]);
/** Two that earlier versions' programs had, and were not for callers. */
const NOT_CALLABLE: ReadonlySet<string> = new Set(['7663eef308a7fba8', '40f4bc78a7e9690a']);
const WHOLE = 16;
const MOST_OUTPUTS = 30;
const MANY_INPUTS = 30;
const MUCH_DATA = 8_900;

export const HEADER_CHECKS: TriedChecks = {
  'unknown-discriminator': ({ data: { discriminator } }) =>
    discriminator.length === WHOLE && !KNOWN.has(discriminator) && !NOT_CALLABLE.has(discriminator),
  'short-discriminator': ({ data }) => data.discriminator.length < WHOLE,
  'discriminator-of-no-callable': ({ data }) => NOT_CALLABLE.has(data.discriminator),
  'mode-byte': ({ data }) => (data.modeByte ?? 0) > 1,
  'nothing-to-do': ({ data }) => data.outputs.length + data.inputs.length + data.newAddresses.length === 0,
  'more-than-thirty-outputs': ({ data }) => data.outputs.length > MOST_OUTPUTS,
  'nine-kilobytes': ({ data }) => data.outputs.some((one) => (one.data?.bytes.length ?? 0) >= MUCH_DATA),
  'more-than-thirty-inputs': ({ data }) => data.inputs.length > MANY_INPUTS,
};
