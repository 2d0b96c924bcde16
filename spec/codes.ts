// Every code that can come up, by number and by the program that raised it.
import { ACCOUNT_COMPRESSION_CODES } from './codes/account-compression';
import { LIBRARIES } from './codes/libraries';
import { SYSTEM_CODES } from './codes/system';
import type { SystemCode } from './codes/types';

const BY_CODE: ReadonlyMap<number, SystemCode> = new Map(SYSTEM_CODES.map((one) => [one.code, one]));
const FIRST = 6000;
/** The Poseidon syscall's own errors pass through bare. */
const POSEIDON = 12;

/** The system program's code of that number. */
export const systemCode = (code: number): SystemCode | undefined => BY_CODE.get(code);

/** Where a number belongs, and its name; null for one that no public definition has. */
export type Passing = { readonly belongs: string; readonly name: string };

/** Solana's own system program, which the programs call to move lamports and to make accounts. */
const SOLANA_SYSTEM = [
  'AccountAlreadyInUse',
  'ResultWithNegativeLamports',
  'InvalidProgramId',
  'InvalidAccountDataLength',
  'MaxSeedLengthExceeded',
  'AddressWithSeedMismatch',
  'NonceNoRecentBlockhashes',
  'NonceBlockhashNotExpired',
  'NonceUnexpectedBlockhashValue',
];

const ofSolana = (code: number): Passing | null => {
  const name = SOLANA_SYSTEM[code];
  return name === undefined ? null : { belongs: "Solana's system program", name };
};

const ofLibrary = (code: number): Passing | null => {
  const found = LIBRARIES.find(({ codes }) => codes[code] !== undefined);
  if (found !== undefined) return { belongs: found.library, name: found.codes[code] ?? '' };
  return code >= 1 && code <= POSEIDON ? { belongs: 'Poseidon', name: `syscall error ${code}` } : null;
};

/** What a number means when this program raised it: 6004 is one thing of the system program and another of account-compression. */
export const meaningOf = (program: string, code: number): Passing | null => {
  if (program === 'solana-system') return ofSolana(code);
  if (program === 'light-system') {
    const own = systemCode(code);
    return own === undefined ? ofLibrary(code) : { belongs: 'system program', name: own.name };
  }
  const own = program === 'account-compression' ? ACCOUNT_COMPRESSION_CODES[code - FIRST] : undefined;
  return own === undefined ? ofLibrary(code) : { belongs: program, name: own };
};
