// Builds one Invoke that INVOKE.md accepts: its nine slots, trees in front of queues, and the data.
import { INVOKE_DISCRIMINATOR } from '../../spec/invoke-cpi';
import type { AccountMeta, InputAccount, Invocation, InvokeData, OutputAccount } from '../../spec/plan';
import { ABSENT, isV1, type KeyRole } from '../../spec/world';
import { repeating, type Repeated } from '../repeats';
import { EMPTY_DATA, type SolMove } from '../invocation';

/** Who calls: the transaction itself, or programs of ours. */
export type Call = Pick<Invocation, 'caller' | 'through' | 'direct'>;

/** The invocation as somebody else makes it. */
export const calledAs = (
  { kind, instruction, accounts, data }: Omit<Invocation, keyof Call>,
  call: Call,
): Invocation => ({ kind, ...call, instruction, accounts, data });

/** Where an Invoke happens: who calls, pays and signs, which state tree; and choices that must not matter. */
export type InvokeSetting = {
  readonly call: Call;
  readonly payer: KeyRole;
  readonly authority: KeyRole;
  readonly tree: number;
  readonly unusedSlot: KeyRole;
  /** Whose account slot 3 repeats instead, if any. */
  readonly repeats?: Repeated | null;
  readonly authorityWritable: boolean;
  readonly registeredWritable: boolean;
  readonly compressionAuthorityWritable: boolean;
};

const meta = (key: KeyRole, signer = false, writable = false): AccountMeta => ({ key, signer, writable });

const fixedSlots = (setting: InvokeSetting, sol: SolMove | null): readonly AccountMeta[] => [
  meta(setting.payer, true, true),
  meta(setting.authority, true, setting.authorityWritable),
  meta('registered-program-pda', false, setting.registeredWritable),
  meta(setting.unusedSlot),
  meta('account-compression-authority', false, setting.compressionAuthorityWritable),
  meta('account-compression'),
  sol === null ? meta(ABSENT) : meta('sol-pool', false, true),
  sol?.recipient == null ? meta(ABSENT) : meta(sol.recipient, false, true),
  meta('solana-system'),
];

const remaining = ({ tree }: InvokeSetting): readonly AccountMeta[] =>
  isV1(`tree:${tree}`)
    ? [meta(`tree:${tree}`, false, true)]
    : [meta(`tree:${tree}`, false, true), meta(`queue:${tree}`, false, true)];

/** Index of what takes the outputs: the queue behind its tree, or a v1 tree itself. */
const outputIndex = ({ tree }: InvokeSetting): number => (isV1(`tree:${tree}`) ? 0 : 1);

/** An account without data, as all of an Invoke are. */
export type Bare = { readonly owner: KeyRole; readonly lamports: bigint };

export const bareOutput = ({ owner, lamports }: Bare, setting: InvokeSetting): OutputAccount => ({
  owner,
  lamports,
  address: null,
  data: null,
  treeIndex: outputIndex(setting),
});

/** The input that spends an output of an earlier transaction, proven by index. */
export const bareInput = ({ owner, lamports }: Bare, leafOffset: number): InputAccount => ({
  owner,
  lamports,
  address: null,
  data: null,
  treeIndex: 0,
  queueIndex: 1,
  leafOffset,
  proveByIndex: true,
  rootIndex: 0,
});

export type InvokeParts = {
  readonly setting: InvokeSetting;
  readonly data: Partial<InvokeData>;
  readonly sol?: SolMove;
};

const listed = ({ setting, data, sol }: InvokeParts): Invocation => ({
  kind: 'invocation',
  ...setting.call,
  instruction: 'Invoke',
  accounts: [...fixedSlots(setting, sol ?? null), ...remaining(setting)],
  data: { ...EMPTY_DATA, discriminator: INVOKE_DISCRIMINATOR, ...data },
});

export const invoke = (parts: InvokeParts): Invocation => {
  const { repeats } = parts.setting;
  return repeats == null ? listed(parts) : repeating(listed(parts), repeats);
};
