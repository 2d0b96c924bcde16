// An invocation as the documents look at it: slots by name, effective flags, mode, and the context that it names.
import type { WorldFacts } from '../spec/facts';
import { SLOT, SLOT_NAMES, type SlotName } from '../spec/invoke-cpi';
import { slotNamesOf } from '../spec/layouts';
import type { ContextState, StoredAddress, StoredData, StoredInput } from '../spec/context-state';
import type {
  AccountData,
  AccountMeta,
  AnyInvocation,
  Invocation,
  InvokeData,
  NewAddress,
  Pattern,
  PlannedInstruction,
  PlannedTransaction,
} from '../spec/plan';
import type { TokenStep } from '../spec/token';
import { ABSENT, nearTo, stateTreeOf, type AnyCaller, type CallerName, type KeyRole } from '../spec/world';
import { inTransaction, joined } from './flags';
import { asMeant } from './meant';
import { EMPTY_LISTS, type ModelContext, type ModelWorld, type Writer } from './world';

/** `both` has both flags set, which the documents do not define. */
export type Mode = 'none' | 'first-set' | 'set' | 'both' | 'execute';

export type Entries = Pick<ContextState, 'newAddresses' | 'inputs' | 'outputs'>;

export type View = {
  readonly world: ModelWorld;
  /** What the published accounts say; null for a model that is not told. */
  readonly facts: WorldFacts | null;
  readonly caller: AnyCaller;
  /** The instruction of the token program that makes the call; left out where none does. */
  readonly token?: TokenStep;
  /** Programs of ours above the caller: what they sign for stays signed. */
  readonly through: readonly CallerName[];
  readonly instruction: Invocation['instruction'];
  /** Names of the fixed slots, by index. */
  readonly layout: readonly SlotName[];
  /** The transaction itself makes the call. */
  readonly direct: boolean;
  /** So does this or another instruction of it: a program that a transaction calls cannot be written in it. */
  readonly systemIsCalled: boolean;
  readonly data: InvokeData;
  readonly accounts: readonly AccountMeta[];
  readonly remaining: readonly AccountMeta[];
  readonly mode: Mode;
  /** first set, set or both. */
  readonly writes: boolean;
  /** execute, or no context. */
  readonly executes: boolean;
  /** What slot 10 names; null where it says absent or does not exist. */
  readonly contextKey: KeyRole | null;
  /** The context in slot 10 if it has the right owner and discriminator. */
  readonly context: ModelContext | null;
  /** What the instruction data brings. */
  readonly own: Entries;
  /** Who asks for the new addresses of the context and of the data, in this order; of a write too. */
  readonly writers: readonly Writer[];
  /** What is executed: the context's entries in front of the own ones. */
  readonly combined: Entries;
};

/** The modes of CPI_CONTEXT.md in words. */
export const MODE_NAMES = {
  none: 'no context',
  'first-set': 'first set',
  set: 'set',
  both: 'both flags',
  execute: 'execute',
} as const satisfies Record<Mode, string>;

export const modeOf = ({ cpiContext }: InvokeData): Mode => {
  if (cpiContext === null) return 'none';
  if (cpiContext.firstSet) return cpiContext.set ? 'both' : 'first-set';
  return cpiContext.set ? 'set' : 'execute';
};

/** What a context keeps of an input's data: its own bytes are not kept. */
export const storedData = (data: AccountData | null): StoredData | null =>
  data === null ? null : { discriminator: data.discriminator, dataHash: data.dataHash };

type Slotted = Pick<View, 'accounts' | 'layout'>;

const indexOf = (layout: readonly SlotName[], name: SlotName): number =>
  layout === SLOT_NAMES ? SLOT[name] : layout.indexOf(name);

/** The account in a fixed slot; undefined where the list ends before it, or the instruction has no such slot. */
export const slot = ({ accounts, layout }: Slotted, name: SlotName): AccountMeta | undefined =>
  accounts[indexOf(layout, name)];

/** The PDA with the seed `cpi_authority` under an account, where that PDA has a name. */
export const authorityOf = (program: KeyRole): KeyRole | null => {
  if (program.startsWith('program:')) return program.replace('program:', 'authority:') as KeyRole;
  return program === ABSENT ? 'account-compression-authority' : null;
};

const ownEntries = (invocation: AnyInvocation): Entries => {
  const { data } = invocation;
  const inputs = data.inputs.map((entry): StoredInput => ({ ...entry, data: storedData(entry.data) }));
  const newAddresses = data.newAddresses.map(storedAddress);
  return asMeant(invocation, { newAddresses, inputs, outputs: data.outputs });
};

/** What an entry of a context keeps: not which output an address is for. */
const storedAddress = ({ seed, queueIndex, treeIndex, rootIndex }: NewAddress): StoredAddress => ({
  seed,
  queueIndex,
  treeIndex,
  rootIndex,
});

/** Instructions that can say which output gets a new address. */
const ASSIGNING: ReadonlySet<string> = new Set(['InvokeCpiWithReadOnly', 'InvokeCpiWithAccountInfo']);

/** Who asks for the new addresses that the data brings. */
export const ownWriters = ({ data, caller, instruction }: Pick<View, 'data' | 'caller' | 'instruction'>) =>
  data.newAddresses.map(({ assignedTo }): Writer => {
    const canAssign = ASSIGNING.has(instruction);
    const program = canAssign ? (data.invokingProgram ?? `program:${caller}`) : `program:${caller}`;
    const isBound = canAssign || data.inputs.length > 0;
    return { program: program as KeyRole, assignedTo: canAssign ? (assignedTo ?? null) : null, isBound };
  });

const NO_WRITERS: readonly Writer[] = [];

const joinLists = <T>(first: readonly T[], second: readonly T[]): readonly T[] => {
  if (first.length === 0) return second;
  return second.length === 0 ? first : [...first, ...second];
};
/** The context's in front of the own ones. */
const writersOf = (invocation: AnyInvocation, mode: Mode, context: ModelContext | null): readonly Writer[] =>
  mode === 'none'
    ? ownWriters(invocation)
    : joinLists(context?.writers ?? NO_WRITERS, ownWriters(invocation));

const joinEntries = (first: Entries, second: Entries): Entries => ({
  newAddresses: joinLists(first.newAddresses, second.newAddresses),
  inputs: joinLists(first.inputs, second.inputs),
  outputs: joinLists(first.outputs, second.outputs),
});
export const appended = joinEntries;

const properContext = (world: ModelWorld, key: KeyRole | null): ModelContext | null => {
  const context = key === null ? undefined : world.contexts.get(key);
  return context?.owner === 'light-system' && context.discriminator === world.shape.contextDiscriminator
    ? context
    : null;
};

/** Without a program in between. */
const callsSystem = (item: PlannedInstruction): boolean =>
  (item.kind === 'invocation' && item.direct === true) ||
  (item.kind === 'initialize' && item.through.length === 0);

const callsIn = (transaction: PlannedTransaction | undefined, { direct }: AnyInvocation): boolean =>
  direct === true || transaction?.instructions.some(callsSystem) === true;

/** What an invocation stands in: a call that the transaction makes itself sees all of its flags. */
type Around = { readonly transaction?: PlannedTransaction; readonly facts?: WorldFacts | null };

const flagged = (
  { direct, accounts }: AnyInvocation,
  transaction: PlannedTransaction | undefined,
): readonly AccountMeta[] =>
  direct === true && transaction !== undefined ? inTransaction(accounts, transaction) : joined(accounts);

export const viewOf = (
  world: ModelWorld,
  invocation: AnyInvocation,
  { transaction, facts = null }: Around = {},
): View => {
  const accounts = flagged(invocation, transaction);
  const mode = invocation.instruction === 'Invoke' ? 'none' : modeOf(invocation.data);
  const layout = slotNamesOf(invocation);
  const named = slot({ accounts, layout }, 'cpi_context_account')?.key;
  const contextKey = named === undefined || named === ABSENT ? null : named;
  const context = properContext(world, contextKey);
  const own = ownEntries(invocation);
  return {
    world,
    facts,
    caller: invocation.caller,
    through: invocation.through,
    instruction: invocation.instruction,
    layout,
    direct: invocation.direct === true,
    systemIsCalled: callsIn(transaction, invocation),
    data: invocation.data,
    accounts,
    remaining: accounts.slice(layout.length),
    mode,
    writes: mode === 'first-set' || mode === 'set' || mode === 'both',
    executes: mode === 'none' || mode === 'execute',
    contextKey,
    context,
    own,
    writers: writersOf(invocation, mode, context),
    combined: mode === 'execute' ? joinEntries(context?.state ?? EMPTY_LISTS, own) : own,
  };
};

/** The outputs of an execution in the order of their leaves, as the version was seen to append them. */
export const leafOutputs = ({ world, combined, context, own, mode }: View): Entries['outputs'] =>
  mode === 'execute' && world.shape.ownLeavesFirst === true
    ? joinLists(own.outputs, context?.state.outputs ?? [])
    : combined.outputs;

/** The inputs of an execution in the order in which the version was seen to hand them on and to chain their hashes. */
export const handedInputs = ({ world, combined, context, own, mode }: View): Entries['inputs'] =>
  mode === 'execute' && world.shape.ownLeavesFirst === true
    ? joinLists(own.inputs, context?.state.inputs ?? [])
    : combined.inputs;

/** The state tree behind a remaining account's index; undefined where it points at something else or nowhere. */
export const treeAt = (view: View, index: number): KeyRole | undefined => {
  const key = view.remaining[index]?.key;
  return key === undefined ? undefined : stateTreeOf(key);
};

/** The first state tree that entries use: of the first input, else of the first output. */
export const firstTree = (view: View, { inputs, outputs }: Entries): KeyRole | undefined => {
  const [input, output] = [inputs[0], outputs[0]];
  if (input === undefined) return output === undefined ? undefined : treeAt(view, output.treeIndex);
  const key = view.remaining[input.treeIndex]?.key;
  return key !== undefined && nearTo(key).startsWith('tree:') ? key : undefined;
};

export const patternLength = (pattern: Pattern | undefined): number => pattern?.length ?? 0;

/** No entry of any kind. */
export const bringsNothing = ({ newAddresses, inputs, outputs }: Entries): boolean =>
  newAddresses.length === 0 && inputs.length === 0 && outputs.length === 0;
