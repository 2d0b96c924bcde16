// Who stands where the calling program, or its authority, belongs.
import fc from 'fast-check';
import { CALLERS, type CallerName, type KeyRole } from '../../spec/world';
import { changeSlot, type Mutation } from '../edit';
import { missedByte } from '../near';
import { targetOf } from '../scenario';

/** Somebody else, as seen from a calling program. */
export type Stranger = (caller: CallerName) => KeyRole;

const pretenders: fc.Arbitrary<Stranger> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom<Stranger>(
      () => 'wallet:2',
      () => 'wallet:3',
      (caller) => `pda:${caller}:other`,
      (caller) => `pda:${caller}:cpi_authority2`,
    ),
  },
  {
    weight: 1,
    arbitrary: missedByte.map(
      (byte): Stranger =>
        (caller) =>
          `near:${byte}:authority:${caller}`,
    ),
  },
);

/** The authority is an account that is not the calling program's, be its address nearly the same. */
export const notTheAuthority: fc.Arbitrary<Mutation> = pretenders.map(
  (key) => (scenario) => changeSlot('authority', { key: key(targetOf(scenario).caller) })(scenario),
);

const otherCallers: fc.Arbitrary<Stranger> = fc
  .integer({ min: 1, max: CALLERS.length - 1 })
  .map((distance) => (caller) => {
    const other = CALLERS[(CALLERS.indexOf(caller) + distance) % CALLERS.length] ?? caller;
    return `program:${other}`;
  });

/** Anybody but the caller, be it somebody whose address is nearly the caller's. */
export const strangers: fc.Arbitrary<Stranger> = fc.oneof(
  { weight: 3, arbitrary: otherCallers },
  {
    weight: 4,
    arbitrary: fc.constantFrom<Stranger>(
      () => 'wallet:1',
      () => 'payer:0',
      (caller) => `authority:${caller}`,
      () => 'light-system',
      // Its address is 32 zeros.
      () => 'solana-system',
      () => 'account-compression',
      () => 'registered-program-pda',
      () => 'account-compression-authority',
      () => 'sol-pool',
    ),
  },
  {
    weight: 3,
    arbitrary: missedByte.map(
      (byte): Stranger =>
        (caller) =>
          `near:${byte}:program:${caller}`,
    ),
  },
);
