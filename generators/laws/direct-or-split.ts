// The same inputs, outputs and SOL by one invocation, and split over writes to a context with an execution at the end.
import fc from 'fast-check';
import type { AccountData, Invocation, OutputAccount, PlannedTransaction } from '../../spec/plan';
import { V1_TREES_ONLY } from '../../spec/versions';
import type { Generated } from '../breaking';
import {
  DATALESS,
  inputSpending,
  isDataless,
  keptExecutable,
  outputOf,
  plainOutput,
  PLAIN_DATA,
  type OutputDraft,
} from '../entries';
import { invocation, transactionOf } from '../invocation';
import { grouped } from '../scenarios/context';
import { setting, type Fences } from '../settings';
import { accountData, caller, optional } from '../values';
import { EMPTY_SETS } from '../written';
import { marksOf, piecesOf, type Entries } from './pieces';
import { planOf, roads, withComputeUnits } from './roads';
import { moves, solData, solIn, type Sol } from './sol';
import { split, type Splitting } from './split';

/** A new transaction begins: not often, since each costs time and another law is about it. */
const rarely = fc.nat(4).map((dice) => dice === 4);

const draft = (fences: Fences) =>
  fc.record({
    where: setting(fences),
    spent: fences.has(V1_TREES_ONLY)
      ? fc.constant([])
      : fc.oneof(fc.constant([]), fc.array(accountData, { minLength: 1, maxLength: 2 })),
    outputs: fc.array(plainOutput, { minLength: 2, maxLength: 4 }),
    sol: solIn(fences),
    /** Where the list of entries is cut; taken modulo the number of places. */
    cuts: fc.array(fc.nat(100), { minLength: 1, maxLength: 5 }),
    writers: fc.array(caller, { minLength: 6, maxLength: 6 }),
    /** Writes nothing, in between. */
    visitor: fences.has(EMPTY_SETS) ? fc.constant(null) : optional(caller),
    separate: fc.array(rarely, { minLength: 6, maxLength: 6 }),
  });
type Draft = Splitting & {
  readonly spent: readonly AccountData[];
  readonly outputs: readonly OutputDraft[];
  readonly cuts: readonly number[];
};

/** What is spent: created in a transaction in front; the first one holds the lamports to decompress. */
const createdBefore = ({ where, spent, sol: move }: Draft): readonly OutputAccount[] => {
  const needed = move.kind === 'decompress' && spent.length === 0 ? [PLAIN_DATA] : spent;
  return needed.map((data, position) => ({
    ...outputOf({ data, stranger: 'wallet:0', lamports: 0n, address: null }, where),
    lamports: position === 0 && move.kind === 'decompress' ? move.lamports : 0n,
  }));
};
const creation = ({ where, sol: move }: Draft, outputs: readonly OutputAccount[]): Invocation => {
  const total = move.kind === 'decompress' ? move : { kind: 'none' as const };
  const paid: Sol = total.kind === 'none' ? total : { kind: 'compress', lamports: total.lamports };
  return invocation({ setting: where, flags: 'none', ...moves(paid), data: { outputs, ...solData(paid) } });
};

const entriesOf = (made: Draft, before: readonly OutputAccount[]): Entries => ({
  inputs: before.map((output, offset) => inputSpending(output, offset, made.where)),
  outputs: made.outputs.map((output, position) => ({
    ...outputOf(output, made.where),
    lamports: position === 0 && made.sol.kind === 'compress' ? made.sol.lamports : 0n,
  })),
});

/**
 * With its fence up, outputs in front of the last mark have data: those that a context holds when it is executed. With
 * the other one up, nobody comes by who writes nothing.
 */
const fencedIn = (
  made: Draft,
  marks: readonly number[],
  { inputs, fences }: { inputs: number; fences: Fences },
) => {
  const written = Math.max(0, (marks.at(-1) ?? 0) - inputs);
  const isWritten = (position: number): boolean => position < written;
  const hasDataless = made.outputs.some(
    (output, position) => isWritten(position) && isDataless(output, fences),
  );
  return {
    outputs: made.outputs.map((output, position) =>
      isWritten(position) ? keptExecutable(output, fences) : output,
    ),
    fenced: [...(hasDataless ? [DATALESS] : []), ...(fences.has(EMPTY_SETS) ? [EMPTY_SETS] : [])],
  };
};

type Travel = {
  /** Creates what is spent. */
  readonly create: readonly PlannedTransaction[];
  readonly direct: readonly PlannedTransaction[];
  readonly split: readonly PlannedTransaction[];
  /** Asks whether an input can be spent again. */
  readonly probe: readonly PlannedTransaction[];
  readonly fenced: readonly string[];
};

const travel = (drawn: Draft, fences: Fences): Travel => {
  const { where } = drawn;
  const before = createdBefore(drawn);
  const marks = marksOf(before.length + drawn.outputs.length, drawn.cuts, fences);
  const { outputs, fenced } = fencedIn(drawn, marks, { inputs: before.length, fences });
  const made = { ...drawn, outputs };
  const entries = entriesOf(made, before);
  const data = { ...entries, ...solData(made.sol) };
  const direct = invocation({ setting: where, flags: 'none', ...moves(made.sol), data });
  const again = spentAgain({ inputs: entries.inputs.slice(0, 1), outputs: [] }, made);
  const probe = invocation({ setting: where, flags: 'none', data: again });
  const withInputs = (one: Invocation): readonly PlannedTransaction[] =>
    before.length === 0 ? [] : [transactionOf(where.payer, one)];
  return {
    create: withInputs(creation(made, before)),
    direct: [transactionOf(where.payer, direct)],
    split: grouped(where, split(made, piecesOf(entries, marks))),
    probe: withInputs(probe),
    fenced,
  };
};

const complete = (...parts: readonly (readonly PlannedTransaction[])[]) =>
  withComputeUnits(planOf(parts.flat()));

/** The same entries directly, and by writes of any length; in the end both ask whether an input can be spent again. */
export const directOrSplit = (fences: Fences): fc.Arbitrary<Generated> =>
  draft(fences).map((made) => {
    const { create, direct, split: written, probe, fenced } = travel(made, fences);
    return roads(complete(create, direct, probe), complete(create, written, probe), fenced);
  });

/** Without that question: where everything is only recorded, nothing is ever spent. */
export const directOrSplitEvents = (fences: Fences): fc.Arbitrary<Generated> =>
  draft(fences).map((made) => {
    const { create, direct, split: written, fenced } = travel(made, fences);
    return roads(complete(create, direct), complete(create, written), fenced);
  });

/** Lamports that are spent again have to go somewhere, so that nothing but the spending is wrong. */
const spentAgain = ({ inputs }: Entries, { where }: Draft): Entries => {
  const total = inputs.reduce((sum, input) => sum + input.lamports, 0n);
  if (total === 0n) return { inputs, outputs: [] };
  const bare = outputOf({ data: null, stranger: 'wallet:0', lamports: total, address: null }, where);
  return { inputs, outputs: [bare] };
};
