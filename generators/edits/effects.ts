// Edits for rules about effects: most of them show in every valid plan and need no edit.
import fc from 'fast-check';
import { CONTEXT_KINDS, WRITE_KINDS, type Edit, type Mutation } from '../edit';
import type { Scenario, ScenarioKind } from '../scenario';
import { begunAnew, endingFull, FULL_KINDS } from '../scenarios/emptied';
import { alikeOwnersOfMany } from './alike-owners';
import { alikeOutputs } from './alike-outputs';
import { farOrCrowded } from './crowded-writes';
import { inFirstWrite, setFlags, withSomeOutput } from './flags';
import { NULLIFIED_EDITS } from './nullified';
import { maybeSol } from './with-sol';

/** The outputs of the first write lose their data, and so belong to a wallet. */
const withoutData: Mutation = (scenario) =>
  inFirstWrite(scenario, ({ outputs }) => ({
    outputs: outputs.map((output) => ({ ...output, data: null, owner: 'wallet:0' as const })),
  }));

/** No call with inputs has outputs. */
export const onlySpending: Mutation = (scenario) => ({
  ...scenario,
  plan: {
    ...scenario.plan,
    transactions: scenario.plan.transactions.map((transaction) => ({
      ...transaction,
      instructions: transaction.instructions.map((item) =>
        item.kind === 'invocation' && item.data.inputs.length > 0
          ? { ...item, data: { ...item.data, outputs: [] } }
          : item,
      ),
    })),
  },
});

const NOTHING: fc.Arbitrary<Mutation> = fc.constant((scenario: Scenario) => scenario);
const shownBy = (name: string, kinds: readonly ScenarioKind[]): Edit => ({
  rule: `effects/${name}`,
  kinds,
  mutation: NOTHING,
  isShown: true,
});

const shownAlone = (name: string, kinds: readonly ScenarioKind[]): Edit => ({
  ...shownBy(name, kinds),
  isAlone: true,
});

/** Many outputs or inputs at once. */
const MANY: readonly ScenarioKind[] = ['create-many', 'spend-many', 'execute-many'];

/** Kinds that append leaves; those of v1 trees have 1.3 MB to read back and are asked for in a few cases only. */
const APPENDING: readonly ScenarioKind[] = [
  'direct',
  'compress',
  'execute',
  'spend-written',
  'mixed',
  'execute-v1',
];
const SPENDING: readonly ScenarioKind[] = [
  'spend',
  'spend-at-once',
  'decompress',
  'execute-spend',
  'spend-written',
];

/** Of those the ones that cost least, where each account takes several hashes. */
const SPENDING_SIMPLY: readonly ScenarioKind[] = ['spend', 'spend-at-once', 'execute-spend'];

/** What appends or spends, or does both, without looking at what an earlier execution of the same transaction did. */
const MOVING: readonly ScenarioKind[] = [...APPENDING, 'spend', 'decompress', 'execute-spend'];

/** The last write begins anew. */
const beginsAnew: Edit = {
  rule: 'effects/first-set-clears',
  kinds: ['set'],
  prepare: withSomeOutput,
  mutation: fc.constant(setFlags('first-set')),
};
/** One context in three is full, which costs more time than the others. */
const CLEARING: readonly Edit[] = [
  beginsAnew,
  // These are without a twin, which may go wrong in the same way and leave nothing to say.
  {
    ...shownAlone('first-set-clears', ['set']),
    prepare: (scenario) => setFlags('first-set')(withSomeOutput(scenario)),
  },
  {
    ...shownAlone('first-set-clears', FULL_KINDS),
    prepare: (scenario) => begunAnew(endingFull(scenario)),
  },
];
const CLEARED: readonly ScenarioKind[] = ['execute', 'execute-spend', 'execute-many'];

/** A kind that is named twice comes twice as often. */
export const EFFECT_EDITS: readonly Edit[] = [
  shownBy('first-set-fee-payer', ['first-set']),
  shownBy('first-set-stores', ['first-set']),
  { ...shownAlone('first-set-stores', ['first-set']), besides: farOrCrowded },
  ...CLEARING,
  shownBy('set-appends', ['set']),
  { ...shownAlone('set-appends', ['set']), besides: farOrCrowded },
  shownBy('write-returns-early', WRITE_KINDS),
  shownBy('execute-combines', ['execute', 'spend-written', 'execute-many']),
  shownBy('execute-clears', [...CLEARED, ...CLEARED, ...CLEARED, 'execute-full', 'execute-full']),
  {
    ...shownAlone('execute-clears', ['execute-spend', 'execute-own', 'execute-many']),
    prepare: onlySpending,
  },
  { ...shownAlone('execute-clears', ['execute', 'execute-own', 'execute-spend']), besides: maybeSol },
  shownBy('associated-tree-kept', CONTEXT_KINDS),
  shownBy('size-and-capacities', CONTEXT_KINDS),
  shownBy('outputs-created', ['direct', 'compress', 'create-many']),
  { ...shownAlone('outputs-created', ['direct', 'compress']), besides: alikeOutputs },
  ...NULLIFIED_EDITS,
  shownBy('sol-moved', ['compress', 'decompress']),
  shownBy('outputs-hashed', [...APPENDING, 'spend-at-once', ...MANY]),
  { ...shownAlone('outputs-hashed', [...APPENDING, 'spend-at-once']), besides: alikeOutputs },
  { ...shownAlone('outputs-hashed', MANY), besides: alikeOwnersOfMany },
  {
    rule: 'effects/dataless-output-from-context',
    kinds: ['execute'],
    mutation: fc.constant(withoutData),
  },
  shownBy('v1-root', ['direct-v1', 'execute-v1']),
  shownBy('leaf-order', ['execute', 'mixed', 'create-many']),
  shownBy('fees', [...APPENDING, ...SPENDING, 'spend-several', ...MANY, 'create-many']),
  shownBy('spent-leaf', [...SPENDING, 'spend-many']),
  shownBy('queue-chain', ['direct', 'spend', 'spend-at-once', 'execute']),
  shownBy('nullifier-chain', [...SPENDING_SIMPLY, 'spend-several']),
  shownBy('nullifier-filter', SPENDING_SIMPLY),
  shownBy('transaction-hash', [...MOVING, ...MANY, 'spend-many']),
  shownBy('event-outputs', [...APPENDING, 'create-many']),
  shownBy('event-inputs', [
    'spend',
    'decompress',
    'execute-spend',
    'spend-several',
    'spend-many',
    'execute-many',
  ]),
  shownBy('event-context-outputs', ['execute']),
  shownBy('event-transaction-hash', [...MOVING, ...MANY, 'spend-many']),
  shownAlone('event-sequences', [...MOVING, 'spend-several', ...MANY]),
  shownAlone('event-counts', [...MOVING, 'spend-several', ...MANY, 'spend-many']),
];
