// Edits that show the column Invoke of the tables that compare it with InvokeCpi.
import fc from 'fast-check';
import type { Edit } from '../../edit';
import { INVOKE_KINDS, takeFlag } from '../invoke/change';
import {
  both,
  byAuthority,
  byOwnInvoke,
  byProgram,
  CREATING,
  noOutputs,
  ofWallet,
  someData,
  treesFirst,
  withContext,
  withFlags,
} from './change';

export const INVOKE_COLUMN: readonly Edit[] = [
  {
    rule: 'differences/caller-invoke',
    kinds: CREATING,
    prepare: both(ofWallet, byProgram('A')),
    mutation: fc.constant(byAuthority),
  },
  {
    rule: 'differences/authority-signer-invoke',
    kinds: INVOKE_KINDS,
    mutation: fc.constant(takeFlag('authority', 'signer')),
  },
  {
    rule: 'differences/signer-check-invoke',
    kinds: ['spend'],
    prepare: both(noOutputs, treesFirst),
    mutation: fc.constant(byOwnInvoke),
  },
  {
    rule: 'differences/data-accounts-invoke',
    kinds: ['direct'],
    prepare: both(someData, treesFirst),
    mutation: fc.constantFrom(byOwnInvoke, byAuthority),
  },
  {
    rule: 'differences/cpi-context-invoke',
    kinds: ['invoke-create'],
    mutation: fc.constantFrom(
      withContext,
      both(withContext, withFlags('first-set')),
      both(withContext, withFlags('set')),
      both(withContext, withFlags('execute')),
      withFlags('first-set'),
    ),
  },
];
