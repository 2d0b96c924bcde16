// Changes of an invocation's data: entries taken out, doubled, altered or taken from another plan, and single fields.
import type {
  CpiContextFlags,
  InputAccount,
  InvokeData,
  NewAddress,
  OutputAccount,
  ReadOnlyAccount,
} from '../../spec/plan';
import type { KeyRole } from '../../spec/world';
import type { Change } from './accounts';
import { oneOf, replaced, withoutAt, type Pick } from './pick';

type Field = (data: InvokeData, pick: Pick, donor: InvokeData | undefined) => Partial<InvokeData>;

const NUMBERS: readonly bigint[] = [0n, 1n, 2n, 1000n, 1_000_000n, 1n << 32n, (1n << 64n) - 1n];
const SMALL: readonly number[] = [0, 1, 2, 3, 4, 5, 8, 127, 128, 255];
const OWNERS: readonly KeyRole[] = ['program:A', 'program:B', 'wallet:0', 'wallet:1'];

const small = (pick: Pick): number => oneOf(SMALL, pick) ?? 0;
const number = (pick: Pick): bigint => oneOf(NUMBERS, pick) ?? 0n;

const ADDRESS = '00'.repeat(31) + '01';

const owning = <T extends InputAccount | OutputAccount>(entry: T, pick: Pick): T => {
  const edits: readonly (() => Partial<OutputAccount>)[] = [
    () => ({ lamports: number(pick) }),
    () => ({ owner: oneOf(OWNERS, pick) ?? entry.owner }),
    () => ({ address: entry.address === null ? ADDRESS : null }),
    () => ({ data: null }),
    () => ({ treeIndex: small(pick) }),
    () =>
      entry.data === null
        ? {}
        : { data: { ...entry.data, bytes: { fill: 1, length: [0, 1, 100, 500][pick(4)] ?? 0 } } },
  ];
  return { ...entry, ...oneOf(edits, pick)?.() };
};

const input = (entry: InputAccount, pick: Pick): InputAccount => {
  const edits: readonly (() => InputAccount)[] = [
    () => owning(entry, pick),
    () => ({ ...entry, queueIndex: small(pick) }),
    () => ({ ...entry, leafOffset: entry.leafOffset + pick(5) - 2 }),
    () => ({ ...entry, proveByIndex: !entry.proveByIndex }),
    () => ({ ...entry, rootIndex: small(pick) }),
  ];
  return oneOf(edits, pick)?.() ?? entry;
};

const address = (entry: NewAddress, pick: Pick): NewAddress => {
  const edits: readonly Partial<NewAddress>[] = [
    { queueIndex: small(pick) },
    { treeIndex: small(pick) },
    { rootIndex: small(pick) },
    { assignedTo: pick(4) },
  ];
  return { ...entry, ...oneOf(edits, pick) };
};

const readOnly = (entry: ReadOnlyAccount, pick: Pick): ReadOnlyAccount => ({
  ...entry,
  treeIndex: small(pick),
  queueIndex: small(pick),
  proveByIndex: pick(2) === 0,
});

/** Takes out, doubles, alters or takes over entries of a list. */
const entries =
  <T>(edit: (entry: T, pick: Pick) => T) =>
  (list: readonly T[], pick: Pick, donor: readonly T[]): readonly T[] => {
    const at = pick(list.length);
    const entry = list[at];
    const borrowed = donor.slice(0, 1 + pick(3));
    if (entry === undefined) return borrowed;
    const ways = [
      replaced(list, at, edit(entry, pick)),
      withoutAt(list, at),
      [...list, entry],
      [...list, ...borrowed],
    ];
    return ways[pick(ways.length)] ?? list;
  };

const flags = (before: CpiContextFlags | null, pick: Pick): CpiContextFlags | null => {
  const base = before ?? { firstSet: false, set: false, index: 0 };
  const ways: readonly (CpiContextFlags | null)[] = [
    null,
    { ...base, firstSet: !base.firstSet },
    { ...base, set: !base.set },
    { ...base, firstSet: false, set: false },
    { ...base, index: small(pick) },
  ];
  return oneOf(ways, pick) ?? null;
};

const toggled = <K extends keyof InvokeData>(data: InvokeData, field: K): Partial<InvokeData> =>
  data[field] === undefined ? { [field]: true } : { [field]: undefined };

const FIELDS: readonly Field[] = [
  (data, pick, donor) => ({ inputs: entries(input)(data.inputs, pick, donor?.inputs ?? []) }),
  (data, pick, donor) => ({
    outputs: entries<OutputAccount>(owning)(data.outputs, pick, donor?.outputs ?? []),
  }),
  (data, pick, donor) => ({
    newAddresses: entries(address)(data.newAddresses, pick, donor?.newAddresses ?? []),
  }),
  (data, pick, donor) => ({
    readOnlyAccounts: entries(readOnly)(data.readOnlyAccounts, pick, donor?.readOnlyAccounts ?? []),
  }),
  (data, pick, donor) => ({
    readOnlyAddresses: entries<InvokeData['readOnlyAddresses'][number]>((entry) => ({
      ...entry,
      treeIndex: small(pick),
    }))(data.readOnlyAddresses, pick, donor?.readOnlyAddresses ?? []),
  }),
  (data, pick) => ({ cpiContext: flags(data.cpiContext, pick) }),
  (data, pick) => ({ cpiContext: flags(data.cpiContext, pick) }),
  (data, _pick, donor) => ({ proof: data.proof === null ? (donor?.proof ?? '01'.repeat(128)) : null }),
  (data, pick) => ({ relayFee: data.relayFee === null ? number(pick) : null }),
  (_data, pick) => ({ compressOrDecompressLamports: pick(3) === 0 ? null : number(pick) }),
  (data) => ({ isCompress: !data.isCompress }),
  (_data, pick) => ({ lengthPrefix: pick(2) === 0 ? null : small(pick) }),
  (_data, pick) => ({ cutBytes: pick(2) === 0 ? 0 : small(pick) }),
  (data) => toggled(data, 'withTransactionHash'),
  (_data, pick) => ({ emptyInfos: pick(3) }),
  (_data, _pick, donor) => donor ?? {},
];

/** Fields that are undefined are left out, as plans leave them out. */
const tidy = (data: InvokeData): InvokeData =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as InvokeData;

export const DATA_CHANGES: readonly Change[] = FIELDS.map((field): Change => (invocation, pick, donor) => ({
  ...invocation,
  data: tidy({
    ...invocation.data,
    ...field(invocation.data, pick, donor?.data),
    discriminator: invocation.data.discriminator,
  }),
}));
