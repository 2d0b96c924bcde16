// The world that every case starts from: programs, fixtures, and funded payers and wallets.
import type { Fixture } from '../programs/load';
import { PROGRAM_NAMES, type CallerName, type KeyRole } from '../spec/world';
import { BPF_LOADER, SOLANA_SYSTEM } from './addresses';
import { completed } from './copies';
import { addressOf, roleOfBase58 } from './keys';
import type { Stored } from './validator';

/** The compiled programs (ELF bytes). */
export type Programs = {
  readonly systemProgram: Buffer;
  readonly accountCompression: Buffer;
  readonly noop?: Buffer;
  readonly token?: Buffer;
  readonly caller: Buffer;
  /** A program that takes the place of one of ours. */
  readonly guest?: { readonly name: CallerName; readonly elf: Buffer };
};

/** Lamports of every payer and every wallet at the start. */
export const PAYER_LAMPORTS = 100_000_000_000n;
export const WALLET_LAMPORTS = 10_000_000_000n;

/** No fixture has the sol pool; with a balance, as on a network in use, small amounts do not fail for want of rent. */
export const SOL_POOL_LAMPORTS = 1_000_000_000n;

const loader = addressOf(`unknown:${BPF_LOADER}`);
const systemOwner = addressOf(roleOfBase58(SOLANA_SYSTEM));
const NOTHING = Buffer.alloc(0);

const program = (elf: Buffer): Stored => ({
  owner: loader,
  lamports: 10_000_000_000n,
  data: elf,
  executable: true,
});

/** An account that does not exist: the validator takes one without lamports for deleted. */
export const EMPTY: Stored = { owner: systemOwner, lamports: 0n, data: NOTHING, executable: false };

const NATIVE: Stored = { ...EMPTY, executable: true };

/** Accounts of the validator itself: never written, never set. */
export const isNative = (role: KeyRole): boolean => role === 'solana-system' || role === 'spl-token';

/** What an account without program or fixture holds at the start. */
export function startOf(role: KeyRole): Stored {
  if (role.startsWith('payer:')) return { ...EMPTY, lamports: PAYER_LAMPORTS };
  if (role.startsWith('wallet:')) return { ...EMPTY, lamports: WALLET_LAMPORTS };
  if (role === 'sol-pool') return { ...EMPTY, lamports: SOL_POOL_LAMPORTS };
  return isNative(role) ? NATIVE : EMPTY;
}

const fromFixture = ({ pubkey, owner, lamports, data, executable }: Fixture): [KeyRole, Stored] => [
  roleOfBase58(pubkey),
  { owner: addressOf(`unknown:${owner}`), lamports, data, executable },
];

/** All accounts to set at the start. */
export function genesis(programs: Programs, fixtures: readonly Fixture[]): [KeyRole, Stored][] {
  const { systemProgram, accountCompression, noop, token, caller, guest } = programs;
  const named: [KeyRole, Stored][] = [
    ['light-system', program(systemProgram)],
    ['account-compression', program(accountCompression)],
    ...(noop ? [['noop', program(noop)] as [KeyRole, Stored]] : []),
    ...(token ? [['program:token', program(token)] as [KeyRole, Stored]] : []),
    ...PROGRAM_NAMES.map((name): [KeyRole, Stored] => [
      `program:${name}`,
      program(guest?.name === name ? guest.elf : caller),
    ]),
  ];
  return [...completed(fixtures.map(fromFixture)), ...named];
}
