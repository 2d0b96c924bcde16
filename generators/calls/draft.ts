// Drafts of call graphs: what programs do and whom they call, before it is settled who they are and what they are passed.
import fc from 'fast-check';
import type { KeyRole } from '../../spec/world';

export type StepDraft =
  | { readonly kind: 'write'; readonly which: 0 | 1; readonly offset: number; readonly byte: number }
  | { readonly kind: 'require'; readonly pick: number }
  | {
      readonly kind: 'transfer';
      readonly fromVault: boolean;
      readonly to: KeyRole;
      readonly lamports: bigint;
    }
  | { readonly kind: 'call'; readonly callee: FrameDraft };

/** `pick` says which program executes it, of those that fit. */
export type FrameDraft = { readonly pick: number; readonly steps: readonly StepDraft[] };

const MANY = 60;
const pick = fc.nat(MANY);

const write: fc.Arbitrary<StepDraft> = fc.record({
  kind: fc.constant('write' as const),
  which: fc.constantFrom<0 | 1>(0, 1),
  offset: fc.nat(7),
  byte: fc.integer({ min: 1, max: 255 }),
});
const demand: fc.Arbitrary<StepDraft> = fc.record({ kind: fc.constant('require' as const), pick });
const transfer: fc.Arbitrary<StepDraft> = fc.record({
  kind: fc.constant('transfer' as const),
  fromVault: fc.boolean(),
  to: fc.constantFrom<KeyRole>('wallet:2', 'payer:2'),
  lamports: fc.integer({ min: 1, max: 1_000_000 }).map(BigInt),
});

const leaf: fc.Arbitrary<StepDraft> = fc.oneof(
  { weight: 3, arbitrary: write },
  { weight: 2, arbitrary: demand },
  { weight: 1, arbitrary: transfer },
);

const callOf = (callee: fc.Arbitrary<FrameDraft>): fc.Arbitrary<StepDraft> =>
  callee.map((frame) => ({ kind: 'call', callee: frame }));

const framed = (steps: fc.Arbitrary<readonly StepDraft[]>): fc.Arbitrary<FrameDraft> =>
  fc.record({ pick, steps });

/** Frames that call at most `below` levels further down, with at most `width` steps each. */
export const frameDraft = (below: number, width: number): fc.Arbitrary<FrameDraft> =>
  framed(
    fc.array(
      below === 0
        ? leaf
        : fc.oneof(
            { weight: 4, arbitrary: leaf },
            { weight: 1, arbitrary: callOf(frameDraft(below - 1, width)) },
          ),
      { maxLength: width },
    ),
  );

/** A frame that only writes: it calls nobody, not even for a transfer. */
export const writing: fc.Arbitrary<FrameDraft> = framed(fc.array(write, { maxLength: 2 }));

const few = fc.array(leaf, { maxLength: 1 });

/** A frame that surely calls the given one, with something before and behind. */
export const calling = (callee: fc.Arbitrary<FrameDraft>): fc.Arbitrary<FrameDraft> =>
  fc.record({ pick, before: few, callee, after: few }).map(({ pick: own, before, callee: frame, after }) => ({
    pick: own,
    steps: [...before, { kind: 'call', callee: frame }, ...after],
  }));
