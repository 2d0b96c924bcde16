// Edits that step over a capacity of the context: more entries or bytes than it has room for, in calls of any form.
import fc from 'fast-check';
import type { CapacityRule } from '../../../spec/boundaries';
import { CAPACITY, OUTPUT_DATA_BYTES, OUTPUT_LENGTH_BYTES } from '../../../spec/cpi-context';
import { fixedSlotsOf } from '../../../spec/layouts';
import type { InvokeData, OutputAccount } from '../../../spec/plan';
import type { Mutation } from '../../edit';
import { inputOf, newAddress, storedInput } from '../../entries';
import type { Setting } from '../../invocation';
import { targetOf, withData, type FULL_BASES, type Scenario } from '../../scenario';

export const isTreeFirst = (scenario: Scenario): boolean => {
  const target = targetOf(scenario);
  return target.accounts[fixedSlotsOf(target)]?.key.startsWith('tree:') === true;
};
const where = (scenario: Scenario): Pick<Setting, 'caller' | 'treeFirst'> => ({
  caller: targetOf(scenario).caller,
  treeFirst: isTreeFirst(scenario),
});

/** Mostly one entry or byte too many, now and then more. */
export const excess = fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 12 }));
export const repeated = <T>(entry: T, times: number): readonly T[] =>
  Array.from({ length: times }, () => entry);

/** What the writes up to the target have brought, the target's included. */
const written = ({ plan, target }: Scenario): readonly InvokeData[] =>
  plan.transactions
    .slice(0, target.transaction + 1)
    .flatMap(({ instructions }) =>
      instructions.flatMap((item) => (item.kind === 'invocation' ? [item.data] : [])),
    );

export const roomFor = (scenario: Scenario, limit: number, taken: (data: InvokeData) => number): number =>
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
export const BARE: Omit<OutputAccount, 'treeIndex'> = {
  owner: 'wallet:0',
  lamports: 0n,
  address: null,
  data: null,
};
export const queueIndex = (scenario: Scenario): number => (isTreeFirst(scenario) ? 1 : 0);
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

/** What is beyond which capacity, in plans that are full of that. */
type Beyond = {
  readonly rule: CapacityRule;
  readonly base: (typeof FULL_BASES)[number];
  readonly mutation: fc.Arbitrary<Mutation>;
};
export const BEYOND: readonly Beyond[] = [
  { rule: 'limits/new-addresses', base: 'full-addresses', mutation: moreAddresses },
  { rule: 'limits/inputs', base: 'full-inputs', mutation: moreInputs },
  { rule: 'limits/outputs', base: 'full-outputs', mutation: moreOutputs },
  {
    rule: 'limits/output-data',
    base: 'full-data',
    mutation: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 1000 })).map(longerData),
  },
  { rule: 'limits/output-data', base: 'full-data', mutation: fc.nat(2).map(moreBareOutputs) },
];
