// Builds one InvokeCpi that the documents accept: the account list slot by slot, and the data.
import { INVOKE_CPI_DISCRIMINATOR } from '../spec/invoke-cpi';
import type {
  AccountMeta,
  CpiContextFlags,
  InvokeData,
  Invocation,
  PlannedInstruction,
  PlannedTransaction,
} from '../spec/plan';
import { repeating, type Repeated } from './repeats';
import { ABSENT, isV1, type CallerName, type KeyRole } from '../spec/world';

/** All the compute units that a transaction can ask for. */
export const COMPUTE_UNITS = 1_400_000;

/** No more inputs are spent by one execution, nor outputs put into one queue, though no document says so (limits/full-context-executes). */
export const MOST_AT_ONCE = 10;

/** Where an invocation happens: who calls, who pays, which state tree; and choices that must not matter. */
export type Setting = {
  readonly caller: CallerName;
  readonly payer: KeyRole;
  readonly tree: number;
  readonly through: readonly CallerName[];
  readonly treeFirst: boolean;
  readonly unusedSlot: KeyRole;
  /** Whose account slot 3 repeats instead, if any. */
  readonly repeats?: Repeated | null;
  /** Choices on which the documents leave the slots free (see fences). */
  readonly free: FreeFlags;
  /** The context account, where it is not the tree's published one. */
  readonly context?: KeyRole;
};

export type FreeFlags = {
  readonly authoritySigns: boolean;
  readonly authorityWritable: boolean;
  readonly registeredWritable: boolean;
  readonly compressionAuthorityWritable: boolean;
};

/** Indices of the setting's queue and tree among the remaining accounts. */
export const indicesOf = ({
  treeFirst,
}: Pick<Setting, 'treeFirst'>): { readonly queue: number; readonly tree: number } =>
  treeFirst ? { queue: 1, tree: 0 } : { queue: 0, tree: 1 };

type Flags = { readonly signer?: boolean; readonly writable?: boolean };
const NO_FLAGS: Flags = {};

/** Index of what takes the setting's outputs: the queue, or the only remaining account of a v1 setting, its tree. */
export const outputIndexOf = (setting: Pick<Setting, 'treeFirst' | 'tree'>): number =>
  isV1(`tree:${setting.tree}`) ? 0 : indicesOf(setting).queue;

const meta = (key: KeyRole, { signer = false, writable = false }: Flags = NO_FLAGS): AccountMeta => ({
  key,
  signer,
  writable,
});

export type SolMove = { readonly recipient: KeyRole | null };

const solSlots = (sol: SolMove | null): readonly AccountMeta[] => [
  sol === null ? meta(ABSENT) : meta('sol-pool', { writable: true }),
  sol?.recipient == null ? meta(ABSENT) : meta(sol.recipient, { writable: true }),
];

const fixedSlots = (
  setting: Setting,
  context: KeyRole | null,
  sol: SolMove | null,
): readonly AccountMeta[] => {
  const { caller, payer, unusedSlot, free } = setting;
  return [
    meta(payer, { signer: true, writable: true }),
    meta(`authority:${caller}`, { signer: free.authoritySigns, writable: free.authorityWritable }),
    meta('registered-program-pda', { writable: free.registeredWritable }),
    meta(unusedSlot),
    meta('account-compression-authority', { writable: free.compressionAuthorityWritable }),
    meta('account-compression'),
    meta(`program:${caller}`),
    ...solSlots(sol),
    meta('solana-system'),
    context === null ? meta(ABSENT) : meta(context, { writable: true }),
  ];
};

const remainingAccounts = (setting: Setting): readonly AccountMeta[] => {
  const queue = meta(`queue:${setting.tree}`, { writable: true });
  const tree = meta(`tree:${setting.tree}`, { writable: true });
  if (isV1(tree.key)) return [tree];
  return setting.treeFirst ? [tree, queue] : [queue, tree];
};

export const EMPTY_DATA: InvokeData = {
  discriminator: INVOKE_CPI_DISCRIMINATOR,
  lengthPrefix: null,
  proof: null,
  newAddresses: [],
  inputs: [],
  outputs: [],
  relayFee: null,
  compressOrDecompressLamports: null,
  isCompress: false,
  cpiContext: null,
  cutBytes: 0,
  readOnlyAddresses: [],
  readOnlyAccounts: [],
};

const EXECUTE: CpiContextFlags = { firstSet: false, set: false, index: 0 };
export const FLAGS = {
  none: null,
  'first-set': { ...EXECUTE, firstSet: true },
  set: { ...EXECUTE, set: true },
  both: { ...EXECUTE, firstSet: true, set: true },
  execute: EXECUTE,
} as const;
export type FlagName = keyof typeof FLAGS;

export type InvocationParts = {
  readonly setting: Setting;
  readonly flags: FlagName;
  readonly data: Partial<InvokeData>;
  readonly sol?: SolMove;
};

const listed = ({ setting, flags, data, sol }: InvocationParts): Invocation => ({
  kind: 'invocation',
  caller: setting.caller,
  through: setting.through,
  instruction: 'InvokeCpi',
  accounts: [
    ...fixedSlots(
      setting,
      flags === 'none' ? null : (setting.context ?? `context:${setting.tree}`),
      sol ?? null,
    ),
    ...remainingAccounts(setting),
  ],
  data: { ...EMPTY_DATA, cpiContext: FLAGS[flags], ...data },
});

export const invocation = (parts: InvocationParts): Invocation => {
  const { repeats } = parts.setting;
  return repeats == null ? listed(parts) : repeating(listed(parts), repeats);
};

export const transactionOf = (
  feePayer: KeyRole,
  ...instructions: readonly PlannedInstruction[]
): PlannedTransaction => ({
  feePayer,
  computeUnitLimit: null,
  computeUnitPrice: null,
  instructions,
});
