// One planned call of the system program as a top-level instruction: to the outermost program of ours, nested down to the caller.
import type { AccountMeta, Initialization, Invocation } from '../../spec/plan';
import type { CallerName, KeyRole } from '../../spec/world';
import { canSignTransaction, derivedFrom } from '../keys';
import { encodeCall, SIGNER, WRITABLE, type Call } from './caller-data';

/** A top-level instruction. Signer flags are what the transaction's own signatures give. */
export type WireInstruction = {
  readonly program: KeyRole;
  readonly accounts: readonly AccountMeta[];
  readonly data: Buffer;
};

/** The CPI's data: the bytes, or the account that holds that many of them. */
export type CpiData = Buffer | { readonly key: KeyRole; readonly length: number };

/** How an invocation travels: `counter` reserves room for the number that makes the transaction unique. */
export type Carriage = { readonly data: CpiData; readonly counter: boolean };

/** Who calls the system program, through whom, with which accounts. */
type Route = Pick<Invocation, 'caller' | 'through' | 'accounts'>;

/** Every account of the instruction once, with all privileges that the plan asks for anywhere in it. */
type Listed = { readonly key: KeyRole; readonly index: number; flags: number };
type AccountList = { readonly all: Listed[]; readonly known: Map<KeyRole, Listed> };

const flagsOf = ({ signer, writable }: AccountMeta): number =>
  (signer ? SIGNER : 0) | (writable ? WRITABLE : 0);

function add({ all, known }: AccountList, key: KeyRole, flags: number): void {
  const listed = known.get(key);
  if (listed !== undefined) {
    listed.flags |= flags;
    return;
  }
  const added = { key, index: all.length, flags };
  all.push(added);
  known.set(key, added);
}

/** All programs of the chain see one list, so that an index means the same account at every depth. */
function listAccounts(invocation: Route, inner: readonly CallerName[], data: CpiData): AccountList {
  const list: AccountList = { all: [], known: new Map() };
  for (const meta of invocation.accounts) add(list, meta.key, flagsOf(meta));
  add(list, 'light-system', 0);
  if ('key' in data) add(list, data.key, 0);
  for (const program of inner) add(list, `program:${program}`, 0);
  return list;
}

const indexIn = (list: AccountList, key: KeyRole): number => list.known.get(key)?.index ?? 0;

type PlannedSigner = {
  readonly key: KeyRole;
  readonly program: CallerName;
  readonly seeds: readonly Buffer[];
};

/** The PDAs of our callers that the plan wants to have signed. */
function plannedSigners(list: AccountList): PlannedSigner[] {
  const signers: PlannedSigner[] = [];
  for (const { key, flags } of list.all) {
    const derived = (flags & SIGNER) === 0 ? undefined : derivedFrom(key);
    if (derived) signers.push({ key, program: derived.program, seeds: derived.seeds });
  }
  return signers;
}

/** The metas of a call between our programs: signatures exist where somebody up to here has given them. */
function passOn(list: AccountList, signed: ReadonlySet<KeyRole>): Call['metas'] {
  const metas: { index: number; flags: number }[] = [];
  for (const { key, index, flags } of list.all) {
    const signature = canSignTransaction(key) || signed.has(key) ? SIGNER : 0;
    metas.push({ index, flags: flags & (WRITABLE | signature) });
  }
  return metas;
}

function innermost(invocation: Route, list: AccountList, data: CpiData): Omit<Call, 'signers'> {
  return {
    program: indexIn(list, 'light-system'),
    metas: invocation.accounts.map((meta) => ({ index: indexIn(list, meta.key), flags: flagsOf(meta) })),
    data: 'key' in data ? { account: indexIn(list, data.key), length: data.length } : data,
  };
}

/** Encodes the chain from the caller outwards; each program signs for its own PDAs. */
function nest(invocation: Route, list: AccountList, { data, counter }: Carriage): Buffer {
  const chain = [...invocation.through, invocation.caller];
  const pdas = plannedSigners(list);
  const signersOf = (name: CallerName) => pdas.filter((p) => p.program === name).map((p) => p.seeds);
  const signedBy = (names: readonly CallerName[]) =>
    new Set(pdas.filter((p) => names.includes(p.program)).map((p) => p.key));
  const last = chain.length - 1;
  let call: Call = { ...innermost(invocation, list, data), signers: signersOf(invocation.caller) };
  let bytes = encodeCall(call, counter && last === 0);
  for (let i = last - 1; i >= 0; i--) {
    const program = indexIn(list, `program:${chain[i + 1] ?? invocation.caller}`);
    const metas = passOn(list, signedBy(chain.slice(0, i + 1)));
    call = { program, metas, signers: signersOf(chain[i] ?? invocation.caller), data: bytes };
    bytes = encodeCall(call, counter && i === 0);
  }
  return bytes;
}

/**
 * The top-level instruction of a call by CPI.
 * Whoever is no PDA can sign the transaction; a PDA of a caller in the chain is signed for by that caller;
 * any other signer flag of the plan reaches the CPI unsigned, where the runtime refuses it.
 */
export function encodeInstruction(invocation: Route, carriage: Carriage): WireInstruction {
  const [outermost = invocation.caller, ...rest] = invocation.through;
  const inner = invocation.through.length === 0 ? [] : [...rest, invocation.caller];
  const list = listAccounts(invocation, inner, carriage.data);
  const accounts: AccountMeta[] = [];
  for (const { key, flags } of list.all) {
    const signer = (flags & SIGNER) !== 0 && canSignTransaction(key);
    accounts.push({ key, signer, writable: (flags & WRITABLE) !== 0 });
  }
  return { program: `program:${outermost}`, accounts, data: nest(invocation, list, carriage) };
}

/** The call's route where a program of ours makes it; undefined where the transaction itself does. */
export function routeOf(planned: Initialization | Invocation): Route | undefined {
  const { through, accounts } = planned;
  if (planned.kind === 'invocation') return planned.direct ? undefined : planned;
  const caller = through.at(-1);
  return caller === undefined ? undefined : { caller, through: through.slice(0, -1), accounts };
}

/** A call that the transaction itself makes. */
export function encodeDirect(accounts: readonly AccountMeta[], data: Buffer): WireInstruction {
  const signable = accounts.map((meta) => ({ ...meta, signer: meta.signer && canSignTransaction(meta.key) }));
  return { program: 'light-system', accounts: signable, data };
}
