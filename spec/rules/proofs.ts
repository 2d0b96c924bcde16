// Rules about zero-knowledge proofs: what a valid one opens, and every way in which one is wrong.
import {
  accepts,
  code,
  cpiContext,
  instructions,
  invoke,
  invokeCpi,
  linked,
  observed,
  pipeline,
  rejects,
  rulesOf,
} from './make';

const readOnly = linked('INVOKE_CPI_WITH_READ_ONLY.md');

const NEEDED = code(6017, 'ProofIsNone');
const UNNEEDED = code(6018, 'ProofIsSome');
const FAILED = code(6043, 'ProofVerificationFailed');

const VERIFIED = [
  invoke('Errors', 'c5c1fa87ec3aa7eb'),
  instructions('Error Codes Reference (SystemProgramError)', 'f3f986d5a57564b6'),
  pipeline('Step 16: Verify ZK Proof', '2df419fae243bcaf'),
];
const ONE_FOR_ALL = [
  cpiContext('Quick Reference', '98da3aa06b5c4650'),
  cpiContext('Step 3: Final Invocation', '79c5f873be9b6f87'),
];
const MISSING = [
  invoke('Errors', '3565fbb0d0c5a05a'),
  instructions('Error Codes Reference (SystemProgramError)', '5165f499b4d566e4'),
];

/** Where rules about the token program point to, too. */
export const PROOF_SOURCES = {
  verified: VERIFIED,
  oneForAll: ONE_FOR_ALL,
  missing: MISSING,
  statements: pipeline('Step 16: Verify ZK Proof', '25fdeb9cd068d844'),
} as const;

/** A proof that is not of what is executed; what differs is the rule's own. */
const refused = (statement: string) => ({ statement, expects: FAILED, sources: VERIFIED });

export const PROOF_RULES = rulesOf('proofs', {
  'new-address-v1': {
    statement: 'A proof that addresses are in no v1 address tree opens them, whoever asks and pays.',
    expects: accepts,
    sources: [
      invoke('State Changes', '390a747e757b64e6'),
      pipeline('Step 16: Verify ZK Proof', '5fad7fe9de430b4c'),
    ],
  },
  'new-address-v2': {
    statement:
      'A proof that addresses are in no v2 address tree opens them to the program that they are derived from.',
    expects: accepts,
    sources: [
      pipeline('Step 6: Derive New Addresses', '27daf1f19b3f419a'),
      pipeline('Step 16: Verify ZK Proof', '5fad7fe9de430b4c'),
    ],
  },
  'spend-v1': {
    statement:
      'A proof that accounts are in a v1 state tree lets their owner spend them, one to four at once.',
    expects: accepts,
    sources: [
      invokeCpi('State Changes', '4cd22810cecb048c'),
      pipeline('Step 16: Verify ZK Proof', '25fdeb9cd068d844'),
    ],
  },
  combined: {
    statement: 'One proof covers accounts to spend and addresses to create at once.',
    expects: accepts,
    sources: [pipeline('Step 16: Verify ZK Proof', '2df419fae243bcaf')],
  },
  'several-programs': {
    statement: 'One proof in the final invocation covers what several programs have written to a context.',
    expects: accepts,
    sources: [...ONE_FOR_ALL, invokeCpi('CPI Context Modes', '9726c98c433644aa')],
  },
  'beside-by-index': {
    statement:
      'An account that its index proves has no part in the proof: an execution can bring both it and what the proof proves.',
    expects: accepts,
    sources: [pipeline('Step 16: Verify ZK Proof', '72b173fb4f056865')],
  },
  'address-of-output': {
    statement:
      'Outputs of an execution can have the addresses that its proof opens, each once, in any order.',
    expects: accepts,
    sources: [
      pipeline('Step 5: Collect Existing Addresses', '58298abee40a9b91'),
      pipeline('Step 6: Derive New Addresses', '27daf1f19b3f419a'),
    ],
  },
  'event-addresses': {
    ...observed,
    recorded: true,
    statement:
      'An execution hands every new address on for indexers, in order, with its tree and queue, and of each v2 address tree how far it was.',
  },
  'address-chain': {
    ...observed,
    statement:
      'Each new address of a v2 address tree goes into the hash chain of its ZKP batch there: the first stands there itself, each further one is hashed behind the chain so far.',
    note: 'The page of the library says so, program-libs/batched-merkle-tree/docs/INSERT_ADDRESS_QUEUE.md, which is not among the documents.',
  },
  'v1-changelog': {
    ...observed,
    statement:
      'Each leaf that is appended to a v1 tree has a changelog entry with its index and the nodes above it, the last one of an execution all below the root and the others those that they complete; filled subtrees and canopy are nodes of the tree, too.',
    note: 'By these a proof that was made before is brought up to date. That changelog entries patch proofs is all that the page of the library says, program-libs/concurrent-merkle-tree/README.md, which is not among the documents.',
  },
  missing: {
    statement: 'Executing what needs a proof without one fails with 6017 ProofIsNone.',
    expects: NEEDED,
    sources: MISSING,
  },
  wrong: {
    ...refused(
      'Executing what needs a proof with one of something else fails with 6043 ProofVerificationFailed.',
    ),
    note: 'Made from accounts that an index proves, so that it can be asked of every version.',
  },
  'taken-away': {
    statement: 'What a valid proof opens fails with 6017 ProofIsNone without it.',
    expects: NEEDED,
    sources: MISSING,
  },
  another: refused(
    'Another valid proof, of as many accounts and addresses if there is one, fails with 6043 ProofVerificationFailed.',
  ),
  'in-a-write': {
    statement:
      'A proof that a write brings is not the final invocation’s: without one of its own that fails with 6017 ProofIsNone.',
    expects: NEEDED,
    sources: [...MISSING, ...ONE_FOR_ALL],
  },
  superfluous: {
    statement: 'Executing what needs no proof with one fails with 6018 ProofIsSome.',
    expects: UNNEEDED,
    sources: [instructions('Error Codes Reference (SystemProgramError)', '039be7a4f55df782')],
  },
  bytes: refused('A proof with any of its 128 bytes changed fails with 6043 ProofVerificationFailed.'),
  'other-account': refused(
    'A proof of an account with another owner, lamports, address, discriminator or data hash fails with 6043 ProofVerificationFailed.',
  ),
  'other-leaf': refused(
    'A proof of the same account at another leaf index fails with 6043 ProofVerificationFailed.',
  ),
  'other-root': refused(
    'A proof under another root than the one that the invocation names fails with 6043 ProofVerificationFailed.',
  ),
  'other-tree': refused('A proof for another tree fails with 6043 ProofVerificationFailed.'),
  'other-history': refused(
    'A proof under a root behind other leaves than the tree holds fails with 6043 ProofVerificationFailed.',
  ),
  'other-address': refused('A proof for another seed fails with 6043 ProofVerificationFailed.'),
  'other-program': refused(
    'A proof for the address that another program derives from the same seed fails with 6043 ProofVerificationFailed.',
  ),
  'other-order': {
    ...refused(
      'A proof of the same accounts or addresses in another order fails with 6043 ProofVerificationFailed.',
    ),
    note: 'The order among inputs is not documented; observed: those of the final invocation, then those of the writes in their order.',
  },
  'other-count': refused(
    'A proof of more or fewer accounts or addresses than are executed fails with 6043 ProofVerificationFailed.',
  ),
  'left-out': {
    ...refused(
      'A context in which one program’s data was left out, added or changed after proving fails with 6043 ProofVerificationFailed.',
    ),
    sources: [...VERIFIED, ...ONE_FOR_ALL],
  },
  'other-keys': {
    ...refused(
      'A proof that was made with the keys of another version of the program fails with 6043 ProofVerificationFailed.',
    ),
    note: 'The committed proofs are valid on 0.27.0, whose package has the proving keys; later versions verify with other keys.',
  },
  'no-root': {
    statement: 'A root index at which the tree has no root yet is refused.',
    expects: rejects,
    sources: [
      pipeline('Step 15: Read State Roots', 'e6cd676fce952e89'),
      cpiContext('Step 3: Final Invocation', '79c5f873be9b6f87'),
    ],
    note: 'No document names the error.',
  },
  'read-address-absent': {
    statement:
      'A read-only address must exist: a proof that it is in no address tree does not show that and fails with 6043 ProofVerificationFailed.',
    expects: FAILED,
    sources: [
      readOnly('State Changes', '0efaca81796b940f'),
      readOnly('Read-Only Addresses', '8d19c43acb55d21a'),
      pipeline('4. Read-Only Addresses', '506718e1eaa06548'),
    ],
    note: 'The twin brings neither the address nor the proof.',
  },
  'read-address-opened': {
    statement:
      'Reading an address that has just been opened fails with 6034 ReadOnlyAddressAlreadyExists: it waits in a queue.',
    expects: code(6034, 'ReadOnlyAddressAlreadyExists'),
    alsoAllows: [6043],
    sources: [
      readOnly('Errors', 'c50c6fdf92381fff'),
      readOnly('Read-Only Addresses', '34c1def5a17257da'),
      instructions('Error Codes Reference (SystemProgramError)', '5375b1f07f72f57e'),
      pipeline('Step 7: Verify Read-Only Address Non-Inclusion', '31f14ef9efc3a3eb'),
    ],
    note: 'A proof that the address exists cannot be made while it waits, so that 6043 is allowed as well. The twin opens the address and does not read it.',
  },
  'spent-once': {
    statement: 'An account that was spent with a proof cannot be spent again with it.',
    expects: rejects,
    sources: [invokeCpi('State Changes', '4cd22810cecb048c'), invoke('State Changes', '941e457936c84f56')],
  },
  'opened-once': {
    statement: 'An address that was opened with a proof cannot be opened again with it.',
    expects: rejects,
    sources: [pipeline('3. New Addresses', 'ff9ac425112da6f4'), invoke('State Changes', '390a747e757b64e6')],
  },
});
