// Arbitrary inputs, outputs and new addresses, still without the setting that gives them owners and indices.
import fc from 'fast-check';
import type { AccountData, Hex, InputAccount, NewAddress, OutputAccount } from '../spec/plan';
import type { KeyRole } from '../spec/world';
import { indicesOf, outputIndexOf, type Setting } from './invocation';
import { accountData, fieldHex, hex, optional, payer, u64, wallet } from './values';

/** With data, the calling program is the owner; without, somebody else. */
export type OutputDraft = {
  readonly data: AccountData | null;
  readonly stranger: KeyRole;
  readonly lamports: bigint;
  readonly address: Hex | null;
};

const strangers: fc.Arbitrary<KeyRole> = fc.oneof(wallet, payer);
const mostlyData = fc.option(accountData, { nil: null, freq: 4 });

/** An output that can be executed: no lamports to balance, no address to prove. */
export const plainOutput: fc.Arbitrary<OutputDraft> = fc.record({
  data: mostlyData,
  stranger: strangers,
  lamports: fc.constant(0n),
  address: fc.constant(null),
});

/** Fence that keeps outputs without data out of contexts that are executed. */
export const DATALESS = 'effects/dataless-output-from-context';

/** An output that is written to a context and executed from there. */
export const executableOutput = (fences: ReadonlySet<string>): fc.Arbitrary<OutputDraft> =>
  fences.has(DATALESS)
    ? fc.record({
        data: accountData,
        stranger: strangers,
        lamports: fc.constant(0n),
        address: fc.constant(null),
      })
    : plainOutput;

/** The least data there is. */
export const PLAIN_DATA: AccountData = {
  discriminator: '0000000000000001',
  bytes: { fill: 0, length: 0 },
  dataHash: '0'.repeat(64),
};

/** Whether the fence keeps the output from being executed from a context. */
export const isDataless = ({ data }: OutputDraft, fences: ReadonlySet<string>): boolean =>
  data === null && fences.has(DATALESS);

/** The output as it may be executed from a context. */
export const keptExecutable = (draft: OutputDraft, fences: ReadonlySet<string>): OutputDraft =>
  isDataless(draft, fences) ? { ...draft, data: PLAIN_DATA } : draft;

/** An output that is only ever written to a context: any lamports, any address. */
export const storedOutput: fc.Arbitrary<OutputDraft> = fc.record({
  data: mostlyData,
  stranger: strangers,
  lamports: u64,
  address: optional(fieldHex),
});

export const outputOf = (
  draft: OutputDraft,
  setting: Pick<Setting, 'caller' | 'treeFirst' | 'tree'>,
): OutputAccount => ({
  owner: draft.data === null ? draft.stranger : `program:${setting.caller}`,
  lamports: draft.lamports,
  address: draft.address,
  data: draft.data,
  treeIndex: outputIndexOf(setting),
});

export type InputDraft = Omit<InputAccount, 'owner' | 'treeIndex' | 'queueIndex'>;

/** An input that is only ever written to a context: nobody checks that it exists. */
export const storedInput: fc.Arbitrary<InputDraft> = fc.record({
  lamports: u64,
  address: optional(fieldHex),
  data: fc.option(
    accountData.map((data) => ({ ...data, bytes: { fill: 0, length: 0 } })),
    { nil: null, freq: 4 },
  ),
  leafOffset: fc.nat(1000),
  proveByIndex: fc.boolean(),
  rootIndex: fc.nat(65_535),
});

export const inputOf = (draft: InputDraft, setting: Pick<Setting, 'caller' | 'treeFirst'>): InputAccount => {
  const { tree, queue } = indicesOf(setting);
  return { ...draft, owner: `program:${setting.caller}`, treeIndex: tree, queueIndex: queue };
};

/** The input that spends an output of an earlier transaction, proven by index. */
export const inputSpending = (output: OutputAccount, leafOffset: number, setting: Setting): InputAccount => {
  const { tree, queue } = indicesOf(setting);
  const { owner, lamports, address, data } = output;
  return {
    owner,
    lamports,
    address,
    data,
    treeIndex: tree,
    queueIndex: queue,
    leafOffset,
    proveByIndex: true,
    rootIndex: 0,
  };
};

export const newAddress: fc.Arbitrary<NewAddress> = fc.record({
  seed: hex(32),
  queueIndex: fc.nat(3),
  treeIndex: fc.nat(3),
  rootIndex: fc.nat(65_535),
});
