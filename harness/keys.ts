// Names to addresses and back: the only place that knows which 32 bytes a role of a plan stands for.
import { createHash } from 'node:crypto';
import { PublicKey } from '@solana/web3.js';
import { InputError } from '../programs/errors';
import {
  CALLERS,
  PAYER_COUNT,
  PROGRAM_NAMES,
  WALLET_COUNT,
  nearTo,
  type CallerName,
  type KeyRole,
} from '../spec/world';
import { PUBLISHED } from './addresses';

/** 32 bytes. */
export type Address = Buffer;

/** A program-derived address of one of our callers: who signs for it, and with which seeds (bump last). */
export type Derived = { readonly program: CallerName; readonly seeds: readonly Buffer[] };

const addresses = new Map<KeyRole, Address>();
const roles = new Map<string, KeyRole>(); // by base58
const derived = new Map<KeyRole, Derived>();

/** The first role that claims an address keeps it. */
function remember(role: KeyRole, address: Address): Address {
  const text = new PublicKey(address).toBase58();
  addresses.set(role, address);
  if (!roles.has(text)) roles.set(text, role);
  return address;
}

const invented = (label: string): Address => createHash('sha256').update(`cpi-conformance/${label}`).digest();

/**
 * A bit of the last byte: near misses of the other program differ in another one, and with this one the authority has
 * the bump that all callers' authorities have.
 */
const THIRD_BIT = 4;

/** The id of a program of ours. D's is nearly C's, so that the two can own entries of one execution. */
function ownId(role: KeyRole): Address {
  if (role !== 'program:D') return invented(role);
  const id = invented('program:C');
  id[id.length - 1] = (id.at(-1) ?? 0) ^ THIRD_BIT;
  return id;
}

const SEED_BYTES = 32;
/** Beside the bump. */
const MOST_SEEDS = 15;

/** A slash stands between seeds. */
function seedsIn(role: KeyRole, text: string): readonly Buffer[] {
  const seeds = text.split('/').map((seed) => Buffer.from(seed));
  if (seeds.length <= MOST_SEEDS && seeds.every(({ length }) => length <= SEED_BYTES)) return seeds;
  throw new InputError(
    `The plan names ${role}, but no PDA has more than ${MOST_SEEDS} seeds and a bump, or a seed of more than ${SEED_BYTES} bytes: correct the plan.`,
  );
}

function derive(role: KeyRole, program: CallerName, text: string): Address {
  const owner = new PublicKey(addressOf(`program:${program}`));
  const seeds = seedsIn(role, text);
  const [address, bump] = PublicKey.findProgramAddressSync([...seeds], owner);
  derived.set(role, { program, seeds: [...seeds, Buffer.of(bump)] });
  return Buffer.from(address.toBytes());
}

function parseBase58(role: KeyRole, text: string): Address {
  try {
    return Buffer.from(new PublicKey(text).toBytes());
  } catch {
    throw new InputError(`The plan names ${role}, which is no address in base58: correct the plan.`);
  }
}

const isCaller = (name: string): name is CallerName => (CALLERS as readonly string[]).includes(name);

const isProgram = (name: string): boolean => (PROGRAM_NAMES as readonly string[]).includes(name);

const INVENTED: ReadonlySet<string> = new Set([
  'payer',
  'wallet',
  'fresh',
  'data',
  'table',
  'mint',
  'tokens',
]);

/** Where the compressed-token program keeps the compressed tokens of the mint of that number. */
function derivePool(number: string): Address {
  const seeds = [Buffer.from('pool'), addressOf(`mint:${Number(number)}`)];
  const [address] = PublicKey.findProgramAddressSync(seeds, new PublicKey(addressOf('program:token')));
  return Buffer.from(address.toBytes());
}

/** Another account's address with the last bit of one byte changed. */
function missBy(byte: string, role: KeyRole): Address {
  const address = Buffer.from(addressOf(role));
  address[Number(byte)] = (address[Number(byte)] ?? 0) ^ 1;
  return address;
}

/** Roles that no table holds: derived, invented or spelled out. */
function resolve(role: KeyRole): Address {
  const [kind = '', name = '', ...rest] = role.split(':');
  if (kind === 'unknown') return parseBase58(role, name);
  if (kind === 'authority' && isCaller(name)) return derive(role, name, 'cpi_authority');
  if (kind === 'pda' && isCaller(name)) return derive(role, name, rest.join(':'));
  if (kind === 'pool') return derivePool(name);
  if (kind === 'near') return missBy(name, nearTo(role));
  if (kind === 'program' && isProgram(name)) return ownId(role);
  if (INVENTED.has(kind)) return invented(role);
  throw new InputError(`The plan names an account ${role} that this world does not have: correct the plan.`);
}

/**
 * The 32-byte address behind a role. The same buffer each time: do not write to it.
 * @throws InputError for a role that the world does not have.
 */
export function addressOf(role: KeyRole): Address {
  return addresses.get(role) ?? remember(role, resolve(role));
}

/** The role of an address in base58; `unknown:<base58>` where it has none. */
export const roleOfBase58 = (text: string): KeyRole => roles.get(text) ?? `unknown:${text}`;

const rolesByBytes = new Map<string, KeyRole>();

/** The role of a 32-byte address; `unknown:<base58>` where it has none. */
export function roleOf(address: Buffer): KeyRole {
  const key = address.toString('latin1', 0, 32);
  const known = rolesByBytes.get(key);
  if (known !== undefined) return known;
  const role = roleOfBase58(new PublicKey(address).toBase58());
  if (!role.startsWith('unknown:')) rolesByBytes.set(key, role);
  return role;
}

/** Which caller can sign for the role, and how; undefined where the role is no PDA of a caller. */
export function derivedFrom(role: KeyRole): Derived | undefined {
  if (!addresses.has(role)) addressOf(role);
  return derived.get(role);
}

const UNSIGNABLE: ReadonlySet<string> = new Set([
  'registered-program-pda',
  'account-compression-authority',
  'sol-pool',
  'authority:token',
]);

/** Whether a transaction can carry a signature for the role: nobody holds a key to a PDA. */
export const canSignTransaction = (role: KeyRole): boolean =>
  derivedFrom(role) === undefined && !UNSIGNABLE.has(role);

function parseProgramId(text: string): Address {
  try {
    return Buffer.from(new PublicKey(text).toBytes());
  } catch {
    throw new InputError(`\`programId\` is ${text}, which is no address in base58: correct it.`);
  }
}

const forget = (role: KeyRole): void => {
  const address = addresses.get(role);
  addresses.delete(role);
  derived.delete(role);
  if (address !== undefined) roles.delete(new PublicKey(address).toBase58());
};

/**
 * Puts a caller and its PDAs at another program's address (base58), or back at its own where none is given.
 * Whatever was encoded or opened before speaks of the old address.
 * @throws InputError for an address that is none, or that another account of the world has.
 */
export function moveCaller(name: CallerName, programId?: string): void {
  const own: KeyRole = `program:${name}`;
  const address = programId === undefined ? ownId(own) : parseProgramId(programId);
  const holder = roles.get(new PublicKey(address).toBase58());
  if (holder !== undefined && holder !== own)
    throw new InputError(`The program id ${programId} is that of ${holder} in this world: give your own.`);
  const moving = [own, `authority:${name}`, `pda:${name}:`];
  for (const role of [...addresses.keys()])
    if (moving.some((one) => nearTo(role).startsWith(one))) forget(role);
  rolesByBytes.clear();
  remember(own, address);
  addressOf(`authority:${name}`);
}

for (const [role, text] of PUBLISHED) remember(role, parseBase58(role, text));
for (const name of CALLERS)
  for (const kind of ['program', 'authority'] as const) addressOf(`${kind}:${name}`);
for (const name of PROGRAM_NAMES) addressOf(`program:${name}`);
for (let i = 0; i <= PAYER_COUNT; i++) addressOf(`payer:${i}`);
for (let i = 0; i <= WALLET_COUNT; i++) addressOf(`wallet:${i}`);
