// Rules about new addresses, and about the addresses of outputs: where they come from, what they are, what refuses them.
import type { InstructionName } from '../plan';
import type { Rule } from '../rule';
import { code, effect, linked, observed, rejects, rulesOf } from './make';

const inCodes = (sentence: string) =>
  linked('INSTRUCTIONS.md')('Error Codes Reference (SystemProgramError)', sentence);
const pipeline = linked('PROCESSING_PIPELINE.md');

/** PROCESSING_PIPELINE.md's steps, behind the decimal point: in front of what is inserted in Step 19. */
const WITH_TREES = [4.91, 4.93] as const;
const IN_DERIVATION = [4.93, 4.93] as const;
const IN_OUTPUTS = [4.93, 4.94] as const;
const IN_PROOF = [4.96, 4.96] as const;

const DERIVED = pipeline('3. New Addresses', 'b2d221d25187a2e0');
const NOT_THERE = pipeline('3. New Addresses', 'ff9ac425112da6f4');
const EXISTING = pipeline('Step 5: Collect Existing Addresses', '58298abee40a9b91');
const ASSIGNED = pipeline('Step 6: Derive New Addresses', '27daf1f19b3f419a');

/** What the documents say without a code. */
const UNPROVEN = ['modes/execute-verifies-proof', 'modes/execute-refuses-unprovable'] as const;
const ASSIGNING: readonly InstructionName[] = ['InvokeCpiWithReadOnly'];
const BOTH: readonly InstructionName[] = ['InvokeCpi', 'InvokeCpiWithReadOnly'];

export const ADDRESS_RULES: readonly Rule[] = rulesOf('addresses', {
  'needs-proof': {
    statement:
      'Executing a new address, of the context or its own, without a proof fails with 6017 ProofIsNone.',
    expects: code(6017, 'ProofIsNone'),
    steps: IN_PROOF,
    sources: [inCodes('5165f499b4d566e4'), NOT_THERE],
    instructions: BOTH,
    refines: UNPROVEN,
  },
  'proof-verified': {
    statement:
      'Executing new addresses, one or several, the same one twice, of one kind of tree, with a proof of something else fails with 6043 ProofVerificationFailed.',
    expects: code(6043, 'ProofVerificationFailed'),
    steps: IN_PROOF,
    sources: [inCodes('f3f986d5a57564b6'), NOT_THERE],
    instructions: BOTH,
    refines: UNPROVEN,
  },
  'of-their-program': {
    statement:
      'An address in a v2 tree is derived from its program: the same seed of two programs is two addresses, also where both come from a context.',
    expects: effect,
    steps: IN_PROOF,
    sources: [DERIVED, ASSIGNED],
    instructions: BOTH,
    note: 'Seen in what the program logs of a proof that it refuses.',
  },
  'unknown-address': {
    statement:
      'An output whose address is neither an input’s nor a new one’s fails with 6006 InvalidAddress.',
    expects: code(6006, 'InvalidAddress'),
    steps: IN_OUTPUTS,
    sources: [EXISTING, inCodes('dc86cb6c2a556d27')],
    instructions: BOTH,
  },
  'input-must-exist': {
    statement:
      'An input is an account that exists before the execution: one that its own outputs only create is refused, whatever its address.',
    expects: rejects,
    sources: [pipeline('1. Proof by Index', '99e6968e3064fc0d'), EXISTING],
    instructions: BOTH,
    refines: ['effects/inputs-nullified'],
  },
  'assigned-index': {
    statement:
      'An address assigned to an output behind the last one fails with 6046 NewAddressAssignedIndexOutOfBounds.',
    expects: code(6046, 'NewAddressAssignedIndexOutOfBounds'),
    steps: IN_OUTPUTS,
    sources: [inCodes('16fd026d06f65dd7'), ASSIGNED],
    instructions: ASSIGNING,
  },
  'assigned-to-none': {
    statement: 'An address assigned to an output without an address fails with 6047 AddressIsNone.',
    expects: code(6047, 'AddressIsNone'),
    steps: IN_OUTPUTS,
    sources: [inCodes('7e03d9bdf8d229fd'), ASSIGNED],
    instructions: ASSIGNING,
  },
  'assigned-differs': {
    statement: 'An address assigned to an output with another address fails with 6048 AddressDoesNotMatch.',
    expects: code(6048, 'AddressDoesNotMatch'),
    steps: IN_OUTPUTS,
    sources: [inCodes('9e25259d49d27378'), ASSIGNED],
    instructions: ASSIGNING,
  },
  'tree-type': {
    statement:
      'A new address in an account that is no address tree fails with 6041 AddressMerkleTreeAccountDiscriminatorMismatch.',
    expects: code(6041, 'AddressMerkleTreeAccountDiscriminatorMismatch'),
    steps: WITH_TREES,
    sources: [inCodes('246c7c75f4e73319'), pipeline('Step 4: Read Address Roots', '16564519112a50c8')],
    instructions: BOTH,
    refines: UNPROVEN,
  },
  'tree-kinds': {
    ...observed,
    statement:
      'New addresses in trees of several heights at once, as v1 and v2 trees are, fail with 6037 InvalidAddressTreeHeight.',
    expects: code(6037, 'InvalidAddressTreeHeight'),
    steps: [4.91, 4.93],
    instructions: BOTH,
    refines: UNPROVEN,
    note: 'INSTRUCTIONS.md calls the height invalid and does not say when.',
  },
  'v1-queue': {
    ...observed,
    statement:
      'A new address in a v1 tree with another queue than a v1 tree’s or the address queue fails with 6066 MissingLegacyMerkleContext.',
    expects: code(6066, 'MissingLegacyMerkleContext'),
    steps: IN_DERIVATION,
    instructions: BOTH,
    refines: UNPROVEN,
    note: 'A v1 tree in the place of the queue passes here; the proof is refused before anything is inserted.',
  },
  'v2-queue-free': {
    ...observed,
    statement:
      'The queue index of a new address in a v2 tree does not matter: the proof is refused as with any.',
    expects: code(6043, 'ProofVerificationFailed'),
    steps: IN_PROOF,
    instructions: BOTH,
    refines: [...UNPROVEN, 'accounts/remaining-index-in-range'],
  },
  'used-once': {
    ...observed,
    statement: 'An address that two outputs claim is refused for the second one: 6006.',
    expects: code(6006, 'InvalidAddress'),
    steps: IN_OUTPUTS,
    instructions: BOTH,
    note: 'Where every input has an address. Behind an input without one, more outputs are let through: see input-must-exist.',
  },
  unassigned: {
    ...observed,
    statement:
      'InvokeCpiWithReadOnly refuses an output with a new address that is assigned to no output: 6006.',
    expects: code(6006, 'InvalidAddress'),
    steps: IN_OUTPUTS,
    instructions: ASSIGNING,
  },
  'assigned-by-another': {
    ...observed,
    statement: 'InvokeCpi refuses to execute a context that holds a new address assigned to an output: 6006.',
    expects: code(6006, 'InvalidAddress'),
    steps: IN_OUTPUTS,
    instructions: ['InvokeCpi'],
  },
  'derived-as-logged': {
    ...observed,
    statement:
      'Addresses are derived as the public definition says, v1 from tree and seed, v2 from seed, tree and program; those that InvokeCpi has written to a context without an input beside them from 32 zeros in the place of the program.',
    steps: IN_PROOF,
    instructions: BOTH,
    note: 'Compared with what the program logs of a proof that it refuses.',
  },
  noted: {
    ...observed,
    statement:
      'A context notes for which program each new address is and which output gets it where InvokeCpiWithReadOnly writes it, and neither where InvokeCpi does without an input beside it.',
    instructions: BOTH,
  },
});
