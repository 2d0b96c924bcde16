// Rules about Invoke's nine fixed slots and its remaining accounts (INVOKE.md, Accounts).
import { accepts, linked, named, rejects, type Draft } from './make';

const invoke = linked('INVOKE.md');

const FREE_READING =
  'The columns Signer and Writable are read as requirements: "No" means not required, as INVOKE_CPI.md says in words for its authority.';

/** From the account checks of Step 2 to the call of account-compression at the end of the pipeline. */
const untilTheEnd = [2, 5.19] as const;
/** Steps 2 to 9 of the pipeline: trees are read, outputs and inputs prepared. */
const whenRead = [4, 5.09] as const;

const SLOTS: Readonly<Record<string, Draft>> = {
  'at-least-nine': {
    statement: 'An Invoke with fewer than 9 accounts fails with NotEnoughAccountKeys.',
    expects: named('NotEnoughAccountKeys'),
    sources: [invoke('Errors', '75d8dbe9e00ae507')],
  },
  'fee-payer-signs': {
    statement: 'Slot 0, fee_payer, must be a signer; otherwise MissingRequiredSignature.',
    expects: named('MissingRequiredSignature'),
    sources: [
      invoke('Errors', 'fa5b62706f9d84a8'),
      invoke('Account Validations', '7bc6898cd5a2dc19'),
      invoke('Accounts', '9409a148604056a8'),
    ],
  },
  'fee-payer-writable': {
    statement: 'Slot 0, fee_payer, must be writable.',
    expects: rejects,
    sources: [invoke('Accounts', '9409a148604056a8'), invoke('Account Validations', 'f239c330772a7f9f')],
  },
  'authority-signs': {
    statement: 'Slot 1, authority, must be a signer; otherwise MissingRequiredSignature.',
    expects: named('MissingRequiredSignature'),
    sources: [
      invoke('Errors', 'fa5b62706f9d84a8'),
      invoke('Account Validations', '7bc6898cd5a2dc19'),
      invoke('Accounts', '3dab84bdaa011db4'),
    ],
  },
  'authority-writable-optional': {
    statement: 'Slot 1, authority, may be passed writable: being writable is not required, nor forbidden.',
    expects: accepts,
    sources: [invoke('Accounts', '3dab84bdaa011db4')],
    note: FREE_READING,
  },
  'authority-may-be-fee-payer': {
    statement: 'The authority can be the same account as fee_payer.',
    expects: accepts,
    sources: [invoke('Account Validations', 'fe3d3f5e1832e4cd')],
  },
  'registered-program-pda-identity': {
    statement: 'Slot 2 is the registered program PDA; another account there is refused.',
    expects: rejects,
    steps: untilTheEnd,
    sources: [invoke('Accounts', '36d1560f46add726')],
    note: '"Checked in account-compression": the refusal may come from there.',
  },
  'registered-program-pda-writable-optional': {
    statement: 'Slot 2, registered_program_pda, may be passed writable.',
    expects: accepts,
    sources: [invoke('Accounts', '36d1560f46add726')],
    note: FREE_READING,
  },
  'unused-slot-free': {
    statement: 'Slot 3 is kept for backwards compatibility only: any account with any flags will do.',
    expects: accepts,
    sources: [invoke('Accounts', '6b113fb58434ef8e')],
  },
  'account-compression-authority-identity': {
    statement:
      'Slot 4 is the PDA with which the system program calls account-compression; another account there is refused.',
    expects: rejects,
    steps: untilTheEnd,
    sources: [invoke('Accounts', '3e29a5e349c850d8')],
  },
  'account-compression-authority-writable-optional': {
    statement: 'Slot 4, account_compression_authority, may be passed writable.',
    expects: accepts,
    sources: [invoke('Accounts', '3e29a5e349c850d8')],
    note: FREE_READING,
  },
  'account-compression-program-identity': {
    statement:
      'Slot 5 is the account-compression program; another account there fails with IncorrectProgramId.',
    expects: named('IncorrectProgramId'),
    steps: untilTheEnd,
    sources: [invoke('Errors', 'c38a762745f7044a'), invoke('Accounts', 'cfea2649e40bbef8')],
  },
  'system-program-identity': {
    statement: 'Slot 8 is the Solana system program; another account there fails with IncorrectProgramId.',
    expects: named('IncorrectProgramId'),
    steps: untilTheEnd,
    sources: [invoke('Errors', 'c38a762745f7044a'), invoke('Accounts', '8e1f62438af7e0de')],
  },
};

const REMAINING: Readonly<Record<string, Draft>> = {
  'remaining-order': {
    statement:
      'Remaining accounts stand in the order state trees, output queues, address trees, address queues; another order is refused.',
    expects: rejects,
    steps: [2, 5.09],
    sources: [
      invoke('Remaining Accounts', '2c92f3c06af4ef8b'),
      invoke('Remaining Accounts', '940521a54ed70a55'),
      invoke('Remaining Accounts', 'bfa2b6efcc26c268'),
      invoke('Remaining Accounts', 'a58cedab99b9d37f'),
      invoke('Remaining Accounts', 'b086983699f05ac9'),
    ],
    note: '"In a specific order" is read as a requirement, of the accounts that an index points at. A v1 state tree that takes outputs counts as a state tree.',
  },
  'trailing-accounts-free': {
    statement: 'Remaining accounts that no index points at do not matter.',
    expects: accepts,
    sources: [invoke('Accounts', 'e87885028439d18f')],
    note: '"And other dynamic accounts".',
  },
  'remaining-index-in-range': {
    statement: 'An index that points behind the last remaining account is refused.',
    expects: rejects,
    steps: whenRead,
    sources: [invoke('Accounts', 'e87885028439d18f')],
  },
  'remaining-tree-type': {
    statement: 'Outputs go to a Merkle tree or queue; an index that points at something else is refused.',
    expects: rejects,
    steps: whenRead,
    sources: [invoke('Accounts', 'e87885028439d18f'), invoke('Remaining Accounts', 'bfa2b6efcc26c268')],
  },
};

export const INVOKE_ACCOUNT_DRAFTS = { ...SLOTS, ...REMAINING };
