// Random call graphs: any program anywhere, up to six deep and four wide, with privileges, accounts and signatures changed at random.
import fc from 'fast-check';
import type { CallStep, Frame, NestedCall, SeedFlaw } from '../../spec/call';
import type { AccountMeta } from '../../spec/plan';
import { PROGRAM_NAMES, type KeyRole } from '../../spec/world';
import type { Generated } from '../breaking';
import type { Mutation } from '../edit';
import type { Scenario } from '../scenario';
import type { Fences } from '../settings';
import { payer } from '../values';
import { chosen, withCall } from './change';
import { compile, type Choose } from './compile';
import { failureCode } from './edits/graph';
import { calling, frameDraft, type FrameDraft } from './draft';
import { fresh, planOf } from './scenarios';
import { changeAt, frameAt, pathsOf, withStep } from './tree';

const WIDTH = 4;
const MANY = 1000;
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

type Change = (frame: Frame & Partial<NestedCall>) => Partial<NestedCall>;

/** The runtime takes a writable flag off programs that are called. */
const isCallee = (key: KeyRole): boolean => key.startsWith('program:') || key === 'solana-system';

const inMeta =
  (pick: number, change: (meta: AccountMeta) => AccountMeta): Change =>
  ({ accounts }) => {
    const able = accounts.filter(({ key }) => !isCallee(key));
    const changed = able[pick % able.length];
    return { accounts: accounts.map((meta) => (meta === changed ? change(meta) : meta)) };
  };

const flips: readonly ((meta: AccountMeta) => AccountMeta)[] = [
  (meta) => ({ ...meta, signer: !meta.signer }),
  (meta) => ({ ...meta, writable: !meta.writable }),
];

const FLAWS: readonly (SeedFlaw | 'left-out')[] = ['bump', 'seed', 'long-seed', 'many-seeds', 'left-out'];

const inSigners =
  (flaw: SeedFlaw | 'left-out'): Change =>
  ({ signers }) => {
    if (signers === undefined) return {};
    return { signers: flaw === 'left-out' ? [] : signers.map(({ pda }) => ({ pda, flaw })) };
  };

const dropped =
  (pick: number): Change =>
  ({ accounts }) => ({ accounts: accounts.filter((_, at) => at !== pick % accounts.length) });

const otherCallee =
  (pick: number): Change =>
  ({ signers }) =>
    signers === undefined
      ? {}
      : {
          program:
            pick % 5 === 0 ? 'wallet:2' : `program:${PROGRAM_NAMES[pick % PROGRAM_NAMES.length] ?? 'A'}`,
        };

const stepped =
  (step: CallStep, pick: number): Change =>
  (frame) =>
    withStep(frame, step, pick % (frame.steps.length + 1));

const pick = fc.nat(MANY);

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(pick, fc.constantFrom(...flips)).map(([at, flip]) => inMeta(at, flip)) },
  { weight: 1, arbitrary: pick.map(dropped) },
  { weight: 1, arbitrary: pick.map(otherCallee) },
  {
    weight: 1,
    arbitrary: fc.tuple(failureCode, pick).map(([code, at]) => stepped({ kind: 'fail', code }, at)),
  },
);

/** In one of the frames that somebody signs for; in none where there is none. */
const flawed: fc.Arbitrary<Mutation> = fc.tuple(pick, fc.constantFrom(...FLAWS)).map(
  ([at, flaw]) =>
    (scenario) =>
      withCall(scenario, (call) => {
        const signed = pathsOf(call, 1).filter((path) => {
          const frame: Frame & Partial<NestedCall> = frameAt(call, path);
          return frame.signers !== undefined && frame.signers.length > 0;
        });
        const path = signed[at % signed.length];
        return path === undefined ? call : changeAt(call, path, inSigners(flaw));
      }),
);

const changedFrame: fc.Arbitrary<Mutation> = fc.tuple(pick, change).map(
  ([at, changeFrame]) =>
    (scenario) =>
      withCall(scenario, (call) => changeAt(call, chosen(call, 0, at), changeFrame)),
);

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  { weight: 5, arbitrary: changedFrame },
  { weight: 1, arbitrary: flawed },
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
      mutations: fc.array(mutation, { maxLength: 4 }),
    })
    .map(({ feePayer, drawn: [before, main], mutations }) => {
      const start = scenarioOf(feePayer, [...before, main], anyProgram(fences));
      const changed = mutations.reduce((current, mutate) => mutate(current), start);
      const { plan } = fences.has(RECURSION) ? withCall(changed, unrecursive) : changed;
      return { plan, twin: null, fenced: fences.has(RECURSION) ? [RECURSION] : [] };
    });
