// Attempts with accounts that belong to somebody else, and with data where there may be none or must be some.
import fc from 'fast-check';
import { FIELD_ORDER } from '../../../spec/field-order';
import type { AccountData } from '../../../spec/plan';
import { CALLERS, type KeyRole } from '../../../spec/world';
import { PLAIN_DATA } from '../../entries';
import { targetOf, withData } from '../../scenario';
import { accountData, hex } from '../../values';
import { firstInput, firstOutput, slotIs } from '../change';
import type { Mutation } from '../../edit';
import type { Tries } from '../try';

/** Another of our programs than the one that calls. */
const stranger = fc.nat(2).map((distance) => (scenario: Parameters<Mutation>[0]): KeyRole => {
  const at = CALLERS.indexOf(targetOf(scenario).caller);
  return `program:${CALLERS[(at + 1 + distance) % CALLERS.length] ?? 'A'}`;
});

/** A wallet that is not the one that owns. */
const otherWallet = (scenario: Parameters<Mutation>[0], distance: number): KeyRole => {
  const owner = /\d+$/.exec(targetOf(scenario).accounts[1]?.key ?? '')?.[0] ?? '0';
  return `wallet:${(Number(owner) + 1 + distance) % 4}`;
};

/** The order of BN254's scalar field, the number behind it, or one whose first byte says it already. */
const outOfField = fc.oneof(
  fc.constantFrom(FIELD_ORDER, `${FIELD_ORDER.slice(0, -1)}2`, 'f'.repeat(64)),
  fc.tuple(fc.integer({ min: 0x31, max: 0xff }), hex(31)).map(([first, rest]) => first.toString(16) + rest),
);

/** The first output's data, or the least that there is, with another hash. */
const withHash = (scenario: Parameters<Mutation>[0], dataHash: string): AccountData => ({
  ...(targetOf(scenario).data.outputs[0]?.data ?? PLAIN_DATA),
  dataHash,
});

export const OWNER_TRIES: Tries = {
  'input-of-another': {
    base: 'spend',
    edit: stranger.map((of) => (s) => firstInput({ owner: of(s) })(s)),
  },
  'input-with-data': { base: 'spend', edit: accountData.map((data) => firstInput({ data })) },
  'authority-of-another': {
    base: 'create',
    edit: fc.constant<Mutation>((s) => slotIs('authority', { key: `pda:${targetOf(s).caller}:other` })(s)),
  },
  'authority-without-the-input': {
    base: 'spend',
    edit: fc.nat(2).map((distance) => (s) => slotIs('authority', { key: otherWallet(s, distance) })(s)),
  },
  'output-of-another-with-data': {
    base: 'create',
    edit: stranger.map((of) => (s) => firstOutput({ owner: of(s) })(s)),
  },
  'data-hash-out-of-field': {
    base: 'create',
    edit: outOfField.map(
      (dataHash) => (s) =>
        firstOutput({ owner: `program:${targetOf(s).caller}`, data: withHash(s, dataHash) } as const)(s),
    ),
  },
  'own-output-without-data': { base: 'create', edit: fc.constant(firstOutput({ data: null })) },
  'output-with-data': { base: 'create', edit: accountData.map((data) => firstOutput({ data })) },
  'invoking-program-absent': {
    base: 'create',
    edit: fc.constant(slotIs('invoking_program', { key: 'light-system' })),
  },
  'no-invoking-program': {
    base: 'create',
    edit: fc.constant<Mutation>((s) => withData(s, () => ({ invokingProgram: 'light-system' }))),
  },
  'other-invoking-program': {
    base: 'create',
    edit: stranger.map((of) => (s) => withData(s, () => ({ invokingProgram: of(s) }))),
  },
};
