// Rules about InitializeCpiContextAccount: its data and fee payer here, the rest beside it.
import { INITIALIZATION_CONTEXT, INITIALIZATION_TREE } from './initialization-accounts';
import { INITIALIZATION_EFFECTS } from './initialization-effects';
import { accepts, initialize, named, rejects, rulesOf } from './make';

const DATA = {
  discriminator: {
    statement:
      'InitializeCpiContextAccount is selected by its 8-byte discriminator; data that begins with no discriminator of the program is refused.',
    expects: rejects,
    steps: [1, 1],
    sources: [initialize('Summary', 'b94d416425df923c'), initialize('Instruction Data', 'd729306b8d757a38')],
    note: 'The discriminators of the sibling instructions are left out: those are other instructions.',
  },
  'discriminator-length': {
    statement: 'The discriminator takes 8 bytes; shorter instruction data is refused.',
    expects: rejects,
    steps: [1, 1],
    sources: [initialize('Instruction Data', 'd729306b8d757a38')],
  },
  'additional-data': {
    statement:
      'Data behind the discriminator means nothing: the account is initialised as without it, or the data is refused.',
    expects: accepts,
    steps: [1, 1],
    sources: [
      initialize('Instruction Data', 'b6386e06213d488b'),
      initialize('Instruction Data', '830304cebda8172b'),
    ],
    note: '"Takes no additional data" and "Total size: 8 bytes" leave open whether longer data is refused; no error is named for it, so either outcome is allowed.',
  },
} as const;

const FEE_PAYER = {
  'at-least-three': {
    statement: 'An initialisation with fewer than 3 accounts fails with NotEnoughAccountKeys.',
    expects: named('NotEnoughAccountKeys'),
    sources: [initialize('Errors', 'efa8ccd19b6c1fc1')],
  },
  'extra-accounts-free': {
    statement: 'Accounts behind the third do not matter.',
    expects: accepts,
    sources: [initialize('Errors', 'efa8ccd19b6c1fc1'), initialize('Accounts', '1efe4175aa324102')],
    note: 'Only too few accounts are documented as an error.',
  },
  'fee-payer-signs': {
    statement: 'Account 0, fee_payer, must be a signer; otherwise MissingRequiredSignature.',
    expects: named('MissingRequiredSignature'),
    sources: [
      initialize('Errors', '4e6f1e754a8affdc'),
      initialize('Account Validations', '7bc6898cd5a2dc19'),
      initialize('Accounts', 'ab06b820dc89582b'),
    ],
  },
  'fee-payer-writable': {
    statement: 'Account 0, fee_payer, must be writable.',
    expects: rejects,
    sources: [
      initialize('Account Validations', 'f239c330772a7f9f'),
      initialize('Accounts', 'ab06b820dc89582b'),
    ],
  },
} as const;

export const INITIALIZATION_RULES = rulesOf('initialization', {
  ...DATA,
  ...FEE_PAYER,
  ...INITIALIZATION_CONTEXT,
  ...INITIALIZATION_TREE,
  ...INITIALIZATION_EFFECTS,
});
