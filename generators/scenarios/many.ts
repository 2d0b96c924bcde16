// Valid plans that create many outputs at once, up to as many as a queue takes, or spend several inputs of two owners at once.
import fc from 'fast-check';
import { executableOutput, outputOf, plainOutput, type OutputDraft } from '../entries';
import { COMPUTE_UNITS, invocation, MOST_AT_ONCE, transactionOf, type Setting } from '../invocation';
import { withTransaction, type Scenario } from '../scenario';
import { setting, type Fences } from '../settings';
import { accountData, caller } from '../values';
import { byCaller, grouped, scenarioOf } from './context';
import { createdOutputs, spendingInputs, type Created } from './direct';
import { differentTrees, listing } from './several';

/** Data of a few bytes, as many accounts have to fit into one call. */
const shortened = (draft: OutputDraft): OutputDraft =>
  draft.data === null
    ? draft
    : {
        ...draft,
        data: { ...draft.data, bytes: { ...draft.data.bytes, length: draft.data.bytes.length % 8 } },
      };

const repeated = (kinds: readonly OutputDraft[], count: number): readonly OutputDraft[] =>
  Array.from({ length: count }, (_, position) => kinds[position % kinds.length]).filter(
    (one) => one !== undefined,
  );

const kindsOf = (output: fc.Arbitrary<OutputDraft>): fc.Arbitrary<readonly OutputDraft[]> =>
  fc.array(output.map(shortened), { minLength: 1, maxLength: 4 });

/** What hashing so many accounts costs is no matter here. */
const withUnits = (scenario: Scenario): Scenario =>
  withTransaction(scenario, (transaction) => ({ ...transaction, computeUnitLimit: COMPUTE_UNITS }));

const FEW = 4;
const perQueue = fc.oneof(fc.constant(MOST_AT_ONCE), fc.integer({ min: FEW, max: MOST_AT_ONCE }));

/** Four to ten outputs to each of one to three queues, and so up to thirty in all. */
export const createMany = (fences: Fences): fc.Arbitrary<Scenario> =>
  fc
    .record({
      where: setting(fences),
      trees: fc.oneof(differentTrees(1), differentTrees(2)),
      counts: fc.tuple(perQueue, perQueue, perQueue),
      kinds: kindsOf(plainOutput),
    })
    .map(({ where, trees, counts, kinds }) => {
      const outputs = trees.flatMap((_, place) =>
        repeated(kinds, counts[place] ?? 0).map((draft) => ({
          ...outputOf(draft, where),
          treeIndex: 2 * place,
        })),
      );
      const only = listing(invocation({ setting: where, flags: 'none', data: { outputs } }), trees);
      return withUnits(scenarioOf('create-many', [transactionOf(where.payer, only)]));
    });

const spent: fc.Arbitrary<Created> = accountData.map((data) => ({ data, spend: true }));
const spentBy = (minLength: number, maxLength: number): fc.Arbitrary<readonly Created[]> =>
  fc.array(spent, { minLength, maxLength });

/** Inputs of the context and of the execution itself: mostly up to three of each, now and then up to ten together. */
const inputs = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(spentBy(0, 3), spentBy(1, 3)) },
  { weight: 1, arbitrary: fc.tuple(spentBy(2, 5), spentBy(2, 5)) },
);

/** Outputs of the context and of the execution itself, one to three or as many together as a queue takes. */
const outputCounts = fc.oneof(
  { weight: 2, arbitrary: fc.tuple(fc.integer({ min: 1, max: 2 }), fc.nat(1)) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 1, max: MOST_AT_ONCE }).map((held) => [held, MOST_AT_ONCE - held] as const),
  },
);

type Parts = {
  readonly by: Setting;
  readonly accounts: readonly Created[];
  readonly outputs: readonly OutputDraft[];
};

const creating = ({ by, accounts }: Pick<Parts, 'by' | 'accounts'>) =>
  invocation({ setting: by, flags: 'none', data: { outputs: createdOutputs(accounts, by) } });

/** Its share of a context's execution; the leaves that it spends come behind so many others. */
const part = ({ by, accounts, outputs }: Parts, flags: 'first-set' | 'execute', behind: number) => {
  const own = spendingInputs(accounts, by).map((one) => ({ ...one, leafOffset: one.leafOffset + behind }));
  const data = { inputs: own, outputs: outputs.map((draft) => outputOf(draft, by)) };
  return { invocation: invocation({ setting: by, flags, data }), separate: flags === 'first-set' };
};

/** Two programs' accounts, spent together: the first writes its own to a context, the second brings its own when it executes. */
export const executeMany = (fences: Fences): fc.Arbitrary<Scenario> =>
  fc
    .record({
      where: setting(fences),
      second: caller,
      inputs,
      outputs: outputCounts,
      kinds: kindsOf(executableOutput(fences)),
    })
    .map(({ where, second, inputs: [held, own], outputs: [written, brought], kinds }) => {
      const writer: Parts = { by: where, accounts: held, outputs: repeated(kinds, written) };
      const executor: Parts = {
        by: byCaller(where, second),
        accounts: own,
        outputs: repeated(kinds, brought),
      };
      const before = [writer, executor].filter(({ accounts }) => accounts.length > 0).map(creating);
      const steps = [part(writer, 'first-set', 0), part(executor, 'execute', held.length)];
      const first = before.map((one) => transactionOf(where.payer, one));
      return withUnits(scenarioOf('execute-many', [...first, ...grouped(where, steps)]));
    });
