// Edits that show the column InvokeCpi of the tables that compare Invoke with it.
import fc from 'fast-check';
import type { AccountData } from '../../../spec/plan';
import type { CallerName, KeyRole } from '../../../spec/world';
import type { Edit, Mutation } from '../../edit';
import { withData } from '../../scenario';
import { accountData, caller } from '../../values';
import { actAs, byWallet, changeNamed } from '../invoke/change';
import { both, byProgram, byTransaction, CREATING, forWallets, ofWallet, written } from './change';

const unsigned: Mutation = changeNamed('authority', { signer: false });

/** The PDA cannot sign where no program calls; who can is not the PDA. */
const authority: fc.Arbitrary<Mutation> = fc.oneof(
  fc.constant(unsigned),
  fc
    .constantFrom<KeyRole>('wallet:1', 'wallet:2', 'payer:0')
    .map((key) => changeNamed('authority', { key, signer: true })),
);

const withOwnData =
  (name: CallerName, data: AccountData): Mutation =>
  (scenario) =>
    withData(byProgram(name)(scenario), ({ outputs }) => ({
      outputs: outputs.map((one) => ({ ...one, data, owner: `program:${name}` as const })),
    }));

const anyProgram = caller.map((name) => both(forWallets, byProgram(name)));

export const INVOKE_CPI_COLUMN: readonly Edit[] = [
  {
    rule: 'differences/caller-invoke-cpi',
    kinds: CREATING,
    prepare: ofWallet,
    mutation: fc.tuple(caller, authority).map(([name, signs]) => both(byTransaction(name), signs)),
  },
  {
    rule: 'differences/authority-signer-invoke-cpi',
    kinds: CREATING,
    prepare: both(ofWallet, byProgram('B')),
    mutation: fc.constant(unsigned),
  },
  {
    rule: 'differences/signer-check-invoke-cpi',
    kinds: ['invoke-spend'],
    prepare: byWallet,
    mutation: anyProgram,
  },
  {
    rule: 'differences/signer-check-invoke-cpi',
    kinds: ['invoke-spend'],
    prepare: actAs('authority:A', { caller: 'A', through: [] }),
    mutation: fc.constant(both(forWallets, byProgram('A'))),
  },
  {
    rule: 'differences/data-accounts-invoke-cpi',
    kinds: ['invoke-create'],
    prepare: byWallet,
    mutation: fc.tuple(caller, accountData).map(([name, data]) => withOwnData(name, data)),
  },
  {
    rule: 'differences/cpi-context-invoke-cpi',
    kinds: ['invoke-create'],
    prepare: ofWallet,
    mutation: caller.map(written),
  },
];
