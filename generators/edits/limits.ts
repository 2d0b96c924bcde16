// Edits that step over a limitation: entries or bytes more than fit, read-only entries, a second tree.
import fc from 'fast-check';
import { CAPACITY, OUTPUT_DATA_BYTES, OUTPUT_LENGTH_BYTES } from '../../spec/cpi-context';
import { FIXED_SLOTS } from '../../spec/invoke-cpi';
import type { InvokeData, OutputAccount } from '../../spec/plan';
import { TREE_COUNT, treeNumber, type KeyRole } from '../../spec/world';
import { EXECUTE_KINDS, WRITE_KINDS, type Edit, type Mutation } from '../edit';
import { inputOf, newAddress, storedInput } from '../entries';
import { MOST_AT_ONCE, type Setting } from '../invocation';
import { targetOf, withData, withTarget, type Scenario } from '../scenario';
import { fieldHex } from '../values';
import { inFirstWrite, withSomeOutput } from './flags';

const isTreeFirst = (scenario: Scenario): boolean =>
  targetOf(scenario).accounts[FIXED_SLOTS]?.key.startsWith('tree:') === true;
const where = (scenario: Scenario): Pick<Setting, 'caller' | 'treeFirst'> => ({
  caller: targetOf(scenario).caller,
  treeFirst: isTreeFirst(scenario),
});

/** Mostly one entry or byte too many, now and then more. */
const excess = fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 12 }));
const repeated = <T>(entry: T, times: number): readonly T[] => Array.from({ length: times }, () => entry);

/** What the writes up to the target have brought, the target's included. */
const written = ({ plan, target }: Scenario): readonly InvokeData[] =>
  plan.transactions
    .slice(0, target.transaction + 1)
    .flatMap(({ instructions }) =>
      instructions.flatMap((item) => (item.kind === 'invocation' ? [item.data] : [])),
    );

const roomFor = (scenario: Scenario, limit: number, taken: (data: InvokeData) => number): number =>
  limit - written(scenario).reduce((sum, data) => sum + taken(data), 0);

/** So many entries more than there is room for. */
const beyond = (
  name: 'newAddresses' | 'inputs' | 'outputs',
  over: number,
): ((scenario: Scenario) => number) => {
  const limit = CAPACITY[name];
  return (scenario) =>
    Math.max(
      0,
      roomFor(scenario, limit, (data) => data[name].length),
    ) + over;
};

const moreAddresses = fc.tuple(newAddress, excess).map(([entry, over]): Mutation => (s) => {
  const times = beyond('newAddresses', over)(s);
  return withData(s, ({ newAddresses }) => ({ newAddresses: [...newAddresses, ...repeated(entry, times)] }));
});
const moreInputs = fc.tuple(storedInput, excess).map(([draft, over]): Mutation => (s) => {
  const times = beyond('inputs', over)(s);
  return withData(s, ({ inputs }) => ({ inputs: [...inputs, ...repeated(inputOf(draft, where(s)), times)] }));
});
const BARE: Omit<OutputAccount, 'treeIndex'> = { owner: 'wallet:0', lamports: 0n, address: null, data: null };
const queueIndex = (scenario: Scenario): number => (isTreeFirst(scenario) ? 1 : 0);
const withBare = (scenario: Scenario, times: number): Scenario =>
  withData(scenario, ({ outputs }) => ({
    outputs: [...outputs, ...repeated({ ...BARE, treeIndex: queueIndex(scenario) }, times)],
  }));
const moreOutputs = excess.map(
  (over): Mutation =>
    (s) =>
      withBare(s, beyond('outputs', over)(s)),
);

const dataBytes = ({ outputs }: InvokeData): number =>
  outputs.reduce((sum, { data }) => sum + OUTPUT_LENGTH_BYTES + (data?.bytes.length ?? 0), 0);
const roomForData = (scenario: Scenario): number =>
  Math.max(0, roomFor(scenario, OUTPUT_DATA_BYTES, dataBytes));

/** Makes the data of the last output so many bytes longer than there is room for. */
const longerData =
  (over: number): Mutation =>
  (scenario) => {
    const bytes = roomForData(scenario) + over;
    return withData(scenario, ({ outputs }) => ({
      outputs: outputs.map((output, position) =>
        position === outputs.length - 1 && output.data !== null
          ? {
              ...output,
              data: {
                ...output.data,
                bytes: { ...output.data.bytes, length: output.data.bytes.length + bytes },
              },
            }
          : output,
      ),
    }));
  };

/** Outputs without data until their lengths no longer fit: each takes two bytes. */
const moreBareOutputs =
  (more: number): Mutation =>
  (scenario) =>
    withBare(scenario, Math.floor(roomForData(scenario) / OUTPUT_LENGTH_BYTES) + 1 + more);

const readOnlyAccount = fc
  .record({
    accountHash: fieldHex,
    treeIndex: fc.nat(1),
    queueIndex: fc.nat(1),
    leafIndex: fc.nat(100),
    proveByIndex: fc.boolean(),
    rootIndex: fc.nat(10),
  })
  .map(
    (entry): Mutation =>
      (s) =>
        withData(s, () => ({ readOnlyAccounts: [entry] })),
  );
const readOnlyAddress = fc.record({ address: fieldHex, treeIndex: fc.nat(1), rootIndex: fc.nat(10) }).map(
  (entry): Mutation =>
    (s) =>
      withData(s, () => ({ readOnlyAddresses: [entry] })),
);

/** A second output of the executing invocation, and another tree's queue behind the remaining accounts. */
const withSpareQueue: Mutation = (scenario) => {
  const ready = withSomeOutput(scenario);
  const { accounts } = targetOf(ready);
  const own = accounts.find((meta) => meta.key.startsWith('queue:'))?.key ?? 'queue:1';
  const key: KeyRole = `queue:${((treeNumber(own) ?? 1) % TREE_COUNT) + 1}`;
  const listed = withTarget(ready, (i) => ({
    ...i,
    accounts: [...i.accounts, { key, signer: false, writable: true }],
  }));
  return withData(listed, ({ outputs }) => ({
    outputs: [...outputs, { ...BARE, treeIndex: queueIndex(listed) }],
  }));
};
const lastOutputElsewhere: Mutation = (scenario) =>
  withData(scenario, ({ outputs }) => ({
    outputs: outputs.map((output, position) =>
      position === outputs.length - 1
        ? { ...output, treeIndex: targetOf(scenario).accounts.length - FIXED_SLOTS - 1 }
        : output,
    ),
  }));

/** The first write of the plan brings bare outputs more, until the queue gets so many more than it takes at once. */
const manyWritten =
  (over: number): Mutation =>
  (scenario) => {
    const times = roomFor(scenario, MOST_AT_ONCE, ({ outputs }) => outputs.length) + over;
    const extra = repeated({ ...BARE, treeIndex: queueIndex(scenario) }, times);
    return inFirstWrite(scenario, ({ outputs }) => ({ outputs: [...outputs, ...extra] }));
  };

export const LIMIT_EDITS: readonly Edit[] = [
  { rule: 'limits/new-addresses', kinds: ['full-addresses'], mutation: moreAddresses },
  { rule: 'limits/inputs', kinds: ['full-inputs'], mutation: moreInputs },
  { rule: 'limits/outputs', kinds: ['full-outputs'], mutation: moreOutputs },
  {
    rule: 'limits/output-data',
    kinds: ['full-data'],
    mutation: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 1000 })).map(longerData),
  },
  { rule: 'limits/output-data', kinds: ['full-data'], mutation: fc.nat(2).map(moreBareOutputs) },
  { rule: 'limits/read-only-accounts', kinds: ['read-only-variant'], mutation: readOnlyAccount },
  { rule: 'limits/read-only-addresses', kinds: ['read-only-variant'], mutation: readOnlyAddress },
  {
    rule: 'limits/full-context-executes',
    kinds: ['execute'],
    mutation: excess.map(manyWritten),
  },
  {
    rule: 'limits/single-tree',
    kinds: WRITE_KINDS,
    prepare: withSpareQueue,
    mutation: fc.constant(lastOutputElsewhere),
  },
  {
    rule: 'limits/single-tree',
    kinds: EXECUTE_KINDS,
    prepare: withSpareQueue,
    mutation: fc.constant(lastOutputElsewhere),
  },
];
