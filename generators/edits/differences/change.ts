// Changes that make the same operation another instruction's, and what either of them needs for that.
import { fixedSlotsOf } from '../../../spec/layouts';
import type { AccountMeta, OutputAccount } from '../../../spec/plan';
import { treeNumber, type CallerName } from '../../../spec/world';
import type { Mutation } from '../../edit';
import { asInvoke, asInvokeCpi } from '../../invoke/either';
import { DIRECT } from '../../invoke/settings';
import { FLAGS } from '../../invocation';
import { targetOf, withData, withTarget, type ScenarioKind } from '../../scenario';
import { append, byWallet, changeNamed } from '../invoke/change';
import { swapped } from '../invoke/remaining';

export const both =
  (first: Mutation, second: Mutation): Mutation =>
  (scenario) =>
    second(first(scenario));

export const byProgram =
  (program: CallerName): Mutation =>
  (scenario) =>
    withTarget(scenario, (one) => asInvokeCpi(one, program, { caller: program, through: [] }));
export const byTransaction =
  (program: CallerName): Mutation =>
  (scenario) =>
    withTarget(scenario, (one) => asInvokeCpi(one, program, { ...DIRECT, caller: program }));
export const byAuthority: Mutation = (scenario) =>
  withTarget(scenario, (one) => asInvoke(one, 'wallet:1', DIRECT));

/** Nothing for a program: what InvokeCpi creates for itself must carry data. */
export const forWallets: Mutation = (scenario) =>
  withData(scenario, ({ outputs }) => ({
    outputs: outputs.map((one) => (one.owner.startsWith('program:') ? { ...one, owner: 'wallet:2' } : one)),
  }));

export const CREATING: readonly ScenarioKind[] = ['invoke-create', 'invoke-compress'];

/** In the order that INVOKE.md gives the remaining accounts. */
export const treesFirst: Mutation = (scenario) =>
  withTarget(scenario, (one) =>
    one.accounts[fixedSlotsOf(one)]?.key.startsWith('queue:') === true ? swapped(one) : one,
  );

export const noOutputs: Mutation = (scenario) => withData(scenario, () => ({ outputs: [] }));

/** The calling program signs with its authority, and whoever else there is stays as it is. */
export const byOwnInvoke: Mutation = (scenario) =>
  withTarget(scenario, (one) =>
    asInvoke(one, `authority:${one.caller}`, { caller: one.caller, through: one.through }),
  );

const PLAIN = { discriminator: '0000000000000001', bytes: { fill: 0, length: 0 }, dataHash: '0'.repeat(64) };

/** One output, with data, owned by the calling program: small enough for a packet. */
export const someData: Mutation = (scenario) =>
  withData(scenario, ({ outputs }) => ({
    outputs: outputs.slice(0, 1).map((one): OutputAccount => ({
      ...one,
      data: one.data ?? PLAIN,
      owner: `program:${targetOf(scenario).caller}`,
    })),
  }));

const context = (number: number): AccountMeta => ({
  key: `context:${number}`,
  signer: false,
  writable: true,
});

export const withFlags =
  (flags: 'first-set' | 'set' | 'execute'): Mutation =>
  (scenario) =>
    withData(scenario, () => ({ cpiContext: FLAGS[flags] }));

const treeOf: (scenario: Parameters<Mutation>[0]) => number = (scenario) =>
  treeNumber(targetOf(scenario).accounts.at(-1)?.key ?? 'queue:1') ?? 1;

export const withContext: Mutation = (scenario) => append([context(treeOf(scenario))])(scenario);

export const written =
  (program: CallerName): Mutation =>
  (scenario) => {
    const named = changeNamed('cpi_context_account', context(treeOf(scenario)));
    return withFlags('first-set')(named(byProgram(program)(scenario)));
  };

/** A wallet signs for itself, and nothing is created for a program. */
export const ofWallet: Mutation = both(byWallet, forWallets);
