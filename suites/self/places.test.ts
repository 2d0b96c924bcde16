// What a program is known to do in one part of a rule does not hide that it does the same in another.
import { FENCES } from '../../spec/fences';
import type { TransactionOutcome } from '../../spec/outcome';
import type { Plan } from '../../spec/plan';
import { claimById } from '../claims';
import type { Runner } from '../runner';
import { runAll } from '../run-claim';
import { realPrograms } from './real-programs';

const ALL_FENCES = new Set(FENCES.map(({ rule }) => rule));
const PROGRAMS = { version: 'wrong on purpose', systemProgram: '', accountCompression: '', caller: '' };
const CASES = 60;

type Stops = (plan: Plan, outcome: TransactionOutcome, index: number) => boolean;

/** The real programs, but where the wrong one loses a check it panics. */
const panicking = (real: Runner, stops: Stops): Runner => ({
  run: async (plan) => {
    const { transactions } = await real.run(plan);
    return {
      transactions: transactions.map((outcome, index) =>
        outcome.raised !== null && stops(plan, outcome, index)
          ? { ...outcome, raised: { ...outcome.raised, code: null, error: 'panic', panicked: true } }
          : outcome,
      ),
    };
  },
});

/** What was expected where the program panicked. */
const panicsIn = async (runner: Runner, id: string): Promise<ReadonlySet<string>> => {
  const claim = claimById(id);
  if (claim === undefined) throw new Error(`There is no claim ${id}.`);
  const run = { claim, runner, programs: PROGRAMS, seed: 1, runs: CASES, fences: ALL_FENCES };
  const { matrix } = await runAll(run, claim.cases(ALL_FENCES));
  return new Set(
    [...matrix.values()].filter(({ entry }) => entry.verdict === 'panic').map(({ entry }) => entry.expected),
  );
};

const executesContext: Stops = ({ transactions }, { failedAt }, index) => {
  const item = failedAt === null ? undefined : transactions[index]?.instructions[failedAt];
  const flags = item?.kind === 'invocation' ? item.data.cpiContext : null;
  return flags !== null && !flags.firstSet && !flags.set;
};
const always: Stops = () => true;

const WRONG: readonly (readonly [
  rule: string,
  stops: Stops,
  known: readonly string[],
  news: readonly string[],
])[] = [
  [
    'accounts/remaining-index-in-range',
    executesContext,
    ['any error (a new address)'],
    ['any error (an input from the context)', 'any error (an output from the context)'],
  ],
  [
    'accounts/remaining-tree-type',
    always,
    ['6028|any error (no tree at all)'],
    ['6028|any error (an address tree)'],
  ],
  [
    'instruction-data/truncated',
    always,
    ['any error (relay_fee)'],
    ['any error (cpi_context)', 'any error (output_compressed_accounts)'],
  ],
  [
    'accounts/context-account-writable',
    always,
    ['any error (set)'],
    ['any error (execute)', 'any error (first set)'],
  ],
  ['limits/single-tree', always, [], ['6028|any error (its own first entry)']],
  [
    'validation/tree-on-execute',
    always,
    [],
    ['6028 (an input)', '6028 (an input from the context)', '6028 (an output from the context)'],
  ],
  ['accounts/account-compression-authority-identity', always, [], ['any error (execute)']],
];

describe('A program that panics', () => {
  const real = realPrograms();

  test.each(WRONG)(
    'in other parts of %s than the published one is caught',
    async (rule, stops, known, news) => {
      expect([...(await panicsIn(real(), rule))]).toEqual(known);
      expect([...(await panicsIn(panicking(real(), stops), rule))]).toEqual(
        expect.arrayContaining([...known, ...news]),
      );
    },
  );
});
