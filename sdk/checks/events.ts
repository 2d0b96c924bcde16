// What the SDK reads from what the system program hands on for indexers, beside what is handed on.
import fc from 'fast-check';
import { valid } from '../../generators/valid';
import type { Scenario, ScenarioKind } from '../../generators/scenario';
import { base58Of } from '../../harness/base58';
import type { Handed } from '../../spec/handed';
import type { WorldAfter } from '../../spec/outcome';
import type { Hex } from '../../spec/plan';
import type { Asked, Check } from '../check';
import type { Dialect } from '../dialect';
import { SDK, type Snippet } from '../types';
import { isAccepted, ourBytes, planWith, type World } from '../world';

type Row = { readonly id: string; readonly says: string; readonly kinds: readonly ScenarioKind[] };

const ROWS: readonly Row[] = [
  {
    id: 'event/invocation',
    says: 'parseLightTransaction reads the leaves, indices, trees and nullifiers of an invocation as they were handed on.',
    kinds: ['direct', 'spend', 'compress', 'read-only-0/direct', 'read-only-0/spend', 'invoke-create'],
  },
  {
    id: 'event/execution',
    says: 'parseLightTransaction reads those of an execution that takes outputs from a context.',
    kinds: ['execute'],
  },
];

/** The target's own transaction, as it ran where account-compression only records. */
async function handedBy(scenario: Scenario, world: World): Promise<WorldAfter | null> {
  const observed = await world.record(planWith(scenario, ourBytes(scenario, world)));
  if (observed === null || !isAccepted(observed)) return null;
  return observed.transactions[scenario.target.transaction]?.after ?? null;
}

/** One line for each leaf and each nullifier. */
const linesOf = ({ leaves, nullifiers }: Handed): readonly string[] => [
  ...leaves.map(({ account, hash, leafIndex }) => `${hash} at ${leafIndex} of ${base58Of(account)}`),
  ...nullifiers.map(({ hash }) => `${hash} spent`),
];

const READ = [
  "const hex = (bytes) => Buffer.from(bytes).toString('hex');",
  'const leaves = event.outputCompressedAccountHashes.map((hash, i) => {',
  '  const tree = event.pubkeyArray[event.outputCompressedAccounts[i].merkleTreeIndex];',
  '  return `${hex(hash)} at ${event.outputLeafIndices[i]} of ${tree.toBase58()}`;',
  '});',
  'const spent = event.inputCompressedAccountHashes.map((hash) => `${hex(hash)} spent`);',
];

export type Emission = { readonly bytes: Hex; readonly data: Hex; readonly accounts: readonly string[] };

const snippet = ({ bytes, data, accounts }: Emission): Snippet => ({
  from: { [SDK]: ['parseLightTransaction'], '@solana/web3.js': ['PublicKey'] },
  lines: [
    `const accounts = ${JSON.stringify(accounts)}.map((key) => new PublicKey(key));`,
    `const system = Buffer.from('${bytes}', 'hex');`,
    `const compression = Buffer.from('${data}', 'hex');`,
    'const event = parseLightTransaction([system, compression], [accounts]);',
    ...READ,
  ],
  result: "[...leaves, ...spent].join('\\n')",
});

/** What account-compression was sent, as bytes and as we read it. */
type Emitted = { readonly emission: Emission; readonly handed: Handed };

/** Of the transaction's last execution, which is what is looked at; null where there is none, or several. */
async function emissionOf(scenario: Scenario, world: World): Promise<Emitted | null> {
  const after = await handedBy(scenario, world);
  const [handed, another] = after?.handed ?? [];
  const [emitted] = after?.emitted ?? [];
  if (handed === undefined || emitted === undefined || another !== undefined) return null;
  return { emission: { bytes: ourBytes(scenario, world), ...emitted }, handed };
}

const NOTHING: Emission = { bytes: '', data: '', accounts: [] };

export const noParser = ({ treeInfo }: Dialect): string | null =>
  treeInfo === 'tree' ? 'it reads the events of the noop program, which is not called any more' : null;

/** How a function of the SDK is asked about a call to account-compression, and what it is to say. */
export type Reader = {
  readonly snippet: (emission: Emission) => Asked['said'];
  readonly linesOf: (handed: Handed) => readonly string[];
  /** What it reads otherwise when it says something else. */
  readonly instead: string;
};

/** Whether a reader reads what the system program hands on in valid plans of these kinds. */
export const readingCheck = ({ id, says, kinds }: Row, { snippet, linesOf, instead }: Reader): Check => ({
  id,
  says,
  cases: 'many',
  skips: noParser,
  make: (world) =>
    valid(world.fences, kinds).map((scenario) => {
      let found: ReturnType<typeof emissionOf> | undefined;
      return async (): Promise<Asked> => {
        const known = await (found ??= emissionOf(scenario, world));
        return {
          said: snippet(known?.emission ?? NOTHING),
          expected: known === null ? '' : linesOf(known.handed).join('\n'),
          other: () =>
            Promise.resolve({ outcome: 'silently-else', why: `it reads something else than ${instead}` }),
          counts: () => Promise.resolve(known !== null),
        };
      };
    }),
});

const PARSER: Reader = { snippet, linesOf, instead: 'was handed on' };

/** The first eight bytes of an instruction's data say which instruction it is. */
const DISCRIMINATOR_DIGITS = 16;

const TRIES = 20;

/** What the system program calls account-compression with, by the first plan of some that makes it call. */
async function insertionOf(world: World): Promise<Hex | null> {
  for (const scenario of fc.sample(valid(world.fences, ['direct', 'compress']), {
    seed: 1,
    numRuns: TRIES,
  })) {
    const [emitted] = (await handedBy(scenario, world))?.emitted ?? [];
    if (emitted !== undefined) return emitted.data.slice(0, DISCRIMINATOR_DIGITS);
  }
  return null;
}

const INSERTION: Check = {
  id: 'discriminator/InsertIntoQueues',
  says: 'INSERT_INTO_QUEUES_DISCRIMINATOR is what the program calls account-compression with.',
  cases: 'one',
  make: (world) => {
    let known: ReturnType<typeof insertionOf> | undefined;
    return fc.constant(async (): Promise<Asked> => {
      const expected = await (known ??= insertionOf(world));
      return {
        said: {
          from: { [SDK]: ['INSERT_INTO_QUEUES_DISCRIMINATOR'] },
          lines: [],
          result: "INSERT_INTO_QUEUES_DISCRIMINATOR.toString('hex')",
        },
        expected: expected ?? '',
        other: (printed) => Promise.resolve({ outcome: 'differs', why: `it says ${printed}` }),
        counts: () => Promise.resolve(expected !== null),
      };
    });
  },
};

export const EVENT_CHECKS: readonly Check[] = [...ROWS.map((row) => readingCheck(row, PARSER)), INSERTION];
