// Attempts with accounts that belong to somebody else, and with data where there may be none or must be some.
import fc from 'fast-check';
import { CALLERS, type KeyRole } from '../../../spec/world';
import { targetOf, withData } from '../../scenario';
import { accountData } from '../../values';
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
