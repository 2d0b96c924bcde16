// One random change of a call graph: a privilege flipped, an account or a signature left out, another callee, a failure.
import fc from 'fast-check';
import type { CallStep, Frame, NestedCall, SeedFlaw } from '../../spec/call';
import type { AccountMeta } from '../../spec/plan';
import { PROGRAM_NAMES, type KeyRole } from '../../spec/world';
import type { Mutation } from '../edit';
import { chosen, withCall } from './change';
import { failureCode } from './edits/graph';
import { changeAt, frameAt, pathsOf, withStep } from './tree';

const MANY = 1000;

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
      withCall(scenario, (call) => changeAt(call, chosen(call, { least: 0 }, at), changeFrame)),
);

/** Most of them break something. */
export const randomChange: fc.Arbitrary<Mutation> = fc.oneof(
  { weight: 5, arbitrary: changedFrame },
  { weight: 1, arbitrary: flawed },
);
