// Valid plans whose calls are InvokeCpiWithReadOnly or InvokeCpiWithAccountInfo, and those that read what exists.
import fc from 'fast-check';
import type { InputAccount, OutputAccount, ReadOnlyAccount } from '../../spec/plan';
import { outputOf, plainOutput } from '../entries';
import { invocation, transactionOf, type Setting } from '../invocation';
import {
  EXECUTE_FULL,
  FULL_BASES,
  MANY_BASES,
  SIBLING_BASES,
  SIBLING_FORMS,
  type Scenario,
  type ScenarioKind,
  type SiblingBase,
  type SiblingForm,
  type SiblingKind,
} from '../scenario';
import { execute, executeSpend, firstSet, set } from '../scenarios/context';
import {
  compress,
  created,
  createdOutputs,
  decompress,
  direct,
  spend,
  spendingInputs,
} from '../scenarios/direct';
import { executeFull } from '../scenarios/emptied';
import { createMany, executeMany } from '../scenarios/many';
import { fullOf } from '../scenarios/limits';
import { executeOwn } from '../scenarios/own-inputs';
import { spendMany, spendSeveral } from '../scenarios/several';
import { solExecute, solTransfer } from '../scenarios/sol';
import { executeDecompress } from '../scenarios/sol-contexts';
import { setting, type Fences } from '../settings';
import { bare, eachCallOf, inForm } from './form';

type Make = (fences: Fences) => fc.Arbitrary<Scenario>;

/** What a read-only account says of an output that exists, by the input that would spend it. */
export const reading = (input: InputAccount): ReadOnlyAccount => {
  const { owner, lamports, address, data, leafOffset, treeIndex, queueIndex } = input;
  const kept = data === null ? null : { discriminator: data.discriminator, dataHash: data.dataHash };
  return {
    of: { owner, lamports, address, data: kept, leafOffset },
    accountHash: '0'.repeat(64),
    treeIndex,
    queueIndex,
    leafIndex: 0,
    proveByIndex: true,
    rootIndex: 0,
  };
};

const MOST_READ = 4;

/** The last of the created accounts, one to four of them; behind the first one that is, which may be spent. */
const readFrom = (
  where: Setting,
  outputs: readonly OutputAccount[],
  count: number,
): readonly ReadOnlyAccount[] =>
  spendingInputs(
    outputs.map(({ data }) => ({ data, spend: true })),
    where,
  )
    .slice(outputs.length === 1 ? 0 : 1)
    .slice(-count)
    .map(reading);

const drafts = fc.record({
  before: created,
  after: fc.array(plainOutput, { minLength: 1, maxLength: 2 }),
  reads: fc.integer({ min: 1, max: MOST_READ }),
});

/** Accounts created in one transaction; another creates more and reads the last of them, one or several. */
const read: Make = (fences) =>
  fc.record({ where: setting(fences), made: drafts }).map(({ where, made }) => {
    const first = createdOutputs(made.before, where);
    const create = invocation({ setting: where, flags: 'none', data: { outputs: first } });
    const data = {
      outputs: made.after.map((draft) => outputOf(draft, where)),
      inputs: made.before.length > 1 ? spendingInputs(made.before.slice(0, 1), where) : [],
      readOnlyAccounts: readFrom(where, first, made.reads),
    };
    const target = invocation({ setting: where, flags: 'none', data });
    return {
      kind: 'spend',
      plan: {
        accounts: [],
        transactions: [transactionOf(where.payer, create), transactionOf(where.payer, target)],
      },
      target: { transaction: 1, instruction: 0 },
    };
  });

/** Accounts created, one of them spent through a context, whose execution reads the last ones. */
const executeRead: Make = (fences) =>
  fc.record({ where: setting(fences), made: drafts }).map(({ where, made }) => {
    const first = createdOutputs([...made.before, ...made.before], where);
    const create = invocation({ setting: where, flags: 'none', data: { outputs: first } });
    const write = invocation({
      setting: where,
      flags: 'first-set',
      data: { inputs: spendingInputs(made.before.slice(0, 1), where) },
    });
    const target = invocation({
      setting: where,
      flags: 'execute',
      data: {
        outputs: made.after.map((draft) => outputOf(draft, where)),
        readOnlyAccounts: readFrom(where, first, made.reads),
      },
    });
    return {
      kind: 'execute-spend',
      plan: {
        accounts: [],
        transactions: [create, write, target].map((one) => transactionOf(where.payer, one)),
      },
      target: { transaction: 2, instruction: 0 },
    };
  });

const BASES: Readonly<Record<SiblingBase, Make>> = {
  direct,
  spend,
  compress,
  decompress,
  'first-set': firstSet,
  set,
  execute,
  'execute-spend': executeSpend,
  read,
  'execute-read': executeRead,
  'create-many': createMany,
  'spend-several': spendSeveral,
  'spend-many': spendMany,
  'execute-many': executeMany,
  'execute-own': executeOwn,
  transfer: solTransfer,
  'execute-compress': solExecute,
  'execute-decompress': executeDecompress,
  'full-addresses': fullOf('addresses'),
  'full-inputs': fullOf('inputs'),
  'full-outputs': fullOf('outputs'),
  'full-data': fullOf('data'),
  [EXECUTE_FULL]: executeFull,
};

const kindOf = (form: SiblingForm, base: SiblingBase): SiblingKind => `${form}/${base}`;

/** With or without trees and queues behind a write by options. */
const madeIn =
  (form: SiblingForm, base: SiblingBase): Make =>
  (fences) =>
    fc.tuple(BASES[base](fences), fc.boolean()).map(([scenario, isBare]) => {
      const formed = eachCallOf(scenario, (one) => inForm(form, one));
      const kind = kindOf(form, base);
      const listed = isBare ? eachCallOf(formed, bare) : formed;
      return { ...listed, kind };
    });

/** By kind. */
export const SIBLING_SCENARIOS = Object.fromEntries(
  SIBLING_FORMS.flatMap((form) =>
    [...SIBLING_BASES, ...MANY_BASES, ...FULL_BASES, EXECUTE_FULL].map((base) => [
      kindOf(form, base),
      madeIn(form, base),
    ]),
  ),
) as Readonly<Record<SiblingKind, Make>>;

/** The kinds of some forms and bases. */
export const kindsOf = (
  forms: readonly SiblingForm[],
  bases: readonly SiblingBase[] = SIBLING_BASES,
): readonly ScenarioKind[] => forms.flatMap((form) => bases.map((base) => kindOf(form, base)));
