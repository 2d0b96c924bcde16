// Edits that show a row of the tables that compare Invoke and InvokeCpi: the same operation by the one and by the other.
import fc from 'fast-check';
import { fixedSlotsOf } from '../../spec/layouts';
import type { AccountMeta, OutputAccount } from '../../spec/plan';
import { treeNumber, type CallerName, type KeyRole } from '../../spec/world';
import type { Edit, Mutation } from '../edit';
import { asInvoke, asInvokeCpi } from '../invoke/either';
import { DIRECT } from '../invoke/settings';
import { FLAGS } from '../invocation';
import { targetOf, withData, withTarget, type ScenarioKind } from '../scenario';
import { accountData, caller } from '../values';
import { actAs, append, byWallet, changeNamed, INVOKE_KINDS, takeFlag } from './invoke/change';
import { swapped } from './invoke/remaining';

const both =
  (first: Mutation, second: Mutation): Mutation =>
  (scenario) =>
    second(first(scenario));

const byProgram =
  (program: CallerName): Mutation =>
  (scenario) =>
    withTarget(scenario, (one) => asInvokeCpi(one, program, { caller: program, through: [] }));
const byTransaction =
  (program: CallerName): Mutation =>
  (scenario) =>
    withTarget(scenario, (one) => asInvokeCpi(one, program, { ...DIRECT, caller: program }));
const byAuthority: Mutation = (scenario) => withTarget(scenario, (one) => asInvoke(one, 'wallet:1', DIRECT));

/** Nothing for a program: what InvokeCpi creates for itself must carry data. */
const forWallets: Mutation = (scenario) =>
  withData(scenario, ({ outputs }) => ({
    outputs: outputs.map((one) => (one.owner.startsWith('program:') ? { ...one, owner: 'wallet:2' } : one)),
  }));

const CREATING: readonly ScenarioKind[] = ['invoke-create', 'invoke-compress'];

/** In the order that INVOKE.md gives the remaining accounts. */
const treesFirst: Mutation = (scenario) =>
  withTarget(scenario, (one) =>
    one.accounts[fixedSlotsOf(one)]?.key.startsWith('queue:') === true ? swapped(one) : one,
  );

const noOutputs: Mutation = (scenario) => withData(scenario, () => ({ outputs: [] }));

/** The calling program signs with its authority, and whoever else there is stays as it is. */
const byOwnInvoke: Mutation = (scenario) =>
  withTarget(scenario, (one) =>
    asInvoke(one, `authority:${one.caller}`, { caller: one.caller, through: one.through }),
  );

const PLAIN = { discriminator: '0000000000000001', bytes: { fill: 0, length: 0 }, dataHash: '0'.repeat(64) };

/** At least one output with data, owned by the calling program. */
const someData: Mutation = (scenario) =>
  withData(scenario, ({ outputs }) => ({
    outputs: outputs.map((one, position): OutputAccount =>
      position === 0
        ? { ...one, data: one.data ?? PLAIN, owner: `program:${targetOf(scenario).caller}` }
        : one,
    ),
  }));

const context = (number: number): AccountMeta => ({
  key: `context:${number}`,
  signer: false,
  writable: true,
});

const withFlags =
  (flags: 'first-set' | 'set' | 'execute'): Mutation =>
  (scenario) =>
    withData(scenario, () => ({ cpiContext: FLAGS[flags] }));

const treeOf: (scenario: Parameters<Mutation>[0]) => number = (scenario) =>
  treeNumber(targetOf(scenario).accounts.at(-1)?.key ?? 'queue:1') ?? 1;

const withContext: Mutation = (scenario) => append([context(treeOf(scenario))])(scenario);

const written =
  (program: CallerName): Mutation =>
  (scenario) => {
    const named = changeNamed('cpi_context_account', context(treeOf(scenario)));
    return withFlags('first-set')(named(byProgram(program)(scenario)));
  };

const edit = (
  rule: string,
  kinds: readonly ScenarioKind[],
  mutation: fc.Arbitrary<Mutation>,
  prepare?: Mutation,
): Edit => ({ rule: `differences/${rule}`, kinds, mutation, ...(prepare && { prepare }) });

const anyOf = (...all: readonly Mutation[]): fc.Arbitrary<Mutation> => fc.constantFrom(...all);

const unsignedPda = changeNamed('authority', { signer: false });
const someSigner = fc
  .constantFrom<KeyRole>('wallet:1', 'wallet:2', 'payer:0')
  .map((key) => changeNamed('authority', { key, signer: true }));

const INVOKE_COLUMN: readonly Edit[] = [
  edit('caller-invoke', CREATING, anyOf(byAuthority), both(both(byWallet, forWallets), byProgram('A'))),
  edit('authority-signer-invoke', INVOKE_KINDS, anyOf(takeFlag('authority', 'signer'))),
  edit('signer-check-invoke', ['spend'], anyOf(byOwnInvoke), both(noOutputs, treesFirst)),
  edit('data-accounts-invoke', ['direct'], anyOf(byOwnInvoke, byAuthority), both(someData, treesFirst)),
  edit(
    'cpi-context-invoke',
    ['invoke-create'],
    anyOf(
      withContext,
      both(withContext, withFlags('first-set')),
      both(withContext, withFlags('set')),
      both(withContext, withFlags('execute')),
      withFlags('first-set'),
    ),
  ),
];

const ownedByWallet: Mutation = byWallet;
const ownedByPda = (name: CallerName): Mutation => actAs(`authority:${name}`, { caller: name, through: [] });

const INVOKE_CPI_COLUMN: readonly Edit[] = [
  edit(
    'caller-invoke-cpi',
    CREATING,
    fc
      .tuple(caller, fc.oneof(fc.constant(unsignedPda), someSigner))
      .map(([name, signs]) => both(byTransaction(name), signs)),
    both(byWallet, forWallets),
  ),
  edit(
    'authority-signer-invoke-cpi',
    CREATING,
    anyOf(unsignedPda),
    both(both(byWallet, forWallets), byProgram('B')),
  ),
  edit(
    'signer-check-invoke-cpi',
    ['invoke-spend'],
    caller.map((name) => both(forWallets, byProgram(name))),
    ownedByWallet,
  ),
  edit('signer-check-invoke-cpi', ['invoke-spend'], anyOf(both(forWallets, byProgram('A'))), ownedByPda('A')),
  edit(
    'data-accounts-invoke-cpi',
    ['invoke-create'],
    fc.tuple(caller, accountData).map(
      ([name, data]): Mutation =>
        (scenario) =>
          withData(byProgram(name)(scenario), ({ outputs }) => ({
            outputs: outputs.map((one) => ({ ...one, data, owner: `program:${name}` as const })),
          })),
    ),
    byWallet,
  ),
  edit('cpi-context-invoke-cpi', ['invoke-create'], caller.map(written), both(byWallet, forWallets)),
];

export const DIFFERENCE_EDITS: readonly Edit[] = [...INVOKE_COLUMN, ...INVOKE_CPI_COLUMN];
