// Rules about CPIs between any programs, from the guide: what a call graph may do, and what makes it fail.
import { accepts, effect, linked, named, observed, rejects, rulesOf } from './make';

const guide = linked('CPI_GUIDE.md');
const how = (sentence: string) => guide('\\#\\# How CPIs Work', sentence);
const table = (sentence: string) => guide('\\#\\# `invoke` vs. `invoke_signed`', sentence);
const pitfall = (sentence: string) => guide('\\#\\# Tricky Parts & Common Pitfalls', sentence);
const SIGNERS = table('6c737516cddc233b');
const ESCALATION = pitfall('974e2c8b442e67ec');
const REENTRANCY = pitfall('06df08653324a51d');

const CALLS = {
  executes: {
    statement:
      'A CPI executes the callee with the accounts and data that the caller chose, and control then returns to the caller, which goes on.',
    expects: effect,
    sources: [how('9830784bb56fdc53'), how('cade6baba7a9f7ef'), how('bb9f0c8e052473e6')],
    note: 'Seen in the bytes that callers and callees write before, in and after the calls.',
  },
  'one-transaction': {
    statement:
      'A CPI is part of the transaction and no new one: the fee is paid once, however many there are.',
    expects: effect,
    sources: [how('c730883afc15ecd8')],
  },
  'failure-is-final': {
    statement:
      'A CPI that fails makes the whole transaction fail: its caller does not go on, and everything before it is undone.',
    expects: rejects,
    sources: [how('c730883afc15ecd8')],
  },
  'callee-is-program': {
    statement: 'Calling an account that is no program fails.',
    expects: rejects,
    sources: [how('cade6baba7a9f7ef'), how('d49388c5a14f24de')],
    note: '"Loads the callee program": of an account that is none, nothing can be loaded.',
  },
} as const;

const SIGNATURES = {
  'signer-passes-through': {
    statement:
      'The signature of who signed the transaction reaches a callee through the programs in between.',
    expects: accepts,
    sources: [SIGNERS, table('0121bbdf0857d105')],
  },
  'signature-demanded': {
    statement: 'A callee that needs a signature refuses a call in which the signer is not passed on as one.',
    expects: rejects,
    sources: [SIGNERS, table('5fee9a73677e3d05')],
  },
  'pda-signs': {
    statement: "A program's own PDA signs in a CPI that the program makes with the PDA's seeds and bump.",
    expects: accepts,
    sources: [table('bcf873ec63405803'), SIGNERS, pitfall('bf8a4688d4aac657')],
  },
  'pda-of-other-program': {
    statement: 'No program can sign for a PDA of another one, even with that PDA’s seeds and bump.',
    expects: rejects,
    sources: [pitfall('bf8a4688d4aac657')],
  },
  'pda-other-seeds': {
    statement:
      "Signing for a PDA with other seeds than the PDA's fails: another seed, too long a one, too many.",
    expects: rejects,
    sources: [SIGNERS],
    note: 'The limits of 32 bytes and 16 seeds are in no document; that such seeds are not the PDA’s is.',
  },
  'pda-other-bump': {
    statement: "Signing for a PDA with another bump than the PDA's fails.",
    expects: rejects,
    sources: [SIGNERS],
  },
} as const;

const PRIVILEGES = {
  'account-order': {
    statement:
      'A callee that gets its accounts in another order than it expects them fails with InvalidAccountData.',
    expects: named('InvalidAccountData'),
    sources: [pitfall('0fa1b77d47d829b3')],
  },
  'signer-escalation': {
    statement: 'A CPI cannot make an account a signer that does not sign in the transaction.',
    expects: rejects,
    sources: [ESCALATION],
  },
  'writable-escalation': {
    statement: 'A CPI cannot make an account writable that is read-only in the transaction.',
    expects: rejects,
    sources: [ESCALATION],
  },
  'signer-withheld': {
    statement:
      'A signature that a caller did not pass on cannot be got back by its callee, whoever signed the transaction.',
    expects: rejects,
    sources: [ESCALATION],
    note: 'The guide’s example is about writable accounts, and about what the program was passed; the same is taken to hold for signers.',
  },
  'writable-withheld': {
    statement:
      'An account passed on read-only cannot be made writable by the callee, even if the transaction has it writable.',
    expects: rejects,
    sources: [ESCALATION],
  },
  reentrancy: {
    statement: 'A program cannot be called by one that it called itself, directly or through others.',
    expects: rejects,
    sources: [REENTRANCY],
  },
  'self-recursion': {
    statement: 'A program cannot call itself.',
    expects: rejects,
    sources: [REENTRANCY],
    note: '"From being in the call stack more than once" covers direct recursion, though the example does not.',
  },
  'returned-program-callable': {
    statement: 'A program that has returned is no longer in the call stack and may be called again.',
    expects: accepts,
    sources: [REENTRANCY],
  },
  'data-undecodable': {
    statement:
      'Instruction data that the callee cannot decode fails: cut short, wrapped in a length, selecting no instruction, or with a byte behind it that the callee minds.',
    expects: rejects,
    sources: [pitfall('63794ce9abf6af24')],
    note: 'Our own programs decode their data to its end; Solana’s system program does not (data-trailing).',
  },
  'compute-budget': {
    statement: 'CPIs that together take more than the compute budget make the transaction fail.',
    expects: rejects,
    sources: [pitfall('77ba9473fcf1486f')],
    note: 'Judged where the limit is below 1,000 units for each CPI, which the runtime takes for the call alone; no document says how many.',
  },
} as const;

/** What the runtime does that the guide does not speak of: found by running. */
const RUNTIME = {
  'call-depth': {
    ...observed,
    statement:
      'Five programs can be on the call stack, the transaction’s own included; a sixth fails with CallDepth.',
    expects: named('CallDepth'),
  },
  'missing-account': {
    ...observed,
    statement: 'A CPI with an account that its caller was not passed fails with MissingAccount.',
    expects: named('MissingAccount'),
  },
  'missing-program': {
    ...observed,
    statement: 'A CPI to a program that its caller was not passed fails with MissingAccount.',
    expects: named('MissingAccount'),
  },
  'write-needs-owner': {
    ...observed,
    statement:
      'A program that writes data of an account that it does not own fails with ExternalAccountDataModified.',
    expects: named('ExternalAccountDataModified'),
  },
  'write-needs-writable': {
    ...observed,
    statement:
      'A program that writes an account that it was passed read-only fails with ReadonlyDataModified.',
    expects: named('ReadonlyDataModified'),
  },
  'data-trailing': {
    ...observed,
    statement: 'Solana’s system program does not mind a byte behind a transfer’s data.',
    expects: accepts,
  },
  'callee-error': {
    ...observed,
    statement:
      'The transaction fails with the custom code of the callee that failed, and it counts as that callee’s.',
  },
} as const;

export const CPI_GUIDE_RULES = rulesOf('cpi-guide', { ...CALLS, ...SIGNATURES, ...PRIVILEGES, ...RUNTIME });
