// The same inputs, outputs and SOL by one invocation, and split over writes to a context with an execution at the end.
import fc from 'fast-check';
import type { InputAccount, Invocation, OutputAccount } from '../../spec/plan';
import type { CallerName } from '../../spec/world';
import type { Generated } from '../breaking';
import { inputSpending, outputOf, plainOutput } from '../entries';
import { invocation, transactionOf, type FlagName, type Setting } from '../invocation';
import { byCaller, grouped, type Step } from '../scenarios/context';
import { setting, type Fences } from '../settings';
import { accountData, caller } from '../values';
import { planOf, roads, withComputeUnits } from './roads';
import { moves, sol, solData, type Sol } from './sol';

/** Inputs in front of outputs, so that any cut keeps the order of both. */
type Entries = { readonly inputs: readonly InputAccount[]; readonly outputs: readonly OutputAccount[] };

/** A new transaction begins: not often, since each costs time and another law is about it. */
const rarely = fc.nat(4).map((dice) => dice === 4);

const draft = (fences: Fences) =>
  fc.record({
    where: setting(fences),
    spent: fc.oneof(fc.constant([]), fc.array(accountData, { minLength: 1, maxLength: 2 })),
    outputs: fc.array(plainOutput, { minLength: 2, maxLength: 4 }),
    sol,
    /** Where the list of entries is cut; taken modulo the number of places. */
    cuts: fc.array(fc.nat(100), { minLength: 1, maxLength: 5 }),
    writers: fc.array(caller, { minLength: 6, maxLength: 6 }),
    separate: fc.array(rarely, { minLength: 6, maxLength: 6 }),
  });
type Draft = {
  readonly where: Setting;
  readonly spent: readonly NonNullable<OutputAccount['data']>[];
  readonly outputs: readonly Parameters<typeof outputOf>[0][];
  readonly sol: Sol;
  readonly cuts: readonly number[];
  readonly writers: readonly CallerName[];
  readonly separate: readonly boolean[];
};

/** What is spent: created in a transaction in front; the first one holds the lamports to decompress. */
const createdBefore = ({ where, spent, sol: move }: Draft): readonly OutputAccount[] => {
  const needed = move.kind === 'decompress' && spent.length === 0 ? [null] : spent;
  return needed.map((data, position) => ({
    ...outputOf({ data: data ?? PLAIN_DATA, stranger: 'wallet:0', lamports: 0n, address: null }, where),
    lamports: position === 0 && move.kind === 'decompress' ? move.lamports : 0n,
  }));
};
const PLAIN_DATA: NonNullable<OutputAccount['data']> = {
  discriminator: '0000000000000001',
  bytes: { fill: 0, length: 0 },
  dataHash: '0'.repeat(64),
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

const part = ({ inputs, outputs }: Entries, from: number, to: number): Entries => ({
  inputs: inputs.slice(from, to),
  outputs: outputs.slice(Math.max(0, from - inputs.length), Math.max(0, to - inputs.length)),
});

/** Cut at one place at least; behind the last entry only where an execution may bring nothing of its own. */
const parts = (entries: Entries, cuts: readonly number[], fences: Fences): readonly Entries[] => {
  const count = entries.inputs.length + entries.outputs.length;
  const places = fences.has('modes/execute-needs-no-content') ? count - 1 : count;
  const marks = [...new Set(cuts.map((cut) => 1 + (cut % places)))].sort((a, b) => a - b);
  return [...marks, count].map((mark, position) => part(entries, marks[position - 1] ?? 0, mark));
};

/** Only their owner may write inputs and outputs with data; the others anybody may. */
const writerOf = ({ inputs, outputs }: Entries, owner: CallerName, other: CallerName): CallerName =>
  inputs.length > 0 || outputs.some(({ data }) => data !== null) ? owner : other;

const flagsAt = (position: number, last: number): FlagName => {
  if (position === last) return 'execute';
  return position === 0 ? 'first-set' : 'set';
};

const split = (made: Draft, entries: Entries, fences: Fences): readonly Step[] => {
  const pieces = parts(entries, made.cuts, fences);
  return pieces.map((piece, position) => {
    const flags = flagsAt(position, pieces.length - 1);
    const writer = writerOf(piece, made.where.caller, made.writers[position] ?? made.where.caller);
    const move: Sol = flags === 'execute' ? made.sol : { kind: 'none' };
    const data = { ...piece, ...solData(move) };
    return {
      invocation: invocation({ setting: byCaller(made.where, writer), flags, ...moves(move), data }),
      separate: made.separate[position] ?? false,
    };
  });
};

/** The same entries directly, and by writes of any length; in the end both ask whether an input can be spent again. */
export const directOrSplit = (fences: Fences): fc.Arbitrary<Generated> =>
  draft(fences).map((made) => {
    const before = createdBefore(made);
    const entries = entriesOf(made, before);
    const { where } = made;
    const create = before.length === 0 ? [] : [transactionOf(where.payer, creation(made, before))];
    const data = { ...entries, ...solData(made.sol) };
    const direct = invocation({ setting: where, flags: 'none', ...moves(made.sol), data });
    const again = { inputs: entries.inputs.slice(0, 1), outputs: [] };
    const probe =
      before.length === 0
        ? []
        : [
            transactionOf(
              where.payer,
              invocation({ setting: where, flags: 'none', data: spentAgain(again, made) }),
            ),
          ];
    return roads(
      withComputeUnits(planOf([...create, transactionOf(where.payer, direct), ...probe])),
      withComputeUnits(planOf([...create, ...grouped(where, split(made, entries, fences)), ...probe])),
    );
  });

/** Lamports that are spent again have to go somewhere, so that nothing but the spending is wrong. */
const spentAgain = ({ inputs }: Entries, { where }: Draft): Entries => {
  const total = inputs.reduce((sum, input) => sum + input.lamports, 0n);
  if (total === 0n) return { inputs, outputs: [] };
  const bare = outputOf({ data: null, stranger: 'wallet:0', lamports: total, address: null }, where);
  return { inputs, outputs: [bare] };
};
