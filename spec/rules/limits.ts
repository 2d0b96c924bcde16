// Rules of the section Limitations: read-only entries, capacities, one state tree.
import { accepts, cpiContext, named, rejects, rulesOf, type Draft } from './make';

/** Number of `ZeroCopyError::InsufficientCapacity` in the public error list of light-zero-copy; the documents give the name only. */
const insufficientCapacity = named('InsufficientCapacity', 15016);
const OVERFLOW = cpiContext('2. Fixed Capacity', '2c8aa39aee6afdf2');

/** Said of each capacity. */
const WHAT_FOLLOWS =
  'What comes after such a write is judged too: the transaction failed, so that the context holds what it held before.';

/** Of writes by any instruction. */
export const CAPACITIES = {
  'new-addresses': {
    statement:
      'A write that would make it more than 10 new addresses in the context fails with InsufficientCapacity.',
    expects: insufficientCapacity,
    sources: [cpiContext('2. Fixed Capacity', 'c886f385be32e3be'), OVERFLOW],
    note: WHAT_FOLLOWS,
  },
  inputs: {
    statement:
      'A write that would make it more than 20 inputs in the context fails with InsufficientCapacity.',
    expects: insufficientCapacity,
    sources: [cpiContext('2. Fixed Capacity', 'ca07917f9b36d74e'), OVERFLOW],
    note: WHAT_FOLLOWS,
  },
  outputs: {
    statement:
      'A write that would make it more than 30 outputs in the context fails with InsufficientCapacity.',
    expects: insufficientCapacity,
    sources: [cpiContext('2. Fixed Capacity', '90542b157b8b6052'), OVERFLOW],
    note: WHAT_FOLLOWS,
  },
  'output-data': {
    statement:
      'A write whose output data does not fit into the rest of the 14,020 bytes fails with InsufficientCapacity.',
    expects: insufficientCapacity,
    sources: [cpiContext('2. Fixed Capacity', '4b60af8eb8e885d5'), OVERFLOW],
    note: WHAT_FOLLOWS,
  },
} satisfies Readonly<Record<string, Draft>>;

export const LIMIT_RULES = rulesOf('limits', {
  ...CAPACITIES,
  'read-only-accounts': {
    statement: 'Read-only accounts cannot be written to a context.',
    expects: rejects,
    alsoAllows: [6063],
    sources: [cpiContext('1. Read-Only Accounts/Addresses', 'd9e36ca3768b6840')],
    note: 'InvokeCpi itself has no read-only entries; exercised through InvokeCpiWithReadOnly.',
  },
  'read-only-addresses': {
    statement: 'Read-only addresses cannot be written to a context.',
    expects: rejects,
    alsoAllows: [6063],
    sources: [cpiContext('1. Read-Only Accounts/Addresses', 'd9e36ca3768b6840')],
    note: 'InvokeCpi itself has no read-only entries; exercised through InvokeCpiWithReadOnly.',
  },
  'full-context-executes': {
    statement: 'What fits into the context can be executed: up to 30 outputs at once.',
    expects: accepts,
    steps: [4, 5],
    sources: [
      cpiContext('2. Fixed Capacity', '90542b157b8b6052'),
      cpiContext('Step 3: Final Invocation', '721d6db1e5e9cfc6'),
    ],
    note: 'No smaller limit on what one execution takes is documented.',
  },
  'single-tree': {
    statement:
      'All state trees that a write or an execution of a context uses are the one that it is associated with.',
    expects: rejects,
    steps: [4, 5],
    sources: [
      cpiContext('3. Single Merkle Tree Association', '5c521af0ccc07d30'),
      cpiContext('Quick Reference', '7d34223e1e8aeaa4'),
    ],
    alsoAllows: [6028],
    note: 'For trees after the first no code is named; 6028 is allowed.',
  },
});
