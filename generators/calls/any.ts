// Random call graphs: any program anywhere, up to six deep and four wide, with privileges, accounts and signatures changed at random.
import fc from 'fast-check';
import type { CallStep, Frame } from '../../spec/call';
import { PROGRAM_NAMES, type KeyRole } from '../../spec/world';
import type { Generated } from '../breaking';
import type { Scenario } from '../scenario';
import type { Fences } from '../settings';
import { payer } from '../values';
import { withCall } from './change';
import { compile, type Choose } from './compile';
import { calling, frameDraft, type FrameDraft } from './draft';
import { randomChange } from './random-change';
import { fresh, planOf } from './scenarios';

const WIDTH = 4;
const RECURSION = 'cpi-guide/self-recursion';

/** Mostly one that is not on the stack; one that is, now and then, but no direct recursion behind its fence. */
const anyProgram =
  (fences: Fences): Choose =>
  (stack, pick) => {
    const unseen = PROGRAM_NAMES.map((name): KeyRole => `program:${name}`).filter((p) => !stack.includes(p));
    const again = fences.has(RECURSION) ? stack.slice(0, -1) : stack;
    if (pick % 12 === 0 && again.length > 0) return again[pick % again.length] ?? 'program:A';
    return unseen[pick % Math.min(unseen.length, 1 + (pick % 5))] ?? fresh(stack, pick);
  };

const levels = (below: number): fc.Arbitrary<FrameDraft> =>
  below === 0 ? frameDraft(1, WIDTH) : calling(levels(below - 1));

/** From one CPI to a chain of six programs. */
const draft: fc.Arbitrary<FrameDraft> = fc.oneof(
  { weight: 3, arbitrary: calling(frameDraft(3, WIDTH)) },
  { weight: 2, arbitrary: levels(2) },
  { weight: 1, arbitrary: levels(3) },
  { weight: 1, arbitrary: levels(4) },
);

const scenarioOf = (feePayer: KeyRole, drawn: readonly FrameDraft[], choose: Choose): Scenario => ({
  kind: 'calls',
  plan: planOf(
    feePayer,
    drawn.map((each) => compile(each, choose)),
  ),
  target: { transaction: 0, instruction: drawn.length - 1 },
});

/** Without the calls of a program to itself. */
const unrecursive = <T extends Frame>(frame: T): T => ({
  ...frame,
  steps: frame.steps.flatMap((step): readonly CallStep[] => {
    if (step.kind !== 'call') return [step];
    return step.program === frame.program ? [] : [unrecursive(step)];
  }),
});

/** Graphs with up to four changes, most of which break something, and one in five with none. */
export const anyGraph = (fences: Fences): fc.Arbitrary<Generated> =>
  fc
    .record({
      feePayer: payer,
      drawn: fc.tuple(fc.array(frameDraft(0, 2), { maxLength: 1 }), draft),
      mutations: fc.array(randomChange, { maxLength: 4 }),
    })
    .map(({ feePayer, drawn: [before, main], mutations }) => {
      const start = scenarioOf(feePayer, [...before, main], anyProgram(fences));
      const changed = mutations.reduce((current, mutate) => mutate(current), start);
      const { plan } = fences.has(RECURSION) ? withCall(changed, unrecursive) : changed;
      return { plan, twin: null, fenced: fences.has(RECURSION) ? [RECURSION] : [] };
    });
