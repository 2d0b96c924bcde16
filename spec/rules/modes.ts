// Rules about the four modes and their flags, and about which accounts each mode needs.
import { accepts, code, cpiContext, invokeCpi, observed, rejects, rulesOf } from './make';

export const MODE_RULES = rulesOf('modes', {
  'context-account-required': {
    statement:
      'An invocation with `cpi_context` data but without a context account in slot 10 fails with 6020 CpiContextAccountUndefined.',
    expects: code(6020, 'CpiContextAccountUndefined'),
    steps: [2, 4.9],
    sources: [
      invokeCpi('Errors', '56ec52ec8c33725e'),
      cpiContext('Error Codes', '0f1ab5ae1bffb2c3'),
      invokeCpi('Account Validations', '9c0994e8f54ea975'),
    ],
  },
  'write-without-account': {
    statement:
      'A write (first_set_context or set_context) without a context account in slot 10 fails with 6054 CpiContextPassedAsSetContext.',
    expects: code(6054, 'CpiContextPassedAsSetContext'),
    steps: [2, 4.9],
    sources: [
      cpiContext('4. Account Must Exist for Context Operations', '23173021d1a1d420'),
      invokeCpi('Errors', '9e1f7752f58e75d6'),
      cpiContext('Error Codes', 'f79b0ada20d47ec4'),
    ],
    note: 'The same situation is also described by 6020 ("data present but account missing"), so either code is allowed; 6054 counts as reached only where it is seen.',
  },
  'context-data-missing': {
    statement:
      'A context account in slot 10 without `cpi_context` in the data fails with 6022 CpiContextMissing.',
    expects: code(6022, 'CpiContextMissing'),
    sources: [invokeCpi('Errors', '05dfe08e4673022d'), cpiContext('Error Codes', 'b67bce1802bc6de5')],
  },
  'already-set': {
    statement:
      'Setting a context that is already set (first_set_context on a context that holds data) fails with 6049 CpiContextAlreadySet.',
    expects: code(6049, 'CpiContextAlreadySet'),
    sources: [invokeCpi('Errors', '41e5fb7f9e0d1107'), cpiContext('Error Codes', '2ed7b66228be2f61')],
    note: 'The modes table says instead that a first set clears the account; the documents contradict each other, so both the error and a cleared, newly set context are allowed.',
  },
  'both-flags': {
    statement:
      'With both flags set the invocation does what one of the two write modes does, or fails with 6049.',
    expects: accepts,
    sources: [cpiContext('Modes', '9bbe50ac60cc677d'), cpiContext('Modes', 'c97870a19fe2fe72')],
    note: 'Both rows of the table apply; any of them is allowed.',
  },
  'write-ignores-proof': {
    statement: 'A write returns early and verifies no proof, so any proof or none is accepted.',
    expects: accepts,
    sources: [
      cpiContext('Step 1: First Invocation', 'c0ce58447c265fc2'),
      cpiContext('Step 2: Subsequent Invocations (0 or more)', 'c0ce58447c265fc2'),
    ],
  },
  'write-needs-no-content': {
    statement:
      'A first set stores what the data holds, be it nothing: no error is documented for empty data.',
    expects: accepts,
    sources: [
      cpiContext('Error Codes', '97bd577849db61f4'),
      cpiContext('Step 1: First Invocation', '78a83d2dc0aad4c9'),
    ],
    note: '6021 is documented for execute mode only.',
  },
  'write-needs-no-trees': {
    ...observed,
    statement: 'A write may list neither trees nor queues: what it brings is stored all the same.',
    expects: accepts,
    steps: [2, 4.9],
    note: 'What its indices point at is what the executing invocation lists; the first Merkle tree is looked at then.',
  },
  'execute-needs-no-content': {
    statement:
      'An execute invocation may bring no inputs, outputs or addresses of its own: it executes what the context holds.',
    expects: accepts,
    sources: [cpiContext('Step 3: Final Invocation', 'b9106824635ca898')],
  },
  'execute-refuses-unprovable': {
    statement:
      'Executing a new address, or an input that is not proven by index, under a root that does not exist or in a tree of another kind is refused.',
    expects: rejects,
    steps: [4, 5],
    sources: [
      cpiContext('Step 3: Final Invocation', '79c5f873be9b6f87'),
      invokeCpi('Step 4: Process CPI Context or Execute', '44da2c84b422885e'),
    ],
    note: 'A part of modes/execute-verifies-proof: no proof can be valid here. Exercised by any root but the first.',
  },
  'execute-verifies-proof': {
    statement: 'Executing a new address, or an input that is not proven by index, needs a valid proof.',
    expects: rejects,
    steps: [4, 5],
    sources: [
      cpiContext('Step 3: Final Invocation', '79c5f873be9b6f87'),
      invokeCpi('Step 4: Process CPI Context or Execute', '44da2c84b422885e'),
    ],
  },
});
