// What an edit is: the smallest change that makes a valid scenario exercise one rule.
import type fc from 'fast-check';
import { SLOT, type SlotName } from '../spec/invoke-cpi';
import type { AccountBefore, AccountMeta } from '../spec/plan';
import type { KeyRole } from '../spec/world';
import { withTarget, type Scenario, type ScenarioKind } from './scenario';

export type Mutation = (scenario: Scenario) => Scenario;

export type Edit = {
  readonly rule: string;
  /** Scenarios that the edit fits. */
  readonly kinds: readonly ScenarioKind[];
  readonly mutation: fc.Arbitrary<Mutation>;
  /** Applied to plan and twin alike, where a valid scenario first has to be made ready. */
  readonly prepare?: Mutation;
  /** What plan and twin may have besides, in all the same: it comes before anything is made ready. */
  readonly besides?: fc.Arbitrary<Mutation>;
  /** Makes the valid plan to compare with out of the scenario, where the edit is what tells it from that. */
  readonly twin?: Mutation;
  /** The rule shows in every valid plan of these kinds: nothing is edited, and there is no twin. */
  readonly isShown?: true;
  /** Left out of the sweeps: one that changes nothing, or that another edit makes too, would only take the place of others. */
  readonly isAlone?: true;
  /** Left out in a world with v1 trees only, where moving the plan would undo it. */
  readonly isOfV2?: true;
  /** Other rules' fences under which this edit cannot be judged; left out where one of them is up. */
  readonly notBehind?: readonly string[];
};

export const ALL_KINDS: readonly ScenarioKind[] = [
  'direct',
  'spend',
  'compress',
  'decompress',
  'first-set',
  'set',
  'execute',
  'execute-spend',
];
export const DIRECT_KINDS: readonly ScenarioKind[] = ['direct', 'spend'];
export const WRITE_KINDS: readonly ScenarioKind[] = ['first-set', 'set'];
export const EXECUTE_KINDS: readonly ScenarioKind[] = ['execute', 'execute-spend'];
export const CONTEXT_KINDS: readonly ScenarioKind[] = [...WRITE_KINDS, ...EXECUTE_KINDS];
export const EXECUTING_KINDS: readonly ScenarioKind[] = [...DIRECT_KINDS, ...EXECUTE_KINDS];

/** Changes one account of the target's list, by position. */
export const changeAccount =
  (position: number, change: Partial<AccountMeta>): Mutation =>
  (scenario) =>
    withTarget(scenario, (invocation) => ({
      ...invocation,
      accounts: invocation.accounts.map((meta, index) =>
        index === position ? { ...meta, ...change } : meta,
      ),
    }));

export const changeSlot = (name: SlotName, change: Partial<AccountMeta>): Mutation =>
  changeAccount(SLOT[name], change);

/** What stands in a slot instead: the runtime lets nobody write a native program, so that no call would get past its caller with one. */
export const standIn = (key: KeyRole): Partial<AccountMeta> =>
  key === 'solana-system' ? { key, writable: false } : { key };

export const withAccountBefore =
  (before: AccountBefore): Mutation =>
  (scenario) => ({ ...scenario, plan: { ...scenario.plan, accounts: [...scenario.plan.accounts, before] } });
