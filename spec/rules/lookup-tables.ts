// Rules about lookup tables and the accounts of a transaction: what the guide says of them, and what the runtime was seen to refuse.
import { accepts, linked, named, observed, rulesOf } from './make';

const next = (sentence: string) =>
  linked('CPI_GUIDE.md')('\\#\\# Next Steps: Address Lookup Tables (ALTs)', sentence);
const LIMIT = next('174513d380b1e31a');
const TABLES = next('08645c3371dfc057');

const GUIDE = {
  'table-passes-on': {
    statement:
      'An account that stands in a lookup table reaches a program and its callees in its place, with the privileges that the transaction asks for, as if the transaction listed it.',
    expects: accepts,
    sources: [TABLES],
  },
  'table-holds-more': {
    statement: 'With lookup tables a transaction can name more accounts than a packet holds keys.',
    expects: accepts,
    sources: [LIMIT, TABLES],
    note: 'Judged from 36 accounts on: a packet of 1,232 bytes holds 35 keys at most. That a legacy transaction of that size is refused is the network’s doing: the validator in this process takes any length.',
  },
} as const;

const NOT_FOUND = named('AddressLookupTableNotFound');
const BAD_DATA = named('InvalidAddressLookupTableData');
const BAD_INDEX = named('InvalidAddressLookupTableIndex');
const MALFORMED = named('SanitizeFailure');

/** What is wrong with the table's account; the transaction fails before any program runs. */
const ACCOUNT = {
  'table-missing': {
    ...observed,
    statement: 'Looking up in a table that does not exist fails with AddressLookupTableNotFound.',
    expects: NOT_FOUND,
  },
  'table-owner': {
    ...observed,
    statement:
      'Looking up in an account of another owner than the table program fails with InvalidAddressLookupTableOwner.',
    expects: named('InvalidAddressLookupTableOwner'),
  },
  'table-short': {
    ...observed,
    statement: 'A table of fewer than 56 bytes fails with InvalidAddressLookupTableData.',
    expects: BAD_DATA,
  },
  'table-ragged': {
    ...observed,
    statement:
      'A table that does not end with a whole address of 32 bytes fails with InvalidAddressLookupTableData.',
    expects: BAD_DATA,
  },
  'table-uninitialised': {
    ...observed,
    statement:
      'A table that nobody has initialised fails with InvalidAddressLookupTableData, whatever stands behind its head.',
    expects: BAD_DATA,
  },
  'table-unknown-kind': {
    ...observed,
    statement:
      'An account that says it is something else than a table fails with InvalidAddressLookupTableData.',
    expects: BAD_DATA,
  },
  'table-bad-authority': {
    ...observed,
    statement:
      'A table that says neither that it has an authority nor that it has none fails with InvalidAddressLookupTableData.',
    expects: BAD_DATA,
  },
  'table-deactivated': {
    ...observed,
    statement: 'A table whose deactivation is no longer remembered fails with AddressLookupTableNotFound.',
    expects: NOT_FOUND,
    note: 'The validator in this process starts at slot 1, before which there is no slot that long ago: there the table names a later slot than the present, which the runtime does not remember either.',
  },
} as const;

/** What is wrong with the lookup. */
const LOOKUP = {
  'table-index': {
    ...observed,
    statement:
      'Looking up a position behind a table’s last address fails with InvalidAddressLookupTableIndex.',
    expects: BAD_INDEX,
  },
  'table-added-now': {
    ...observed,
    statement:
      'An address that was added to its table in the same slot cannot be looked up yet: InvalidAddressLookupTableIndex.',
    expects: BAD_INDEX,
  },
  'table-empty-lookup': {
    ...observed,
    statement: 'A lookup of no position at all fails with SanitizeFailure.',
    expects: MALFORMED,
  },
  'table-program': {
    ...observed,
    statement:
      'A program that the transaction itself calls cannot be looked up: the transaction fails with SanitizeFailure.',
    expects: MALFORMED,
  },
  'table-loaded-twice': {
    ...observed,
    statement:
      'An account that comes into the transaction twice, listed and looked up or looked up twice, makes it fail with AccountLoadedTwice.',
    expects: named('AccountLoadedTwice'),
  },
  'too-many-accounts': {
    ...observed,
    statement: 'A transaction of more than 128 accounts fails with TooManyAccountLocks.',
    expects: named('TooManyAccountLocks'),
    note: 'With every feature of Solana 1.18 on, as in this validator; a network without that feature has 64.',
  },
  'table-signer': {
    ...observed,
    statement:
      'An account that is looked up does not sign, so that a program which needs its signature fails with MissingRequiredSignature.',
    expects: named('MissingRequiredSignature'),
  },
  'table-native-writable': {
    ...observed,
    statement:
      'A native program that is looked up to be written is read-only: passing it on as writable fails with PrivilegeEscalation.',
    expects: named('PrivilegeEscalation'),
  },
} as const;

/** What is odd and yet allowed. */
const ALLOWED = {
  'table-cooling-down': {
    ...observed,
    statement: 'A table that was deactivated in the same slot can still be looked up in.',
    expects: accepts,
  },
  'table-frozen': {
    ...observed,
    statement: 'A table without an authority can be looked up in.',
    expects: accepts,
  },
  'table-twice': {
    ...observed,
    statement: 'Two lookups in one table bring the accounts of both.',
    expects: accepts,
  },
  'table-idle': {
    ...observed,
    statement: 'An account that is looked up and used by no instruction makes no difference.',
    expects: accepts,
  },
  'most-accounts': {
    ...observed,
    statement: 'A transaction can have 128 accounts.',
    expects: accepts,
    note: 'With every feature of Solana 1.18 on, as in this validator; a network without that feature has 64.',
  },
} as const;

export const LOOKUP_TABLE_RULES = rulesOf('cpi-guide', { ...GUIDE, ...ACCOUNT, ...LOOKUP, ...ALLOWED });
