// Puts plain values in place of unusual ones: the first caller, payer, tree and wallet, nothing where nothing will do.
import { asLegacy } from '../../spec/legacy';
import type {
  AccountData,
  InputAccount,
  Invocation,
  InvokeData,
  NewAddress,
  OutputAccount,
  Plan,
} from '../../spec/plan';
import { allThenEach, eachTransaction, type Edit } from './edit';

type Rename = readonly [pattern: RegExp, replacement: string];

/** By whole value, so that hexadecimal digits are never taken for names. */
const RENAMES: readonly Rename[] = [
  [/^((?:near:\d+:)?)(program|authority):[B-D]$/, '$1$2:A'],
  [/^[B-D]$/, 'A'],
  [/^((?:near:\d+:)?)payer:[1-9]$/, '$1payer:0'],
  [/^(tree|queue|context):[2-5]$/, '$1:1'],
  [/^wallet:[1-9]$/, 'wallet:0'],
];
const CALLER = RENAMES.slice(0, 2);
const GROUPS: readonly (readonly Rename[])[] = [CALLER, ...RENAMES.slice(2).map((rename) => [rename])];

const renameText = (text: string, renames: readonly Rename[]): string =>
  renames.reduce((name, [pattern, replacement]) => name.replace(pattern, replacement), text);

function renamed<T>(value: T, renames: readonly Rename[]): T {
  const visit = (item: unknown): unknown => {
    if (typeof item === 'string') return renameText(item, renames);
    if (Array.isArray(item)) return item.map(visit);
    if (typeof item !== 'object' || item === null) return item;
    return Object.fromEntries(Object.entries(item).map(([key, field]) => [key, visit(field)]));
  };
  return visit(value) as T;
}

/** The usual names, in the whole plan, else in one transaction, else in one invocation. */
export const plainNames = (plan: Plan): readonly Edit[] =>
  GROUPS.flatMap((renames) => [
    (before: Plan) => renamed(before, renames),
    ...plan.transactions.map((_, wanted) =>
      eachTransaction((t, index) => (index === wanted ? renamed(t, renames) : t)),
    ),
    ...allThenEach(plan, (invocation) => renamed(invocation, renames)).slice(1),
  ]);

/** No lookup tables, no compute-budget instructions. */
export const plainTransactions = (): readonly Edit[] => [
  eachTransaction(asLegacy),
  eachTransaction((t) => ({ ...t, computeUnitLimit: null, computeUnitPrice: null })),
];

const PLAIN_DATA: AccountData = {
  discriminator: '00'.repeat(8),
  bytes: { fill: 0, length: 0 },
  dataHash: '00'.repeat(32),
};

type Entry = InputAccount | OutputAccount;

const bare = <T extends Entry>(entry: T): T => ({ ...entry, lamports: 0n, address: null });
const withPlainData = <T extends Entry>(entry: T): T =>
  entry.data === null ? entry : { ...entry, data: PLAIN_DATA };
/** Without data an output belongs to nobody's program. */
const ownerless = (output: OutputAccount): OutputAccount => ({ ...output, data: null, owner: 'wallet:0' });
const plainInput = (input: InputAccount): InputAccount => ({ ...input, leafOffset: 0, rootIndex: 0 });
const plainAddress = (address: NewAddress): NewAddress => ({
  ...address,
  seed: '00'.repeat(32),
  rootIndex: 0,
});

const DATA_EDITS: readonly ((data: InvokeData) => Partial<InvokeData>)[] = [
  () => ({ proof: null }),
  ({ cpiContext }) => (cpiContext?.firstSet === true ? { cpiContext: { ...cpiContext, set: false } } : {}),
  () => ({ relayFee: null }),
  () => ({ lengthPrefix: null }),
  () => ({ compressOrDecompressLamports: null, isCompress: false }),
  ({ inputs, outputs }) => ({ inputs: inputs.map(bare), outputs: outputs.map(bare) }),
  ({ outputs }) => ({ outputs: outputs.map(ownerless) }),
  ({ inputs, outputs }) => ({ inputs: inputs.map(withPlainData), outputs: outputs.map(withPlainData) }),
  ({ inputs }) => ({ inputs: inputs.map(plainInput) }),
  ({ newAddresses }) => ({ newAddresses: newAddresses.map(plainAddress) }),
];

const withoutTail = (invocation: Invocation): Invocation => {
  const { tail, ...data } = invocation.data;
  void tail; // it is what goes
  return { ...invocation, data };
};

/** The context account need not sign. */
const unsignedContexts = (invocation: Invocation): Invocation => ({
  ...invocation,
  accounts: invocation.accounts.map((meta) =>
    meta.signer && meta.key.startsWith('context:') ? { ...meta, signer: false } : meta,
  ),
});

const INVOCATION_EDITS: readonly ((invocation: Invocation) => Invocation)[] = [
  (invocation) => ({ ...invocation, through: [] }),
  withoutTail,
  unsignedContexts,
  ...DATA_EDITS.map((edit) => (invocation: Invocation) => ({
    ...invocation,
    data: { ...invocation.data, ...edit(invocation.data) },
  })),
];

/** Plain values in the invocations, in all of them at once, else in one. */
export const plainInvocations = (plan: Plan): readonly Edit[] =>
  INVOCATION_EDITS.flatMap((edit) => allThenEach(plan, edit));
