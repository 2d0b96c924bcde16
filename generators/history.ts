// Histories: up to ten transactions and thirty invocations that begin, fill, execute, break and reuse several contexts.
import fc from 'fast-check';
import { CALLERS, TREE_COUNT } from '../spec/world';
import type { Generated } from './breaking';
import { brief } from './history/brief';
import {
  historyStep,
  invocationStep,
  type HistoryStep,
  type Manner,
  type TransferStep,
} from './history/step';
import { planOf } from './history/write';
import type { Fences } from './settings';

const MAX_STEPS = 30;
/** One step in so many is left out where all thirty are wanted. */
const LONG_ENOUGH = 500;

/** A step that is hardly ever left out, but shrinks to that before anything else: any step goes in one try. */
const leftOut = (step: fc.Arbitrary<HistoryStep>): fc.Arbitrary<HistoryStep | null> =>
  fc.option(step, { nil: null, freq: 50 });
/** Where nothing is left: a plan has at least one transaction. */
const NO_STEP: TransferStep = { kind: 'transfer', fails: false, lamports: 0n, separate: false };

const written = (steps: readonly (HistoryStep | null)[], treeFirst: boolean, fences: Fences): Generated => {
  const taken = steps.filter((step) => step !== null);
  return planOf(taken.length === 0 ? [NO_STEP] : taken, { fences, treeFirst });
};

/** As many invocations as there can be; any of them shrinks away. */
const longest = (fences: Fences, manner: Manner): fc.Arbitrary<Generated> =>
  fc
    .record({
      treeFirst: fc.boolean(),
      steps: fc.array(
        fc.option(invocationStep(fences, manner).map(brief), { nil: null, freq: LONG_ENOUGH }),
        { minLength: MAX_STEPS, maxLength: MAX_STEPS },
      ),
    })
    .map(({ treeFirst, steps }) => written(steps, treeFirst, fences));

const ofManner = (fences: Fences, manner: Manner): fc.Arbitrary<Generated> =>
  fc
    .record({
      treeFirst: fc.boolean(),
      steps: fc.array(leftOut(historyStep(fences, manner)), {
        minLength: 1,
        maxLength: MAX_STEPS,
        size: 'max',
      }),
    })
    .map(({ treeFirst, steps }) => written(steps, treeFirst, fences));

const V1 = TREE_COUNT + 1;

/** Fewer programs, more invocations in a packet; now and then a v1 tree, which costs more to run. */
const histories = (fences: Fences, manner: Omit<Manner, 'crew'>): fc.Arbitrary<Generated> =>
  fc.oneof(
    { weight: 9, arbitrary: ofManner(fences, { ...manner, crew: CALLERS }) },
    { weight: 4, arbitrary: ofManner(fences, { ...manner, crew: ['A'], separate: fc.constant(false) }) },
    { weight: 2, arbitrary: ofManner(fences, { ...manner, crew: ['A', 'B'] }) },
    { weight: 1, arbitrary: ofManner(fences, { ...manner, crew: ['A', 'B'], trees: [V1, V1, V1, 1] }) },
    {
      weight: 1,
      arbitrary: longest(fences, { crew: ['A'], trees: [1, 1, 1, 2], separate: fc.constant(false) }),
    },
  );

const often = fc.nat(9).map((value) => value > 7);
const seldom = fc.nat(9).map((value) => value > 8);

/** One context most of the time, two others now and then. */
export const sequence = (fences: Fences): fc.Arbitrary<Generated> =>
  histories(fences, { trees: [1, 1, 1, 1, 1, 1, 2, 3], separate: often });

/** Two contexts at the same time, and a third, several to a transaction. */
export const interleaved = (fences: Fences): fc.Arbitrary<Generated> =>
  histories(fences, { trees: [1, 1, 1, 2, 2, 2, 3], separate: seldom });
