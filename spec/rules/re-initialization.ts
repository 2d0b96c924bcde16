// Rules about ReInitCpiContextAccount, which makes a version 2 context of one of version 1.
import { accepts, code, cpiContext, effect, linked, named, rejects, rulesOf } from './make';

const page = linked('REINIT_CPI_CONTEXT_ACCOUNT.md');
const SLOT = page('Accounts', 'dae6b9c81aee9718');

const REFUSED = {
  'no-account': {
    statement: 'A re-initialisation without an account fails with NotEnoughAccountKeys.',
    expects: named('NotEnoughAccountKeys'),
    sources: [page('Errors', '24c71b0d15c71e3a')],
  },
  'context-owner': {
    statement: 'The account is owned by the Light system program; otherwise IllegalOwner.',
    expects: named('IllegalOwner'),
    sources: [
      page('Errors', '21a3263404af161b'),
      page('Account Validations', '7a687f41a6fdd71d'),
      page('Description', '4c7cc58f172cf13b'),
    ],
  },
  'version-1': {
    statement: 'The account has the discriminator of version 1; otherwise InvalidCpiContextDiscriminator.',
    expects: code(6056, 'InvalidCpiContextDiscriminator'),
    alsoAllows: [6025],
    sources: [
      page('Errors', '93c4dcb78e6d3972'),
      page('Account Validations', 'bc41188f76bde80f'),
      cpiContext('Error Codes', '195c6fd05b264bf1'),
    ],
    note: 'The page numbers the error 6025, CPI_CONTEXT.md gives the name 6056; either is allowed.',
  },
  'context-writable': {
    statement: 'The account must be writable.',
    expects: rejects,
    steps: [2, 5],
    sources: [SLOT, page('Account Validations', 'f239c330772a7f9f')],
  },
  'too-small': {
    statement: 'An account too small for the fields of version 1 fails with BorshIoError.',
    expects: named('BorshIoError'),
    sources: [page('Errors', '4ec47bb569f17918')],
    note: 'Its fields take 72 bytes.',
  },
} as const;

const FREE = {
  'additional-data': {
    statement:
      'Data behind the discriminator means nothing: the account is migrated as without it, or the data is refused.',
    expects: accepts,
    steps: [1, 1],
    sources: [page('Instruction Data', 'b6386e06213d488b'), page('Instruction Data', '830304cebda8172b')],
    note: 'As for InitializeCpiContextAccount: no error is named for longer data, so either outcome is allowed.',
  },
  'context-signer-optional': {
    statement: 'The account may sign: it is not required, nor forbidden.',
    expects: accepts,
    sources: [SLOT],
  },
  'ready-for-use': {
    statement: 'What was migrated is used like any other context.',
    expects: accepts,
    steps: [4, 5],
    sources: [page('State Changes', 'ea1ae2ad99cfbd55'), page('State Changes', 'f6a6081a2aa26708')],
  },
} as const;

const EFFECTS = {
  resized: {
    statement: 'The account has 14,020 bytes afterwards.',
    expects: effect,
    sources: [page('State Changes', '81432d838dc80810'), page('Step 3: Resize Account', 'a189f39134cfc9b0')],
  },
  'version-2': {
    statement: 'The account has the discriminator of version 2 and default capacities afterwards.',
    expects: effect,
    sources: [page('State Changes', 'ea1ae2ad99cfbd55'), page('State Changes', 'f6a6081a2aa26708')],
  },
  zeroed: {
    statement: 'Everything else is zero: no fee payer, no entries.',
    expects: effect,
    sources: [page('State Changes', '5048a53f5f434291')],
  },
  'tree-kept': {
    statement: 'The associated Merkle tree stays.',
    expects: effect,
    sources: [page('State Changes', '5048a53f5f434291')],
  },
  'changes-nothing-else': {
    statement: 'No other account changes, and nobody pays or gains: less space needs no rent.',
    expects: effect,
    sources: [page('Step 3: Resize Account', 'a189f39134cfc9b0'), page('Description', '4c7cc58f172cf13b')],
  },
} as const;

export const REINITIALIZATION_RULES = rulesOf('re-initialization', {
  ...REFUSED,
  ...FREE,
  ...EFFECTS,
});
