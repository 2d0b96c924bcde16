// Edits of what a callee is handed: its accounts in another order, its instruction data not as it decodes them.
import fc from 'fast-check';
import { dataAccountOf, type CallStep, type DataFlaw, type NestedTransfer } from '../../../spec/call';
import { PROGRAM_NAMES, type KeyRole } from '../../../spec/world';
import type { Edit } from '../../edit';
import { changing, editsAt, NESTED, TOP, type AtPath } from '../change';
import { addAlong, changeAt, frameAt, plainMeta, withStep } from '../tree';
import { TRANSFER, transferring } from './transfer';

const isOurs = (step: CallStep): step is NestedTransfer =>
  step.kind === 'transfer' && step.from === TRANSFER.from;

const inTransfer = (change: Partial<NestedTransfer>): AtPath =>
  changing(({ steps }) => ({ steps: steps.map((step) => (isOurs(step) ? { ...step, ...change } : step)) }));

const nextProgram = (program: KeyRole): KeyRole => {
  const at = PROGRAM_NAMES.findIndex((name) => program === `program:${name}`);
  return `program:${PROGRAM_NAMES[(at + 1) % PROGRAM_NAMES.length] ?? 'A'}`;
};

type Pair = (program: KeyRole) => readonly [taken: KeyRole, other: KeyRole];
/** Two of the callee's own accounts, or one of them and another program's. */
const OWN: Pair = (program) => [dataAccountOf(program, 2), dataAccountOf(program, 1)];
const FOREIGN: Pair = (program) => [dataAccountOf(program, 2), dataAccountOf(nextProgram(program), 2)];

/** The callee writes the one account of the two. */
const taking =
  (pair: Pair): AtPath =>
  (call, path) => {
    const [taken, other] = pair(frameAt(call, path).program);
    const listed = [taken, other].reduce(
      (graph, key) => addAlong(graph, path, () => plainMeta(key, { writable: true })),
      call,
    );
    return changeAt(listed, path, (frame) =>
      withStep(frame, { kind: 'write', account: taken, offset: 1, byte: 5 }),
    );
  };

/** The two accounts swapped in the list that the callee is passed; it takes them where they should stand. */
const swapping = (pair: Pair): AtPath =>
  changing((frame) => {
    const [taken, other] = pair(frame.program);
    const keys = frame.accounts.map(({ key }) => key);
    const at = keys.indexOf(taken);
    const swapped = frame.accounts.map((meta) => {
      if (meta.key !== taken && meta.key !== other) return meta;
      return { ...meta, key: meta.key === taken ? other : taken };
    });
    const placed = frame.steps.map((step) => {
      if (step.kind !== 'write') return step;
      if (step.account === taken) return { ...step, at };
      return step.account === other ? { ...step, at: keys.indexOf(other) } : step;
    });
    return { accounts: swapped, steps: placed };
  });

const swapped = (pair: Pair): readonly Edit[] =>
  editsAt('account-order', NESTED, { prepare: taking(pair), change: fc.constant(swapping(pair)) });

const flaw: fc.Arbitrary<DataFlaw> = fc.constantFrom<DataFlaw>('short', 'wrapped', 'selector');
/** Our own programs decode their data to its end. What they make of a length in front depends on what follows: any error. */
const ownFlaw: fc.Arbitrary<DataFlaw> = fc.constantFrom<DataFlaw>('short', 'selector', 'long');

/** Several times, for each edit is as likely as the others, and those with a preparation are many. */
const OWN_DATA: readonly Edit[] = editsAt('data-undecodable', NESTED, {
  change: ownFlaw.map((data) => changing(() => ({ data }))),
});

export const DATA_EDITS: readonly Edit[] = [
  ...swapped(OWN),
  ...swapped(FOREIGN),
  ...editsAt('account-order', TOP, {
    prepare: transferring,
    change: fc.constant(inTransfer({ swapped: true })),
  }),
  ...OWN_DATA,
  ...OWN_DATA,
  ...OWN_DATA,
  ...editsAt('data-undecodable', TOP, {
    prepare: transferring,
    change: flaw.map((data) => inTransfer({ data })),
  }),
  ...editsAt('data-trailing', TOP, {
    prepare: transferring,
    change: fc.constant(inTransfer({ data: 'long' })),
  }),
];
