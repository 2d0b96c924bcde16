// Changes of a scenario's initialisation: its accounts, what they hold beforehand, its data.
import { INITIALIZE_SLOT, type InitializeAccount } from '../../../spec/initialize';
import type { AccountBefore, AccountMeta } from '../../../spec/plan';
import type { KeyRole } from '../../../spec/world';
import type { Mutation } from '../../edit';
import { initializationOf, withInitialization, type Scenario, type ScenarioKind } from '../../scenario';

export const ALONE: readonly ScenarioKind[] = ['initialize'];
export const USED: readonly ScenarioKind[] = ['initialize-used'];
export const BOTH: readonly ScenarioKind[] = [...ALONE, ...USED];

export const keyIn = (scenario: Scenario, name: InitializeAccount): KeyRole =>
  initializationOf(scenario).accounts[INITIALIZE_SLOT[name]]?.key ?? 'wallet:0';

export const changeIn =
  (name: InitializeAccount, change: Partial<AccountMeta>): Mutation =>
  (scenario) =>
    withInitialization(scenario, ({ accounts }) => ({
      accounts: accounts.map((meta, index) =>
        index === INITIALIZE_SLOT[name] ? { ...meta, ...change } : meta,
      ),
    }));

export const sending =
  (change: (data: string) => string): Mutation =>
  (scenario) =>
    withInitialization(scenario, ({ data }) => ({ data: change(data) }));

/** An account too small for its fields cannot hold them. */
const HEAD_BYTES = 72;
const fitting = ({ key, owner, size, ...fields }: AccountBefore): AccountBefore => ({
  key,
  ...(owner && { owner }),
  ...(size !== undefined && { size }),
  ...(size !== undefined && size < HEAD_BYTES ? {} : fields),
});

/** Other edits may have put an account without data in a slot: only what has bytes can have other ones. */
const hasBytes = (key: KeyRole): boolean => /^(?:near:\d+:)?(?:fresh|context|tree|queue|address)/.test(key);

/** The account of that role is another beforehand. */
export const changedBefore =
  (name: InitializeAccount, change: Omit<AccountBefore, 'key'>): Mutation =>
  (scenario) => {
    const key = keyIn(scenario, name);
    const { accounts } = scenario.plan;
    if (change.discriminator !== undefined && !hasBytes(key)) return scenario;
    const known = accounts.some((before) => before.key === key);
    const changed = known
      ? accounts.map((before) => (before.key === key ? fitting({ ...before, ...change }) : before))
      : [...accounts, { key, ...change }];
    return { ...scenario, plan: { ...scenario.plan, accounts: changed } };
  };
