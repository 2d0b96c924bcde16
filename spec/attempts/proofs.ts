// Attempts at the codes about proofs and addresses.
import type { KeyRole } from '../world';
import { byPrograms, everywhere, invoke, invokeCpi, siblings, type Attempts } from './make';

export const PROOF_ATTEMPTS: Attempts = {
  'proof-without-use': { does: 'a proof that nothing needs', aims: [6018], comes: everywhere('6018') },
  'proof-missing': { does: 'an input that needs a proof, and none', aims: [6017], comes: everywhere('6017') },
  'proof-wrong': {
    does: 'an input that needs a proof, and a wrong one',
    aims: [6043],
    comes: everywhere('6043'),
  },
  'proof-for-several': {
    does: 'several inputs that need a proof, and a wrong one',
    aims: [6036, 6043],
    comes: everywhere('6043'),
  },
  'proof-of-two-heights': {
    does: 'one proof for state trees of two heights',
    aims: [6038],
    comes: everywhere('6038'),
  },
  'proof-of-unknown-height': {
    does: 'a proof for a state tree of a height that has none',
    aims: [6050, 6038],
    comes: everywhere('6050'),
    note: 'The bytes of the tree are changed beforehand.',
  },
  'address-trees-of-two-heights': {
    does: 'one proof for address trees of two heights',
    aims: [6037],
    comes: everywhere('6037'),
  },
  'address-without-proof': {
    does: 'a new address in a batched tree without a proof',
    aims: [6007, 6017],
    comes: { ...invoke('6007'), ...byPrograms('6017') },
  },
};

/** Where an address tree says which program it is for: a batched one has its type in front. */
export const PROGRAM_OWNER_AT: Readonly<Partial<Record<KeyRole, number>>> = {
  'address-tree': 48,
  'address-tree-v1': 40,
};

export const ADDRESS_ATTEMPTS: Attempts = {
  'output-with-address': {
    does: 'an output with an address that nothing brings',
    aims: [6006],
    comes: everywhere('6006'),
  },
  'address-in-a-state-tree': {
    does: 'a new address in a state tree or its queue',
    aims: [6041],
    comes: everywhere('6041'),
  },
  'address-of-version-1-without-queue': {
    does: 'a new address of version 1 whose queue is another account',
    aims: [6066, 6007],
    comes: everywhere('6066'),
  },
  'address-queue-out-of-range': {
    does: 'a new address of version 1 whose queue index points nowhere',
    aims: [6059, 6060, 6062],
    comes: everywhere('6062'),
  },
  'address-tree-out-of-range': {
    does: 'a new address whose tree index points nowhere',
    aims: [6057, 6059, 6060],
    comes: everywhere('panic'),
  },
  'address-tree-of-one-program': {
    does: 'a new address in an address tree that is for one other program only',
    aims: [6016],
    comes: invokeCpi('6016'),
  },
  'address-tree-of-version-1-of-one-program': {
    does: 'a new address in an address tree of version 1 that is for one other program only',
    aims: [6016],
    comes: invokeCpi('6016'),
  },
  'assigned-out-of-range': {
    does: 'a new address for an output that does not exist',
    aims: [6046, 6060],
    comes: siblings('6046'),
  },
  'assigned-without-address': {
    does: 'a new address for an output without one',
    aims: [6047],
    comes: siblings('6047'),
  },
  'assigned-to-another-address': {
    does: 'a new address for an output with another one',
    aims: [6048],
    comes: siblings('6048'),
  },
  'assigned-behind': {
    does: 'the siblings’ assigned address behind all fields',
    aims: [6046, 6047, 6048],
    comes: { ...invoke('accepted'), ...invokeCpi('accepted') },
    note: 'The instruction cannot say to which output a new address belongs.',
    leavesAsTwin: true,
  },
};
