// When a plan makes an attempt at the codes about contexts, and about the two instructions that make them.
import { CONTEXT_DISCRIMINATOR, CONTEXT_SIZE, CONTEXT_V1_DISCRIMINATOR } from '../../spec/cpi-context';
import { ABSENT, stateTreeOf } from '../../spec/world';
import { HEADER_CHECKS } from './trees';
import {
  changeOf,
  keyAt,
  outputKey,
  pointsNowhere,
  slotKey,
  type Tried,
  type TriedCheck,
  type TriedChecks,
} from './tried';

const executes = ({ data: { cpiContext } }: Tried): boolean =>
  cpiContext !== null && !cpiContext.firstSet && !cpiContext.set;
const begins = ({ data }: Tried): boolean => data.cpiContext?.firstSet === true;
const contextIn = (tried: Pick<Tried, 'invocation'>): string =>
  slotKey(tried, 'cpi_context_account') ?? ABSENT;
const hasContext = (tried: Tried): boolean => contextIn(tried).startsWith('context:');
const isAbsent = (tried: Tried): boolean => slotKey(tried, 'cpi_context_account') === ABSENT;
const changed = (tried: Tried) => changeOf(tried, slotKey(tried, 'cpi_context_account'));
const CONTEXT_BEHIND = 8;

export const CONTEXT_CHECKS: TriedChecks = {
  'context-account-missing': (tried) => executes(tried) && isAbsent(tried),
  'context-account-left-out': (tried) => executes(tried) && !hasContext(tried),
  'write-without-account': (tried) => begins(tried) && isAbsent(tried),
  'write-account-left-out': (tried) => begins(tried) && !hasContext(tried),
  'context-without-data': (tried) => tried.data.cpiContext === null && hasContext(tried),
  'context-account-behind': ({ data, remaining }) =>
    data.cpiContext === null &&
    data.tail === undefined &&
    remaining.at(-1)?.key.startsWith('context:') === true,
  'empty-context-executed': (tried) => executes(tried) && tried.earlier.length === 0,
  'empty-context-set': ({ data, earlier }) => data.cpiContext?.set === true && earlier.length === 0,
  'other-payer': (tried) =>
    executes(tried) &&
    tried.earlier.some(({ accounts }) => accounts[0]?.key !== tried.invocation.accounts[0]?.key),
  'other-tree': (tried) => {
    const tree = stateTreeOf(outputKey(tried) ?? 'noop');
    return executes(tried) && tree !== undefined && tree !== contextIn(tried).replace('context:', 'tree:');
  },
  'first-set-again': (tried) =>
    begins(tried) && tried.earlier.some((one) => one.data.cpiContext?.firstSet === true),
  'context-of-another-owner': (tried) => changed(tried)?.owner !== undefined,
  'context-of-another-discriminator': (tried) =>
    ![undefined, CONTEXT_V1_DISCRIMINATOR].includes(changed(tried)?.discriminator),
  'context-switched-off': (tried) => changed(tried)?.discriminator === CONTEXT_V1_DISCRIMINATOR,
  'context-of-another-size': (tried) => (changed(tried)?.size ?? 0) > CONTEXT_SIZE,
  'context-listed-twice': (tried) => tried.remaining.some(({ key }) => key === contextIn(tried)),
  'executed-index-out-of-range': (tried) =>
    executes(tried) && tried.data.outputs.some(({ treeIndex }) => pointsNowhere(tried, treeIndex)),
  'executed-with-nothing': (tried) =>
    executes(tried) && tried.data.outputs.length + tried.data.inputs.length === 0,
  'context-behind': ({ data, remaining }) =>
    data.tail?.length === CONTEXT_BEHIND && remaining.at(-1)?.key.startsWith('context:') === true,
};

/** An account that is larger than a context of version 1, which both instructions can start from. */
const LARGEST = 20_488;

/** The context account is the one that the plan makes; everything else is told by the last account. */
const made = (tried: Tried) => tried.before[0];
const last = ({ invocation: { accounts } }: Tried): string => accounts.at(-1)?.key ?? '';

const COMMON: TriedChecks = {
  'unknown-discriminator': HEADER_CHECKS['unknown-discriminator'] as TriedCheck,
  'short-discriminator': HEADER_CHECKS['short-discriminator'] as TriedCheck,
  'other-owner': (tried) => made(tried)?.owner !== 'light-system',
  'other-discriminator': (tried) =>
    ![undefined, CONTEXT_DISCRIMINATOR, CONTEXT_V1_DISCRIMINATOR].includes(made(tried)?.discriminator),
  'context-in-use': (tried) => made(tried)?.discriminator === CONTEXT_DISCRIMINATOR,
  'larger-account': (tried) => (made(tried)?.size ?? 0) > LARGEST,
  'account-twice': ({ invocation: { accounts } }) =>
    new Set(accounts.map(({ key }) => key)).size < accounts.length,
};

const holdsFields: TriedCheck = ({ data }) => data.cutBytes === 0 && data.discriminator.length === 16;
const GROUPS = ['lamports', 'owners', 'trees', 'proofs', 'addresses', 'read-only', 'contexts'];
const CONTENTS: TriedChecks = Object.fromEntries(
  GROUPS.map((group): [string, TriedCheck] => [`with-${group}`, holdsFields]),
);

const prefixed = (prefix: string, checks: TriedChecks): TriedChecks =>
  Object.fromEntries(Object.entries(checks).map(([name, check]) => [`${prefix}-${name}`, check]));

export const INITIALIZATION_CHECKS: TriedChecks = {
  ...prefixed('initialize', {
    ...COMMON,
    ...CONTENTS,
    'context-as-tree': (tried) => last(tried) === tried.invocation.accounts[1]?.key,
    'address-tree': (tried) => last(tried).startsWith('address-'),
    'tree-of-another-owner': (tried) =>
      changeOf(tried, keyAt({ ...tried, remaining: tried.invocation.accounts }, 2))?.owner !== undefined,
  }),
  ...prefixed('reinitialize', { ...COMMON, ...CONTENTS }),
};
