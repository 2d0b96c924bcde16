// Edits about contexts and owners: another payer, tree or owner, an empty context, other forms of the same calls.
import fc from 'fast-check';
import { fixedSlotsOf } from '../../../spec/layouts';
import type { Invocation } from '../../../spec/plan';
import { OWN_LEAVES_FIRST } from '../../../spec/versions';
import { CALLERS, PAYER_COUNT, type KeyRole } from '../../../spec/world';
import type { Mutation } from '../../edit';
import { missedByte } from '../../near';
import { targetOf, withTarget, withTransaction, type Scenario } from '../../scenario';
import { allTreesElsewhere, outputsIntoV1 } from '../trees-elsewhere';
import { withAnyOutput } from './effects';
import { always, changeNamed, EXECUTIONS, sends, SPENDING, type Draft } from './draft';

const otherPayer = fc.integer({ min: 1, max: PAYER_COUNT - 1 }).map((by): Mutation => (s) => {
  const named = targetOf(s).accounts[0]?.key ?? 'payer:0';
  const key: KeyRole = `payer:${(Number(named.slice('payer:'.length)) + by) % PAYER_COUNT}`;
  return changeNamed('fee_payer', { key })(s);
});

/** Whose address differs in one byte from that of the one that began. */
const nearPayer = missedByte.map((byte): Mutation => (s) => {
  const named = targetOf(s).accounts[0]?.key ?? 'payer:0';
  return changeNamed('fee_payer', { key: `near:${byte}:payer:${Number(named.slice('payer:'.length))}` })(s);
});

/** Every tree and queue behind the slots of the target is another one, whose address is nearly that of the context's own. */
const nearlyItsTree = missedByte.map(
  (byte): Mutation =>
    (s) =>
      withTarget(s, (invocation) => ({
        ...invocation,
        accounts: invocation.accounts.map((meta, index) =>
          index < fixedSlotsOf(invocation) || !/^(?:tree|queue):/.test(meta.key)
            ? meta
            : { ...meta, key: `near:${byte}:${meta.key}` as KeyRole },
        ),
      })),
);

const isWriting = ({ data: { cpiContext } }: Invocation): boolean =>
  cpiContext !== null && (cpiContext.firstSet || cpiContext.set);

/** The execution once more: the context is empty then. */
const executedAgain: Mutation = (s: Scenario) => {
  const execution = targetOf(s);
  const reads = { ...execution, data: { ...execution.data, readOnlyAccounts: [], inputs: [] } };
  const doubled = withTransaction(s, (transaction) => ({
    ...transaction,
    instructions: [...transaction.instructions, reads],
  }));
  return { ...doubled, target: { ...s.target, instruction: s.target.instruction + 1 } };
};

/** The writes are left out. */
const neverWritten: Mutation = (s: Scenario) => {
  const execution = targetOf(s);
  const kept = s.plan.transactions.flatMap((transaction) => {
    const instructions = transaction.instructions.filter(
      (item) => item === execution || (item.kind === 'invocation' && !isWriting(item)),
    );
    return instructions.length === 0 ? [] : [{ ...transaction, instructions }];
  });
  const last = kept.length - 1;
  return {
    ...s,
    plan: { ...s.plan, transactions: kept },
    target: { transaction: last, instruction: (kept[last]?.instructions.length ?? 1) - 1 },
  };
};

/** The inputs are said to be the caller's, who is another program than their owner. */
const spentByAnother = fc.integer({ min: 1, max: CALLERS.length - 1 }).map(
  (by): Mutation =>
    (s) =>
      withTarget(s, (invocation) => {
        const caller = CALLERS[(CALLERS.indexOf(invocation.caller) + by) % CALLERS.length] ?? 'A';
        const named = changedCaller(invocation, caller);
        return { ...named, data: { ...named.data, outputs: [] } };
      }),
);

const changedCaller = (invocation: Invocation, caller: Invocation['caller']): Invocation => ({
  ...invocation,
  caller,
  through: invocation.through.filter((outer) => outer !== caller),
  accounts: invocation.accounts.map((meta) => {
    if (meta.key === `authority:${invocation.caller}`) return { ...meta, key: `authority:${caller}` };
    return meta.key === `program:${invocation.caller}` ? { ...meta, key: `program:${caller}` } : meta;
  }),
});

export const CONTEXT_DRAFTS: readonly Draft[] = [
  { name: 'input-owner', bases: SPENDING, prepare: sends(() => ({ outputs: [] })), mutation: spentByAnother },
  { name: 'empty-context', bases: ['execute', 'execute-spend'], mutation: always(neverWritten) },
  { name: 'empty-context', bases: ['execute'], mutation: always(executedAgain) },
  { name: 'fee-payer-mismatch', bases: [...EXECUTIONS, 'set'], mutation: otherPayer },
  { name: 'fee-payer-mismatch', bases: [...EXECUTIONS, 'set'], mutation: nearPayer, isAlone: true },
  { name: 'fee-payer-mismatch', bases: ['execute-many'], mutation: otherPayer, isAlone: true },
  { name: 'tree-mismatch', bases: ['execute'], mutation: allTreesElsewhere },
  { name: 'tree-mismatch', bases: ['execute-many'], mutation: allTreesElsewhere, isAlone: true },
  {
    name: 'tree-mismatch',
    bases: ['execute-own'],
    mutation: allTreesElsewhere,
    notBehind: [OWN_LEAVES_FIRST],
  },
  { name: 'tree-mismatch', bases: ['execute'], mutation: nearlyItsTree, isAlone: true },
  {
    name: 'tree-mismatch',
    bases: ['execute'],
    prepare: withAnyOutput,
    mutation: outputsIntoV1,
    isAlone: true,
    isOfV2: true,
  },
];
