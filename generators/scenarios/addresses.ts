// Valid plans that stand beside both address trees and ask for no address yet: direct, by either instruction, through contexts.
import fc from 'fast-check';
import { READ_ONLY_DISCRIMINATOR } from '../../spec/invoke-cpi';
import type { AccountData, AccountMeta, Invocation } from '../../spec/plan';
import type { CallerName, KeyRole } from '../../spec/world';
import { CALLERS } from '../../spec/world';
import { outputOf } from '../entries';
import { COMPUTE_UNITS, invocation, transactionOf, type FlagName, type Setting } from '../invocation';
import type { Scenario, ScenarioKind } from '../scenario';
import { setting, type Fences } from '../settings';
import { accountData } from '../values';
import { byCaller } from './context';

/** Behind the queue and the tree of a setting stand these, writable. */
const TREES: readonly KeyRole[] = ['address-tree', 'address-tree-v1', 'address-queue-v1'];
export const AT = { v2Tree: 2, v1Tree: 3, v1Queue: 4, behind: 5 } as const;

const writable = (key: KeyRole): AccountMeta => ({ key, signer: false, writable: true });

type Draft = { readonly datas: readonly AccountData[]; readonly notes: boolean };

const called = (where: Setting, flags: FlagName, { datas, notes }: Draft): Invocation => {
  const outputs = datas.map((data) =>
    outputOf({ data, stranger: 'wallet:0', lamports: 0n, address: null }, where),
  );
  const one = invocation({ setting: where, flags, data: { outputs } });
  const beside = { ...one, accounts: [...one.accounts, ...TREES.map(writable)] };
  if (!notes) return beside;
  const data = { ...beside.data, discriminator: READ_ONLY_DISCRIMINATOR };
  return { ...beside, instruction: 'InvokeCpiWithReadOnly', data };
};

const scenarioOf = (kind: ScenarioKind, where: Setting, calls: readonly Invocation[]): Scenario => ({
  kind,
  plan: {
    accounts: [],
    transactions: calls.map((call) => ({
      ...transactionOf(where.payer, call),
      computeUnitLimit: COMPUTE_UNITS,
    })),
  },
  target: { transaction: calls.length - 1, instruction: 0 },
});

const short = accountData.map((data) => ({
  ...data,
  bytes: { fill: data.bytes.fill, length: data.bytes.length % 16 },
}));
const datas = fc.array(short, { minLength: 1, maxLength: 3 });
const place = (fences: Fences): fc.Arbitrary<Setting> =>
  setting(fences).map((where) => ({ ...where, through: [] }));

const direct = (kind: ScenarioKind, notes: boolean, fences: Fences): fc.Arbitrary<Scenario> =>
  fc
    .record({ where: place(fences), datas })
    .map(({ where, datas: list }) =>
      scenarioOf(kind, where, [called(where, 'none', { datas: list, notes })]),
    );

/** InvokeCpi, which cannot say which output gets an address. */
export const addressDirect = (fences: Fences): fc.Arbitrary<Scenario> =>
  direct('address-direct', false, fences);
/** InvokeCpiWithReadOnly, which can. */
export const addressAssigning = (fences: Fences): fc.Arbitrary<Scenario> =>
  direct('address-assigning', true, fences);

const crew: fc.Arbitrary<readonly CallerName[]> = fc.shuffledSubarray([...CALLERS], {
  minLength: 2,
  maxLength: 3,
});

/** Writes of one or two programs and the execution of another one. */
const through = (kind: ScenarioKind, notes: boolean, fences: Fences): fc.Arbitrary<Scenario> =>
  fc.record({ where: place(fences), crew, one: short }).map(({ where, crew: programs, one }) => {
    const flagsAt = (at: number): FlagName => {
      if (at === programs.length - 1) return 'execute';
      return at === 0 ? 'first-set' : 'set';
    };
    const calls = programs.map((by, at) => called(byCaller(where, by), flagsAt(at), { datas: [one], notes }));
    return scenarioOf(kind, where, calls);
  });

/** Everything by InvokeCpi. */
export const addressContext = (fences: Fences): fc.Arbitrary<Scenario> =>
  through('address-context', false, fences);
/** Everything by InvokeCpiWithReadOnly, which notes the program beside an address. */
export const addressNoting = (fences: Fences): fc.Arbitrary<Scenario> =>
  through('address-noting', true, fences);

/** One first set by either instruction. */
export const addressWrite = (fences: Fences): fc.Arbitrary<Scenario> =>
  fc
    .record({ where: place(fences), one: short, notes: fc.boolean() })
    .map(({ where, one, notes }) =>
      scenarioOf('address-write', where, [called(where, 'first-set', { datas: [one], notes })]),
    );
