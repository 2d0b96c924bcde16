// Checks what somebody gives to `checkCaller` before anything is started: each mistake gets one sentence.
import { roleOfBase58 } from '../../harness/keys';
import { InputError } from '../../programs/errors';
import { SEEDS } from '../whole-number';
import type { CallerProgram, CheckOptions, ExtraAccount } from './types';

const CASES = 10;
const SEED = 1;

const isBytes = (value: unknown): boolean => value instanceof Uint8Array;

/** What is wrong with a field; callers may be written in plain JavaScript. */
const FIELDS: readonly (readonly [keyof ExtraAccount, (value: unknown) => boolean, string])[] = [
  ['address', (value) => typeof value === 'string', 'an address in base58'],
  ['owner', (value) => typeof value === 'string', 'the address of its owner in base58'],
  ['lamports', (value) => typeof value === 'bigint' && value >= 0n, 'its lamports as a bigint'],
  ['data', isBytes, 'its data as bytes'],
];

function requireAccount(account: ExtraAccount, at: number): void {
  const name = `\`accounts[${at}]\``;
  const wrong = FIELDS.find(([field, isRight]) => !isRight(account[field]));
  if (wrong !== undefined) throw new InputError(`${name} has no \`${wrong[0]}\`: give ${wrong[2]}.`);
  const role = roleOfBase58(account.address);
  if (!role.startsWith('unknown:'))
    throw new InputError(
      `${name} is at the address of ${role} in this world, which is there already: leave it out.`,
    );
}

const CALLER_FIELDS: Readonly<Record<keyof CallerProgram, true>> = {
  program: true,
  programId: true,
  instruction: true,
  accounts: true,
  version: true,
  systemProgram: true,
  accountCompression: true,
};
const OPTION_FIELDS: Readonly<Record<keyof CheckOptions, true>> = {
  cases: true,
  seed: true,
  only: true,
  except: true,
};

/** A field that nobody reads may be one that is misspelt: what was meant would not be checked. */
function requireFields(given: unknown, what: string, known: Readonly<Record<string, true>>): void {
  if (typeof given !== 'object' || given === null)
    throw new InputError(`${what} is no object: give one with ${Object.keys(known).join(', ')}.`);
  const stranger = Object.keys(given).find((name) => !Object.hasOwn(known, name));
  if (stranger !== undefined)
    throw new InputError(
      `${what} has a field \`${stranger}\`, which does not exist: there are ${Object.keys(known).join(', ')}.`,
    );
}

/** @throws InputError in one sentence for options that do not exist. */
export const requireOptions = (options: CheckOptions): void =>
  requireFields(options, 'The second argument', OPTION_FIELDS);

/** @throws InputError in one sentence for a caller that lacks something, or an account that the world has itself. */
export function requireCaller(caller: CallerProgram): void {
  requireFields(caller, 'The first argument', CALLER_FIELDS);
  const { program, programId, instruction, accounts = [] }: Partial<CallerProgram> = caller;
  if (typeof program !== 'string' && !isBytes(program))
    throw new InputError('`program` is missing: give the path of your compiled program, or its bytes.');
  if (typeof programId !== 'string')
    throw new InputError(
      `\`programId\` is ${programId === undefined ? 'missing' : 'no text'}: give your program's address in base58.`,
    );
  if (typeof instruction !== 'function')
    throw new InputError('`instruction` is no function: give one that makes your instruction for a call.');
  accounts.forEach(requireAccount);
}

const whole = (value: number, name: string, { from, to }: { from: number; to: number }): number => {
  if (Number.isInteger(value) && value >= from && value <= to) return value;
  throw new InputError(`\`${name}\` is ${value}: give a whole number from ${from} to ${to}.`);
};

/** How many cases, and from which seed. @throws InputError for what is no such number. */
export function amountOf({ cases = CASES, seed = SEED }: CheckOptions): { cases: number; seed: number } {
  if (!Number.isSafeInteger(cases) || cases <= 0)
    throw new InputError(`\`cases\` is ${cases}: give a whole number above 0.`);
  return { cases, seed: whole(seed, 'seed', SEEDS) };
}

/** The claims that the options leave. @throws InputError for an id that no claim has, or where none is left. */
export function chosen<T extends { readonly id: string }>(
  claims: readonly T[],
  { only, except = [] }: CheckOptions,
): readonly T[] {
  const unknown = [...(only ?? []), ...except].find((id) => !claims.some((claim) => claim.id === id));
  if (unknown !== undefined)
    throw new InputError(`There is no claim ${unknown} about callers: \`callerClaims()\` lists them.`);
  const left = claims.filter(({ id }) => (only?.includes(id) ?? true) && !except.includes(id));
  if (left.length === 0)
    throw new InputError('`only` and `except` leave no claim to ask: leave them out for all claims.');
  return left;
}
