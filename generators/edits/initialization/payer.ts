// Edits of an initialisation's fee payer, and of the number of its accounts.
import fc from 'fast-check';
import { PAYER_COUNT } from '../../../spec/world';
import type { Edit, Mutation } from '../../edit';
import { withInitialization, withTransaction } from '../../scenario';
import { wallet } from '../../values';
import { ALONE, changeIn, keyIn } from './change';

/** The transaction's own fee payer signs and is writable whatever an instruction says: it must be another account. */
const paidByAnother: Mutation = (scenario) => {
  const named = Number(keyIn(scenario, 'fee_payer').slice('payer:'.length));
  return withTransaction(scenario, (t) => ({ ...t, feePayer: `payer:${(named + 1) % PAYER_COUNT}` }));
};

export const PAYER_EDITS: readonly Edit[] = [
  {
    rule: 'initialization/at-least-three',
    kinds: ALONE,
    mutation: fc.nat(2).map(
      (missing): Mutation =>
        (s) =>
          withInitialization(s, ({ accounts }) => ({ accounts: accounts.slice(0, 2 - missing) })),
    ),
  },
  {
    rule: 'initialization/extra-accounts-free',
    kinds: ALONE,
    mutation: fc
      .array(fc.record({ key: wallet, signer: fc.boolean(), writable: fc.boolean() }), {
        minLength: 1,
        maxLength: 3,
      })
      .map(
        (more): Mutation =>
          (s) =>
            withInitialization(s, ({ accounts }) => ({ accounts: [...accounts, ...more] })),
      ),
  },
  {
    rule: 'initialization/fee-payer-signs',
    kinds: ALONE,
    prepare: paidByAnother,
    mutation: fc.constant(changeIn('fee_payer', { signer: false })),
  },
  {
    rule: 'initialization/fee-payer-writable',
    kinds: ALONE,
    prepare: paidByAnother,
    mutation: fc.constant(changeIn('fee_payer', { writable: false })),
  },
];
