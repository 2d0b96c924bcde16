// Edits of the graph's shape: failures, recursion, reentrancy, depth, programs called again, and what is no program.
import fc from 'fast-check';
import { countCalls, dataAccountOf, UNITS_PER_CPI, type CallStep, type NestedCall } from '../../../spec/call';
import type { KeyRole } from '../../../spec/world';
import type { Edit, Mutation } from '../../edit';
import { withTransaction } from '../../scenario';
import {
  callOf,
  changing,
  DEEP,
  editsAt,
  END,
  FOURTH,
  NESTED,
  TOP,
  withCall,
  type AtPath,
  type Place,
} from '../change';
import { addAlong, changeAt, frameAt, plainMeta, stackAt, withStep } from '../tree';
import { transferListed, transferMade } from './transfer';

const call = (program: KeyRole): NestedCall => ({
  kind: 'call',
  program,
  accounts: [],
  steps: [],
  signers: [],
});

const listed =
  (keyAt: (stack: readonly KeyRole[]) => KeyRole): AtPath =>
  (graph, path) =>
    addAlong(graph, path, () => plainMeta(keyAt(stackAt(graph, path))));

const calling =
  (keyAt: (stack: readonly KeyRole[]) => KeyRole): AtPath =>
  (graph, path) => {
    const callee = keyAt(stackAt(graph, path));
    return changeAt(graph, path, (frame) => withStep(frame, call(callee)));
  };

/** The program so many levels above; the lowest frame's own is 0. */
const above =
  (levels: number) =>
  (stack: readonly KeyRole[]): KeyRole =>
    stack.at(-1 - levels) ?? stack[0] ?? 'program:A';

const recursion = (rule: string, place: Place, levels: number): readonly Edit[] =>
  editsAt(rule, place, { prepare: listed(above(levels)), change: fc.constant(calling(above(levels))) });

const failing = (code: number, early: boolean): AtPath =>
  changing((frame) => withStep(frame, { kind: 'fail', code }, early ? 0 : undefined));
/** Few, so that the errors seen can be listed: the smallest, one that means something elsewhere, the largest. */
export const failureCode = fc.constantFrom(0, 6002, 0xffff_ffff);
const failure = fc.tuple(failureCode, fc.boolean()).map(([code, early]) => failing(code, early));

const NO_PROGRAM: KeyRole = 'wallet:3';

/** The same call once more, right behind itself. */
const again: AtPath = (graph, path) => {
  const position = path.at(-1) ?? 0;
  return changeAt(graph, path.slice(0, -1), (frame) => {
    const step: CallStep | undefined = frame.steps[position];
    return step === undefined ? {} : withStep(frame, step, position + 1);
  });
};

const SIXTH: KeyRole = 'program:F';

const tight =
  (less: number): Mutation =>
  (scenario) => {
    const calls = countCalls(callOf(scenario).steps);
    return withTransaction(scenario, (t) => ({
      ...t,
      computeUnitLimit: Number(UNITS_PER_CPI) * calls - 1 - less,
    }));
  };

/** Without what stands in front: the budget is the transaction's. */
const alone: Mutation = (scenario) => {
  const call = callOf(scenario);
  const only = withTransaction(scenario, (t) => ({ ...t, instructions: [call] }));
  return withCall({ ...only, target: { transaction: 0, instruction: 0 } }, (same) => same);
};

const shown = (rule: string): Edit => ({
  rule: `cpi-guide/${rule}`,
  kinds: ['calls', 'calls-deep'],
  mutation: fc.constant((scenario) => scenario),
  isShown: true,
});

/** The callee writes, so that something is to be seen of it. */
const written: AtPath = (graph, path) => {
  const account = dataAccountOf(frameAt(graph, path).program, 0);
  const listedAll = addAlong(graph, path, () => plainMeta(account, { writable: true }));
  return changeAt(listedAll, path, (frame) =>
    withStep(frame, { kind: 'write', account, offset: 0, byte: 7 }),
  );
};

export const GRAPH_EDITS: readonly Edit[] = [
  ...editsAt('executes', NESTED, { change: fc.constant(written) }).map((edit): Edit => ({
    ...edit,
    isShown: true,
  })),
  shown('one-transaction'),
  ...editsAt('failure-is-final', NESTED, { change: failure }),
  ...editsAt('callee-error', NESTED, { change: failure }),
  ...editsAt('callee-is-program', NESTED, {
    prepare: (graph, path) => addAlong(graph, path, () => plainMeta(NO_PROGRAM)),
    change: fc.constant(changing(() => ({ program: NO_PROGRAM }))),
  }),
  ...recursion('self-recursion', TOP, 0),
  ...recursion('reentrancy', NESTED, 1),
  ...recursion('reentrancy', DEEP, 2),
  ...recursion('reentrancy', FOURTH, 3),
  ...editsAt('returned-program-callable', NESTED, { change: fc.constant(again) }),
  ...editsAt('call-depth', END, { prepare: listed(() => SIXTH), change: fc.constant(calling(() => SIXTH)) }),
  ...editsAt('call-depth', END, { prepare: transferListed, change: fc.constant(transferMade) }),
  {
    rule: 'cpi-guide/compute-budget',
    kinds: ['calls', 'calls-deep'],
    prepare: alone,
    mutation: fc.nat(200).map(tight),
  },
];
