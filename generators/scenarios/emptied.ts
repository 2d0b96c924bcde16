// Valid plans that empty a context that holds as much as it can: its data executed, or all of it given up for a new first set.
import fc from 'fast-check';
import { fixedSlotsOf } from '../../spec/layouts';
import type { Invocation, InvokeData, OutputAccount, PlannedTransaction } from '../../spec/plan';
import { takesOutputs, type CallerName } from '../../spec/world';
import { keptExecutable, PLAIN_DATA, plainOutput, type OutputDraft } from '../entries';
import { EMPTY_DATA, FLAGS, transactionOf, type FlagName } from '../invocation';
import { targetOf, type Scenario } from '../scenario';
import { setting, type Fences } from '../settings';
import { caller } from '../values';
import { grouped, scenarioOf, writeOf, type WriteDraft } from './context';
import { EXECUTABLE_OUTPUTS, filling, fullOf, type Dimension } from './limits';
import { partsOf } from './parts';

/** The target's caller begins anew, or executes, with one output of its own. */
const bringing = (write: Invocation, flags: FlagName): Invocation => {
  const { caller: by, ...rest } = write;
  const listed = rest.accounts.slice(fixedSlotsOf(write));
  const treeIndex = Math.max(
    0,
    listed.findIndex(({ key }) => takesOutputs(key)),
  );
  const output: OutputAccount = {
    owner: `program:${by}`,
    lamports: 0n,
    address: null,
    data: PLAIN_DATA,
    treeIndex,
  };
  const { discriminator } = rest.data;
  const data: InvokeData = { ...EMPTY_DATA, discriminator, cpiContext: FLAGS[flags], outputs: [output] };
  return { ...rest, caller: by, data };
};

const upToTarget = ({ plan, target }: Scenario): readonly PlannedTransaction[] =>
  plan.transactions.slice(0, target.transaction + 1);

/** Nothing comes behind the write that fills the context. */
export const endingFull = (scenario: Scenario): Scenario => ({
  ...scenario,
  plan: { ...scenario.plan, transactions: upToTarget(scenario) },
});

const followedBy = (scenario: Scenario, flags: readonly FlagName[]): Scenario => {
  const payer = scenario.plan.transactions[scenario.target.transaction]?.feePayer ?? 'payer:0';
  const calls = flags.map((name) => bringing(targetOf(scenario), name));
  const transactions = [...upToTarget(scenario), transactionOf(payer, ...calls)];
  return {
    ...scenario,
    plan: { ...scenario.plan, transactions },
    target: { transaction: transactions.length - 1, instruction: flags.length - 1 },
  };
};

/** A first set where the context is full. */
export const begunAnew = (scenario: Scenario): Scenario => followedBy(scenario, ['first-set']);

/** Lists that are long more often than addresses and data. */
export const FULL_KINDS = [
  'full-addresses',
  'full-data',
  'full-inputs',
  'full-inputs',
  'full-outputs',
  'full-outputs',
] as const;
const DIMENSIONS: readonly Dimension[] = ['addresses', 'inputs', 'outputs', 'data'];

/** A context that was full, begun anew and executed in one transaction. */
const executedAnew = (fences: Fences): fc.Arbitrary<Scenario> =>
  fc
    .oneof(...DIMENSIONS.map((dimension) => fullOf(dimension)(fences)))
    .map((scenario) => ({ ...followedBy(scenario, ['first-set', 'execute']), kind: 'execute-full' }));

const draftOf = (outputs: readonly OutputDraft[], by: CallerName): WriteDraft => ({
  by,
  outputs,
  inputs: [],
  newAddresses: [],
  proof: null,
  index: 0,
  separate: true,
});

/** Data that fill the region for them, brought by one to three writes, and their execution. */
const executedData = (fences: Fences): fc.Arbitrary<Scenario> =>
  fc
    .record({
      where: setting(fences),
      outputs: filling,
      writers: fc.array(caller, { minLength: 1, maxLength: 3 }),
      cuts: fc.tuple(fc.nat(99), fc.nat(99)),
      own: plainOutput,
      executor: caller,
    })
    .map(({ where, outputs, writers, cuts, own, executor }) => {
      const held = outputs.slice(-EXECUTABLE_OUTPUTS).map((one) => keptExecutable(one, fences));
      const parts = partsOf({ outputs: held, inputs: [], newAddresses: [] }, writers.length, cuts);
      const writes = parts.map((part, position) => ({
        invocation: writeOf(
          where,
          draftOf(part.outputs, writers[position] ?? executor),
          position === 0 ? 'first-set' : 'set',
        ),
        separate: true,
      }));
      const execution = writeOf(where, draftOf([own], executor), 'execute');
      return scenarioOf(
        'execute-full',
        grouped(where, [...writes, { invocation: execution, separate: true }]),
      );
    });

/** An execution behind which nothing may be left of a context that was full. */
export const executeFull = (fences: Fences): fc.Arbitrary<Scenario> =>
  fc.oneof(executedAnew(fences), executedData(fences));
