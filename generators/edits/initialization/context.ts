// Edits of the account to initialise: flags, size, owner, discriminator.
import fc from 'fast-check';
import { CONTEXT_SIZE, CONTEXT_V1_DISCRIMINATOR } from '../../../spec/cpi-context';
import { readyToInitialise, UNINITIALISED } from '../../../spec/initialize';
import type { KeyRole } from '../../../spec/world';
import type { Edit, Mutation } from '../../edit';
import { strangerOr } from '../../near';
import { hex } from '../../values';
import { ALONE, changedBefore, changeIn, keyIn } from './change';

/** The account to initialise has nothing in it, so that it can be of any size. */
const zeroed: Mutation = (scenario) => ({
  ...scenario,
  plan: { ...scenario.plan, accounts: [readyToInitialise(keyIn(scenario, 'cpi_context_account'))] },
});

const sizes = fc.oneof(
  fc.constantFrom(CONTEXT_SIZE - 1, CONTEXT_SIZE + 1),
  fc.constantFrom(0, 8, 136, 10_240, 20_488),
  fc.nat(30_000).map((size) => (size === CONTEXT_SIZE ? size + 1 : size)),
);
const nonZero = fc.oneof(
  fc.constantFrom('0000000000000001', '0100000000000000', CONTEXT_V1_DISCRIMINATOR),
  hex(8).map((found) => (found === UNINITIALISED ? '0000000000000002' : found)),
);
const otherOwner = strangerOr(
  fc.constantFrom<KeyRole>('account-compression', 'solana-system', 'program:A', 'wallet:1'),
  'light-system',
);

export const CONTEXT_EDITS: readonly Edit[] = [
  {
    rule: 'initialization/context-writable',
    kinds: ALONE,
    mutation: fc.constant(changeIn('cpi_context_account', { writable: false })),
  },
  {
    rule: 'initialization/context-signer-optional',
    kinds: ALONE,
    prepare: changeIn('cpi_context_account', { signer: false }),
    mutation: fc.constant(changeIn('cpi_context_account', { signer: true })),
  },
  {
    rule: 'initialization/context-size',
    kinds: ALONE,
    prepare: zeroed,
    mutation: sizes.map((size) => changedBefore('cpi_context_account', { size })),
  },
  {
    rule: 'initialization/context-owner',
    kinds: ALONE,
    mutation: otherOwner.map((owner) => changedBefore('cpi_context_account', { owner })),
  },
  {
    rule: 'initialization/context-uninitialised',
    kinds: ALONE,
    mutation: nonZero.map((discriminator) => changedBefore('cpi_context_account', { discriminator })),
  },
];
