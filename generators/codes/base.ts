// Valid plans of each instruction, small and alike, that attempts at codes start from.
import fc from 'fast-check';
import { isInvoked, type CodeColumn, type InvokedColumn } from '../../spec/codes/types';
import { CONTEXT_V1_DISCRIMINATOR } from '../../spec/cpi-context';
import { REINITIALIZE_DISCRIMINATOR } from '../../spec/invoke-cpi';
import { INITIALIZE_DISCRIMINATOR, readyToInitialise } from '../../spec/initialize';
import type {
  AccountBefore,
  AccountData,
  Invocation,
  OutputAccount,
  PlannedTransaction,
} from '../../spec/plan';
import type { KeyRole } from '../../spec/world';
import { inputSpending, outputOf } from '../entries';
import { transactionOf, type FlagName, type Setting } from '../invocation';
import type { Scenario } from '../scenario';
import { caller, fieldHex, hex, payer, pattern, treeNumber, wallet } from '../values';
import { shapedInvocation, type Shape } from './shape';

export type BaseName =
  | 'create'
  | 'spend'
  | 'spend-two-trees'
  | 'compress'
  | 'decompress'
  | 'first-set'
  | 'set'
  | 'execute'
  | 'initialize'
  | 'reinitialize';

/** Which account modes of InvokeCpiWithReadOnly an attempt is about; InvokeCpiWithAccountInfo has one. */
export type Modes = 'both' | 'eleven' | 'options';

const smallData: fc.Arbitrary<AccountData> = fc.record({
  discriminator: hex(7).map((digits) => `01${digits}`),
  bytes: pattern(12),
  dataHash: fieldHex,
});

type Draw = {
  readonly where: Setting;
  readonly shape: Shape;
  readonly data: readonly AccountData[];
  readonly lamports: bigint;
  readonly recipient: KeyRole;
  readonly context: KeyRole;
};

const NO_FREE_FLAGS = {
  authoritySigns: true,
  authorityWritable: false,
  registeredWritable: false,
  compressionAuthorityWritable: false,
};

const where: fc.Arbitrary<Setting> = fc
  .record({ caller, payer, tree: treeNumber, treeFirst: fc.boolean() })
  .map((drawn) => ({ ...drawn, through: [], unusedSlot: 'noop', free: NO_FREE_FLAGS }));

const modeOf = (column: InvokedColumn, modes: Modes): fc.Arbitrary<boolean> => {
  if (column === 'InvokeCpiWithAccountInfo') return fc.constant(true);
  if (column !== 'InvokeCpiWithReadOnly' || modes === 'eleven') return fc.constant(false);
  return modes === 'both' ? fc.boolean() : fc.constant(true);
};

const draw = (column: InvokedColumn, modes: Modes): fc.Arbitrary<Draw> =>
  fc.record({
    where,
    shape: fc.record({
      column: fc.constant(column),
      v2: modeOf(column, modes),
      direct: column === 'Invoke' ? fc.boolean() : fc.constant(false),
      wallet,
    }),
    data: fc.array(smallData, { minLength: 1, maxLength: 2 }),
    lamports: fc.integer({ min: 1, max: 1_000_000 }).map(BigInt),
    recipient: fc.constantFrom<KeyRole>('wallet:0', 'wallet:1'),
    context: fc.integer({ min: 1, max: 3 }).map((number): KeyRole => `fresh:${number}`),
  });

const outputsOf = ({ where: at, data }: Draw, lamports = 0n): readonly OutputAccount[] =>
  data.map((one, position) =>
    outputOf(
      { data: one, stranger: 'wallet:0', lamports: position === 0 ? lamports : 0n, address: null },
      at,
    ),
  );

type Extra = Partial<Invocation['data']> & { readonly sol?: { readonly recipient: KeyRole | null } };

const sent = ({ where: at, shape }: Draw, flags: FlagName, { sol, ...data }: Extra): Invocation =>
  shapedInvocation({ setting: at, flags, data, ...(sol && { sol }) }, shape);

const create = (drawn: Draw): Invocation => sent(drawn, 'none', { outputs: outputsOf(drawn) });

const inputsOf = (drawn: Draw, lamports = 0n) =>
  outputsOf(drawn, lamports).map((output, offset) => inputSpending(output, offset, drawn.where));

const spend = (drawn: Draw): Invocation =>
  sent(drawn, 'none', { inputs: inputsOf(drawn), outputs: outputsOf(drawn).slice(0, 1) });

const compress = (drawn: Draw): Invocation =>
  sent(drawn, 'none', {
    outputs: outputsOf(drawn, drawn.lamports),
    compressOrDecompressLamports: drawn.lamports,
    isCompress: true,
    sol: { recipient: null },
  });

const decompress = (drawn: Draw): Invocation =>
  sent(drawn, 'none', {
    inputs: inputsOf(drawn, drawn.lamports),
    compressOrDecompressLamports: drawn.lamports,
    sol: { recipient: drawn.recipient },
  });

const inContext =
  (flags: FlagName) =>
  (drawn: Draw): Invocation =>
    sent(drawn, flags, { outputs: outputsOf(drawn) });

/** A second state tree behind the first one's accounts, and what is spent from both. */
const secondTree = ({ where: at, ...drawn }: Draw): Draw => ({
  ...drawn,
  where: { ...at, tree: (at.tree % 5) + 1 },
});

const spendTwo = (drawn: Draw): Invocation => {
  const other = secondTree(drawn);
  const [first, second] = [spend(drawn), spend(other)];
  const moved = second.data.inputs.map((input) => ({
    ...input,
    treeIndex: input.treeIndex + 2,
    queueIndex: input.queueIndex + 2,
  }));
  return {
    ...first,
    accounts: [...first.accounts, ...second.accounts.slice(-2)],
    data: { ...first.data, inputs: [...first.data.inputs.slice(0, 1), ...moved.slice(0, 1)], outputs: [] },
  };
};

/** An initialisation, sent as an invocation so that fields can stand behind its discriminator; without any. */
const initialize = (drawn: Draw): Invocation => {
  const { where: at, context } = drawn;
  const plain = create({ ...drawn, shape: { ...drawn.shape, column: 'InvokeCpi', v2: false } });
  return {
    ...plain,
    direct: true,
    accounts: [
      { key: at.payer, signer: true, writable: true },
      { key: context, signer: false, writable: true },
      { key: `tree:${at.tree}`, signer: false, writable: false },
    ],
    data: { ...plain.data, discriminator: INITIALIZE_DISCRIMINATOR, cutBytes: 10_000 },
  };
};

/** The same for a context account of version 1. */
const reinitialize = (drawn: Draw): Invocation => {
  const plain = initialize(drawn);
  return {
    ...plain,
    accounts: plain.accounts.slice(1, 2),
    data: { ...plain.data, discriminator: REINITIALIZE_DISCRIMINATOR },
  };
};

/** REINIT_CPI_CONTEXT_ACCOUNT.md, State Changes: the size of a context account of version 1. */
const VERSION_1_SIZE = 20_488;

const accountsOf = (name: BaseName, { context, where: { tree } }: Draw): readonly AccountBefore[] => {
  if (name === 'initialize') return [readyToInitialise(context)];
  if (name !== 'reinitialize') return [];
  const before: AccountBefore = {
    key: context,
    owner: 'light-system',
    size: VERSION_1_SIZE,
    discriminator: CONTEXT_V1_DISCRIMINATOR,
    associatedTree: `tree:${tree}`,
  };
  return [before];
};

const BASES: Readonly<Record<BaseName, (drawn: Draw) => readonly Invocation[]>> = {
  create: (drawn) => [create(drawn)],
  spend: (drawn) => [create(drawn), spend(drawn)],
  'spend-two-trees': (drawn) => [create(drawn), create(secondTree(drawn)), spendTwo(drawn)],
  compress: (drawn) => [compress(drawn)],
  decompress: (drawn) => [compress(drawn), decompress(drawn)],
  'first-set': (drawn) => [inContext('first-set')(drawn)],
  set: (drawn) => [inContext('first-set')(drawn), inContext('set')(drawn)],
  execute: (drawn) => [inContext('first-set')(drawn), inContext('execute')(drawn)],
  initialize: (drawn) => [initialize(drawn)],
  reinitialize: (drawn) => [reinitialize(drawn)],
};

/** A valid plan; the last transaction's only invocation is what attempts change. */
export const base = (name: BaseName, column: CodeColumn, modes: Modes = 'both'): fc.Arbitrary<Scenario> => {
  const by = isInvoked(column) ? column : 'InvokeCpi';
  return draw(by, modes).map((drawn) => {
    const transactions = BASES[name](drawn).map((one): PlannedTransaction => ({
      ...transactionOf(drawn.where.payer, one),
      computeUnitLimit: 1_400_000,
    }));
    return {
      kind: 'direct',
      plan: { accounts: accountsOf(name, drawn), transactions },
      target: { transaction: transactions.length - 1, instruction: 0 },
    };
  });
};
