// Rules about the published compressed-token program as a caller: what it does by itself was observed, what it shares is documented.
import type { Rule } from '../rule';
import { accepts, code, cpiContext, invokeCpi, observed, rejects, rulesOf, type Draft } from './make';
import { PROOF_SOURCES } from './proofs';

/** Token and PDA updates in one workflow. */
const TOGETHER = cpiContext('Overview', '7b8422f93b6d1207');
const FIRST = cpiContext('Overview', 'eabce55986bdb643');
const FURTHER = cpiContext('Overview', '74a88fe217d1b5df');
const FINAL = cpiContext('Overview', 'de0cda121c80154e');
const COMBINED = cpiContext('Step 3: Final Invocation', 'e348e019c573bd24');
const APPENDED = cpiContext('Step 2: Subsequent Invocations (0 or more)', 'd7d32390404726f1');
const NULLIFIED = invokeCpi('State Changes', '4cd22810cecb048c');

/** By the token program itself, in front of any call of the system program. */
const refusal = { provenance: 'observed', expects: rejects, sources: [], steps: [0, 0] } as const;

/** About tokens in v1 trees, which are spent under a proof alone. */
const IN_V1_TREES: Readonly<Record<string, Draft>> = {
  'v1-spend': {
    statement: 'A transfer spends tokens of a v1 tree under a proof that they are in it.',
    expects: accepts,
    sources: [NULLIFIED, PROOF_SOURCES.statements],
    note: 'The twin mints the same tokens and spends none.',
  },
  'v1-shared': {
    statement:
      'One proof in the final invocation covers what the token program and ours have written to a context: the token program first, between ours or last.',
    expects: accepts,
    sources: [TOGETHER, ...PROOF_SOURCES.oneForAll],
    note: 'The twin creates the same accounts and spends none.',
  },
  'v1-by-index': {
    ...observed,
    expects: rejects,
    statement: 'Tokens of a v1 tree are not spent by their index.',
  },
  'v1-needs-proof': {
    statement: 'Spending tokens of a v1 tree without a proof fails with 6017 ProofIsNone.',
    expects: code(6017, 'ProofIsNone'),
    sources: PROOF_SOURCES.missing,
    refines: ['proofs/missing', 'proofs/taken-away'],
  },
  'v1-other-proof': {
    statement:
      'Spending tokens of a v1 tree with a proof of something else fails with 6043 ProofVerificationFailed.',
    expects: code(6043, 'ProofVerificationFailed'),
    sources: PROOF_SOURCES.verified,
    refines: ['proofs/wrong'],
  },
  'v1-only-what-is-there': {
    statement:
      'A proof of tokens does not spend another amount, or another owner’s, another mint’s or another leaf’s: 6043 ProofVerificationFailed.',
    expects: code(6043, 'ProofVerificationFailed'),
    sources: PROOF_SOURCES.verified,
    refines: ['proofs/wrong'],
  },
  'v1-spent-once': {
    statement: 'Tokens of a v1 tree are spent once: not again with the same proof, alone or on a context.',
    expects: rejects,
    sources: [NULLIFIED],
    refines: ['effects/inputs-nullified', 'proofs/spent-once'],
  },
};

export const TOKEN_RULES: readonly Rule[] = rulesOf('token', {
  ...IN_V1_TREES,
  'mint-to': {
    ...observed,
    statement:
      'Minting appends a leaf for each share, to a v2 queue or a v1 tree: an account of the token program whose data say mint, owner and amount.',
    note: 'By InvokeCpi without a context; the data hash is the public definition of compressed tokens, Poseidon of mint, owner and amount.',
  },
  transfer: {
    ...observed,
    statement:
      'A transfer spends its inputs by index and creates its outputs, each an account of the token program with mint, owner and amount.',
    note: 'By InvokeCpiWithReadOnly in the slots of InvokeCpi, with the context among the remaining accounts too.',
  },
  compress: {
    ...observed,
    statement: 'Compressing moves SPL tokens to the pool of the mint and creates as many compressed ones.',
  },
  decompress: {
    ...observed,
    statement:
      'Decompressing spends compressed tokens and moves as many SPL tokens from the pool to an account.',
  },
  amounts: {
    ...observed,
    statement:
      'After minting, compressing and decompressing, the supply of the mint, its pool and the token accounts have just what was moved, and nothing else has changed.',
  },
  'begins-context': {
    statement:
      'The token program may begin a context: what it writes is executed together with what the programs behind it bring.',
    expects: accepts,
    sources: [TOGETHER, FIRST, COMBINED],
    note: 'The twin does the same without a context.',
  },
  'joins-context': {
    statement: 'The token program may add to a context that another program has begun, and a third executes.',
    expects: accepts,
    sources: [TOGETHER, FURTHER, APPENDED],
    note: 'The twin does the same without a context.',
  },
  'executes-context': {
    statement: 'The token program may execute what other programs have written, together with its transfer.',
    expects: accepts,
    sources: [TOGETHER, FINAL, COMBINED],
    note: 'The twin does the same without a context.',
  },
  'spent-once': {
    statement:
      'Compressed tokens are spent once: not again by another transfer, not twice by one, and not by a transfer and a context.',
    expects: rejects,
    sources: [NULLIFIED],
    refines: ['effects/inputs-nullified'],
  },
  'only-what-is-there': {
    statement:
      'Only tokens that exist can be spent: another amount, another owner or another mint than the account has is refused, directly and through a context.',
    expects: rejects,
    sources: [NULLIFIED],
    refines: ['effects/inputs-nullified'],
  },
  'fee-payer-mismatch': {
    statement:
      'The token program may not add to or execute a context that was begun with another fee payer: 6027 CpiContextFeePayerMismatch.',
    expects: code(6027, 'CpiContextFeePayerMismatch'),
    steps: [4, 4.9],
    sources: [
      cpiContext('1. Fee Payer Consistency', 'adf35e9d65c23188'),
      cpiContext('Error Codes', '630c81e689a545c3'),
    ],
    refines: [
      'validation/fee-payer-on-set',
      'validation/fee-payer-on-execute',
      'read-only/fee-payer-mismatch',
    ],
  },
  'empty-context': {
    statement:
      'The token program may not execute a context that nobody has written to: 6021 CpiContextEmpty.',
    expects: code(6021, 'CpiContextEmpty'),
    steps: [4, 4.9],
    sources: [
      cpiContext('3. Non-Empty on Execute', '74cd76547793b7a0'),
      cpiContext('Error Codes', '97bd577849db61f4'),
    ],
    refines: ['validation/not-empty-on-execute', 'read-only/empty-context'],
  },
  'more-out-than-in': {
    ...refusal,
    statement: 'The token program refuses a transfer that gives out more tokens than come in, with its 6002.',
  },
  'less-out-than-in': {
    ...refusal,
    statement:
      'The token program refuses a transfer that gives out fewer tokens than come in, with its 6005.',
  },
  'move-in-context': {
    ...refusal,
    statement:
      'The token program refuses to compress or decompress in a write to a context, with its 6035, so that SPL tokens never move ahead of the execution.',
  },
  'moves-ahead': {
    ...observed,
    statement:
      'Where the token program does not refuse it, compressing or decompressing in a write to a context moves the SPL tokens at once: before anybody executes the context, and though what is decompressed need not exist.',
    note: 'Later versions refuse it (token/move-in-context).',
  },
  'nothing-to-spend': {
    ...refusal,
    statement:
      'The token program refuses a transfer that neither spends nor moves anything, with its 6024, on a context too.',
  },
});
