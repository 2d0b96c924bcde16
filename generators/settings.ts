// Arbitrary settings of an invocation, and the fences that narrow them.
import fc from 'fast-check';
import { CALLERS, type CallerName, type KeyRole } from '../spec/world';
import type { FreeFlags, Setting } from './invocation';
import { maybeRepeated } from './repeats';
import { caller, payer, treeNumber } from './values';

/** Ids of the rules whose deviations are fenced off. */
export type Fences = ReadonlySet<string>;

const rarely: fc.Arbitrary<boolean> = fc.nat(9).map((value) => value === 9);
const freeUnlessFenced = (fences: Fences, rule: string): fc.Arbitrary<boolean> =>
  fences.has(rule) ? fc.constant(false) : rarely;

export const freeFlags = (fences: Fences): fc.Arbitrary<FreeFlags> =>
  fc.record({
    authoritySigns: freeUnlessFenced(fences, 'accounts/authority-signer-optional').map(
      (unsigned) => !unsigned,
    ),
    authorityWritable: freeUnlessFenced(fences, 'accounts/authority-writable-optional'),
    registeredWritable: freeUnlessFenced(fences, 'accounts/registered-program-pda-writable-optional'),
    compressionAuthorityWritable: freeUnlessFenced(
      fences,
      'accounts/account-compression-authority-writable-optional',
    ),
  });

const CALLER_COUNT = 4;
/** Another program of ours in between, now and then; never the caller itself, which would be reentrancy. */
const nesting: fc.Arbitrary<number> = fc.nat(11).map((value) => Math.max(0, value - 8));
const outerCallers = (inner: CallerName, distance: number): readonly CallerName[] =>
  distance === 0
    ? []
    : CALLERS.filter((_, index) => index === (CALLERS.indexOf(inner) + distance) % CALLER_COUNT);

const DISTANCES = Array.from({ length: CALLER_COUNT }, (_, distance) => distance);
const OUTER = new Map(
  CALLERS.map((inner) => [inner, DISTANCES.map((distance) => outerCallers(inner, distance))]),
);

const unusedSlot: fc.Arbitrary<KeyRole> = fc.constantFrom<KeyRole>(
  'noop',
  'noop',
  'noop',
  'wallet:3',
  'light-system',
);

export const setting = (fences: Fences): fc.Arbitrary<Setting> =>
  fc
    .record({
      caller,
      payer,
      tree: treeNumber,
      distance: nesting,
      treeFirst: fc.boolean(),
      unusedSlot,
      repeats: maybeRepeated,
      free: freeFlags(fences),
    })
    .map(({ distance, ...rest }) => ({ ...rest, through: OUTER.get(rest.caller)?.[distance] ?? [] }));
