// Rules about what an initialisation leaves behind, and that it can be used.
import { accepts, cpiContext, effect, initialize } from './make';

export const INITIALIZATION_EFFECTS = {
  'version-2': {
    statement: 'An initialised account has the version 2 discriminator: it is a CPI context account.',
    expects: effect,
    sources: [
      initialize('State Changes', 'c0f6a0e2f7823509'),
      initialize('Step 2: Initialize Account', '74bc90dfa75abc40'),
    ],
  },
  'fee-payer-zero': {
    statement: 'An initialised context has no fee payer.',
    expects: effect,
    sources: [initialize('Step 2: Initialize Account', 'f8a492d89a3ef7e7')],
  },
  'tree-set': {
    statement: 'An initialised context is associated with the tree that was passed.',
    expects: effect,
    sources: [
      initialize('State Changes', 'cf891d884d77ff0f'),
      initialize('Step 2: Initialize Account', 'ecf52c9552b81735'),
    ],
  },
  'default-capacities': {
    statement: 'An initialised context has 14,020 bytes and the capacities 10, 10, 10, 20, 30.',
    expects: effect,
    sources: [
      initialize('State Changes', '603e5848a171ef7d'),
      initialize('Step 2: Initialize Account', '466e6df28168b76e'),
      initialize('Step 2: Initialize Account', '5d94609c8f57bc1d'),
      initialize('Step 2: Initialize Account', 'a3b4c088d6d94e35'),
      initialize('Step 2: Initialize Account', '470c48fc76093a4e'),
      initialize('Step 2: Initialize Account', 'c5be275daef1f648'),
      cpiContext('2. Fixed Capacity', '66fbcdef20368cb4'),
      cpiContext('2. Fixed Capacity', 'b6687fa2376b2bae'),
      cpiContext('2. Fixed Capacity', 'b45533fb8bed0fa0'),
    ],
  },
  empty: {
    statement: 'An initialised context holds nothing.',
    expects: effect,
    sources: [cpiContext('State Machine', '81ddd6aec74a814f')],
  },
  'changes-nothing-else': {
    statement: 'An initialisation moves no lamports and touches no account but the one to initialise.',
    expects: effect,
    sources: [initialize('Description', '54c3ddcd5ab5b2d7'), initialize('Accounts', '6abef4ca2c582ad0')],
    note: 'The account must be pre-allocated, so that "Pays for account creation" leaves the fee payer nothing to pay but the transaction fee.',
  },
  'ready-for-use': {
    statement:
      'What was initialised can be first set, set and executed with its tree, and again after that, like any context.',
    expects: accepts,
    steps: [4, 5],
    sources: [
      initialize('Description', '54c3ddcd5ab5b2d7'),
      cpiContext('State Machine', '81ddd6aec74a814f'),
      cpiContext('State Machine', '3daeee65929bedf3'),
    ],
  },
} as const;
