// Arbitrary settings of an invocation, and the fences that narrow them.
import fc from 'fast-check';
import type { KeyRole } from '../spec/world';
import type { FreeFlags, Setting } from './invocation';
import { outerCallers, withRoom } from './outer-callers';
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

/** Other programs of ours in between, now and then: one in two of twelve, two in one. */
const nesting: fc.Arbitrary<number> = fc.nat(11).map((value) => Math.max(0, value - 8));

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
      way: nesting,
      treeFirst: fc.boolean(),
      unusedSlot,
      repeats: maybeRepeated,
      free: freeFlags(fences),
    })
    .map(({ way, ...rest }) => ({ ...rest, through: withRoom(outerCallers(rest.caller, way), fences) }));
