// Small changes to the target of a plan, by field and by slot name, whatever its instruction.
import fc from 'fast-check';
import type { SlotName } from '../../spec/invoke-cpi';
import { fixedSlotsOf, slotIndexOf } from '../../spec/layouts';
import type { AccountBefore, AccountMeta, InputAccount, NewAddress, OutputAccount } from '../../spec/plan';
import { ABSENT, type KeyRole } from '../../spec/world';
import type { Mutation } from '../edit';
import { targetOf, withData, withTarget, type Scenario } from '../scenario';
import { hex } from '../values';

export const readOnly = (key: KeyRole): AccountMeta => ({ key, signer: false, writable: false });
export const writable = (key: KeyRole): AccountMeta => ({ key, signer: false, writable: true });

/** Changes every output; most attempts need the first only. */
export const outputs =
  (change: (output: OutputAccount, position: number) => Partial<OutputAccount>): Mutation =>
  (scenario) =>
    withData(scenario, (data) => ({
      outputs: data.outputs.map((output, position) => ({ ...output, ...change(output, position) })),
    }));
export const inputs =
  (change: (input: InputAccount, position: number) => Partial<InputAccount>): Mutation =>
  (scenario) =>
    withData(scenario, (data) => ({
      inputs: data.inputs.map((input, position) => ({ ...input, ...change(input, position) })),
    }));
export const firstOutput = (change: Partial<OutputAccount>): Mutation =>
  outputs((_, position) => (position === 0 ? change : {}));
export const firstInput = (change: Partial<InputAccount>): Mutation =>
  inputs((_, position) => (position === 0 ? change : {}));

/** Another account in a named slot, where the instruction has it. */
export const slotIs =
  (name: SlotName, change: Partial<AccountMeta>): Mutation =>
  (scenario) =>
    withTarget(scenario, (one) => {
      const at = slotIndexOf(one, name);
      return { ...one, accounts: one.accounts.map((meta, i) => (i === at ? { ...meta, ...change } : meta)) };
    });
export const slotAbsent = (name: SlotName): Mutation =>
  slotIs(name, { key: ABSENT, signer: false, writable: false });

/** Where the next remaining account would stand. */
export const nextIndex = (scenario: Scenario): number => {
  const one = targetOf(scenario);
  return one.accounts.length - fixedSlotsOf(one);
};
export const appended =
  (...metas: readonly AccountMeta[]): Mutation =>
  (scenario) =>
    withTarget(scenario, (one) => ({ ...one, accounts: [...one.accounts, ...metas] }));

/** Accounts behind the list, and a change that is told the first one's index. */
export const withMore =
  (metas: readonly AccountMeta[], change: (index: number) => Mutation): Mutation =>
  (scenario) =>
    change(nextIndex(scenario))(appended(...metas)(scenario));

/** How far behind the last of a list an index points: as often right behind it as further away. */
export const distanceBehind: fc.Arbitrary<number> = fc.oneof(fc.constant(0), fc.nat(200));

/** A change that is told an index behind the last remaining account. */
export const pastAll = (change: (index: number) => Mutation): fc.Arbitrary<Mutation> =>
  distanceBehind.map(
    (distance): Mutation =>
      (scenario) =>
        change(nextIndex(scenario) + distance)(scenario),
  );

export const newAddresses =
  (...entries: readonly NewAddress[]): Mutation =>
  (scenario) =>
    withData(scenario, () => ({ newAddresses: entries }));

export const before =
  (of: (scenario: Scenario) => AccountBefore): Mutation =>
  (scenario) => ({
    ...scenario,
    plan: { ...scenario.plan, accounts: [...scenario.plan.accounts, of(scenario)] },
  });

/** The first remaining account of a kind. */
export const remainingKey = (scenario: Scenario, kind: 'queue:' | 'tree:'): KeyRole =>
  targetOf(scenario).accounts.find(({ key }) => key.startsWith(kind))?.key ?? 'noop';
export const contextKey = (scenario: Scenario): KeyRole => {
  const one = targetOf(scenario);
  return one.accounts[slotIndexOf(one, 'cpi_context_account')]?.key ?? ABSENT;
};

export const all =
  (...mutations: readonly Mutation[]): Mutation =>
  (scenario) =>
    mutations.reduce((current, mutate) => mutate(current), scenario);

const WORDS = 4;
const NOTHING = '0'.repeat(16);

/** A program that a tree or queue is for; all but one of its four words of eight bytes are zeros, or none is. */
export const someProgram: fc.Arbitrary<string> = fc
  .tuple(fc.nat(WORDS), hex(7))
  .map(([only, digits]) =>
    Array.from({ length: WORDS }, (_, at) => (only === WORDS || only === at ? `aa${digits}` : NOTHING)).join(
      '',
    ),
  );
