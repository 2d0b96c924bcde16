// Rules about who may spend by an Invoke, what must be proven, and what it does (INVOKE.md, Instruction Logic, State Changes).
import { accepts, code, effect, linked, rejects, type Draft } from './make';

const invoke = linked('INVOKE.md');

const signerCheck = [3, 3] as const;
/** PROCESSING_PIPELINE.md, Step 16. */
const proof = [5.16, 5.16] as const;

const SIGNER: Readonly<Record<string, Draft>> = {
  'input-owner': {
    statement: 'Every input is owned by the authority; otherwise 6001 SignerCheckFailed.',
    expects: code(6001, 'SignerCheckFailed'),
    steps: signerCheck,
    sources: [
      invoke('Step 3: Verify Authority Signature', 'a61e05b12b2d7116'),
      invoke('Constraints', '8dbc2941cf42603d'),
      invoke('Account Validations', '8fb04e2b5e50dcf0'),
      invoke('Errors', '4e2a5a118ebea3a2'),
    ],
  },
  'input-without-data': {
    statement: 'No input has data; otherwise 6001 SignerCheckFailed.',
    expects: code(6001, 'SignerCheckFailed'),
    steps: signerCheck,
    sources: [
      invoke('Step 3: Verify Authority Signature', '94b53cedb1cc97d1'),
      invoke('Constraints', 'd34c007fc3caa3c3'),
      invoke('Errors', '4e2a5a118ebea3a2'),
    ],
  },
  'authority-may-be-pda': {
    statement:
      'The authority may be any key that signs, a PDA for which a program signs in its CPI too, and owns what it spends.',
    expects: accepts,
    sources: [
      invoke('Step 3: Verify Authority Signature', 'a61e05b12b2d7116'),
      invoke('Accounts', '3dab84bdaa011db4'),
    ],
    note: 'The document asks for a signature and for ownership, not for what kind of key has both.',
  },
  'by-cpi': {
    statement: 'A program, or a program called by another, can make the call on behalf of the authority.',
    expects: accepts,
    sources: [invoke('Description', 'fbb8666780d3bb43')],
    note: '"No CPI" and "direct user invocation" are read as what the instruction is for: no account and no check that the document lists depends on who makes the call.',
  },
};

const PROOFS: Readonly<Record<string, Draft>> = {
  'proof-required': {
    statement: 'Inputs that are not proven by index need a proof; without one 6017 ProofIsNone.',
    expects: code(6017, 'ProofIsNone'),
    steps: [5.01, 5.16],
    sources: [invoke('Errors', '3565fbb0d0c5a05a'), invoke('Data Layout', '37104a308d609ba6')],
  },
  'address-needs-proof': {
    statement: 'New addresses need a proof; without one 6017 ProofIsNone.',
    expects: code(6017, 'ProofIsNone'),
    steps: [5.01, 5.16],
    sources: [
      invoke('Errors', '3565fbb0d0c5a05a'),
      invoke('Data Layout', 'd146b0dabee8caa7'),
      invoke('State Changes', '390a747e757b64e6'),
    ],
  },
  'proof-verified': {
    statement: 'A proof that does not prove the inputs fails with 6043 ProofVerificationFailed.',
    expects: code(6043, 'ProofVerificationFailed'),
    steps: proof,
    sources: [invoke('Errors', 'c5c1fa87ec3aa7eb')],
  },
  'address-proof-verified': {
    statement: 'A proof that does not prove the new addresses fails with 6043 ProofVerificationFailed.',
    expects: code(6043, 'ProofVerificationFailed'),
    steps: proof,
    sources: [invoke('Errors', 'c5c1fa87ec3aa7eb'), invoke('State Changes', '390a747e757b64e6')],
  },
  'empty-inputs': {
    statement: 'An Invoke without inputs, outputs and new addresses fails with 6019 EmptyInputs.',
    expects: code(6019, 'EmptyInputs'),
    steps: [1, 5.16],
    sources: [invoke('Errors', '1f5e05b736f84ced')],
  },
};

const EFFECTS: Readonly<Record<string, Draft>> = {
  'outputs-created': {
    statement:
      'Each output is created: what is appended for it is the hash of that very account, with its leaf index, tree, owner and lamports.',
    expects: effect,
    steps: [5, 5],
    sources: [invoke('State Changes', '3783b6000ff70e16'), invoke('Data Layout', '55140e407cd55d47')],
    note: 'The hash is the public definition of compressed accounts; within an execution any order is allowed.',
  },
  'inputs-nullified': {
    statement: 'An input is nullified: it can be spent once and not again, and only if it exists.',
    expects: rejects,
    steps: [5, 5.19],
    sources: [invoke('State Changes', '941e457936c84f56'), invoke('Data Layout', '10668f986294341a')],
  },
  'sol-moved': {
    statement:
      'SOL is compressed into the sol pool, or decompressed from it to the recipient, to the lamport.',
    expects: effect,
    steps: [5, 5],
    sources: [
      invoke('State Changes', 'c9b51708a7aa27ac'),
      invoke('Data Layout', '1bb2404607fba0ea'),
      invoke('Data Layout', '05cf7b1b5980383b'),
    ],
  },
};

export const INVOKE_EXECUTION_DRAFTS = { ...SIGNER, ...PROOFS, ...EFFECTS };
