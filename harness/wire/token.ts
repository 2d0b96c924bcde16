// Instructions of SPL Token and of the compressed-token program as bytes: layouts by their published interfaces.
import { createHash } from 'node:crypto';
import type { AccountMeta } from '../../spec/plan';
import { poolOf, type TokenMintTo, type TokenStep, type TokenTransfer } from '../../spec/token';
import type { KeyRole } from '../../spec/world';
import { addressOf } from '../keys';
import type { NextIndexOf } from './instruction-data';
import type { WireInstruction } from './instruction';
import { putFlags } from './invoke-cpi';
import { putList } from './compressed-accounts';
import {
  copied,
  newWriter,
  putBytes,
  putFlag,
  putHex,
  putU16,
  putU32,
  putU64,
  putU8,
  type Writer,
} from './writer';

/** Anchor's: the first bytes of the hash of the instruction's name. */
const anchor = (name: string): Buffer =>
  createHash('sha256').update(`global:${name}`).digest().subarray(0, 8);
const CREATE_POOL = anchor('create_token_pool');
const MINT_TO = anchor('mint_to');
const TRANSFER = anchor('transfer');

/** SPL Token's instructions, by their first byte. */
const SPL = { mintTo: 7, initializeAccount: 18, initializeMint: 20 } as const;
const DECIMALS = 9;
const PROOF_LENGTH = 128;

const meta = (key: KeyRole, flags = ''): AccountMeta => ({
  key,
  signer: flags.includes('s'),
  writable: flags.includes('w'),
});

/** Behind the accounts of each kind of the token program's own. */
const SYSTEM_ACCOUNTS = [
  'light-system',
  'registered-program-pda',
  'noop',
  'account-compression-authority',
  'account-compression',
] as const;

const scratch = newWriter(4096);
const bytesOf = (write: (writer: Writer) => void): Buffer => {
  scratch.at = 0;
  return copied(scratch, write);
};

const spl = (accounts: readonly AccountMeta[], write: (writer: Writer) => void): WireInstruction => ({
  program: 'spl-token',
  accounts,
  data: bytesOf(write),
});

function encodeMintTo({ payer, authority, mint, target, shares }: TokenMintTo): WireInstruction {
  const accounts = [
    meta(payer, 'sw'),
    meta(authority, 's'),
    meta('authority:token'),
    meta(mint, 'w'),
    meta(poolOf(mint), 'w'),
    meta('spl-token'),
    ...SYSTEM_ACCOUNTS.map((key) => meta(key)),
    meta(target, 'w'),
    meta('program:token'),
    meta('solana-system'),
    meta('program:token'), // no sol pool
  ];
  const data = bytesOf((writer) => {
    putBytes(writer, MINT_TO);
    putList(writer, shares, (w, { owner }) => putBytes(w, addressOf(owner)));
    putList(writer, shares, (w, { amount }) => putU64(w, amount));
    putFlag(writer, false); // lamports
  });
  return { program: 'program:token', accounts, data };
}

/** The absolute leaf index (u32) of an input. */
export const tokenLeaf = (
  { remaining }: TokenTransfer,
  { queueIndex, leafOffset }: TokenTransfer['inputs'][number],
  nextIndexOf: NextIndexOf,
): number => {
  const queue = remaining[queueIndex]?.key;
  return ((queue === undefined ? 0 : (nextIndexOf(queue) ?? 0)) + leafOffset) >>> 0;
};

function putTransfer(writer: Writer, transfer: TokenTransfer, nextIndexOf: NextIndexOf): void {
  const { mint, inputs, outputs, move, proof, cpiContext } = transfer;
  putFlag(writer, proof !== undefined);
  if (proof !== undefined) putHex(writer, proof, PROOF_LENGTH);
  putBytes(writer, addressOf(mint));
  putFlag(writer, false); // no delegate
  putList(writer, inputs, (w, input) => {
    putU64(w, input.amount);
    putFlag(w, false); // delegate
    putU8(w, input.treeIndex);
    putU8(w, input.queueIndex);
    putU32(w, tokenLeaf(transfer, input, nextIndexOf));
    putFlag(w, input.rootIndex === undefined); // by index; before 0.27.0 an option of another index, which is left out
    putU16(w, input.rootIndex ?? 0);
    putFlag(w, false); // lamports
    putFlag(w, false); // extensions
  });
  putList(writer, outputs, (w, { owner, amount, treeIndex }) => {
    putBytes(w, addressOf(owner));
    putU64(w, amount);
    putFlag(w, false); // lamports
    putU8(w, treeIndex);
    putFlag(w, false); // extensions
  });
  putFlag(writer, move?.direction === 'compress');
  putFlag(writer, move !== null);
  if (move !== null) putU64(writer, move.amount);
  putFlag(writer, cpiContext !== null);
  if (cpiContext !== null) putFlags(writer, cpiContext);
  putFlag(writer, false); // where a change of lamports goes
}

function encodeTransfer(transfer: TokenTransfer, nextIndexOf: NextIndexOf): WireInstruction {
  const { payer, owner, mint, move, remaining } = transfer;
  const optional = (key: KeyRole, flags = '') => (move === null ? meta('program:token') : meta(key, flags));
  const accounts = [
    meta(payer, 'sw'),
    meta(owner, 's'),
    meta('authority:token'),
    ...SYSTEM_ACCOUNTS.map((key) => meta(key)),
    meta('program:token'),
    optional(poolOf(mint), 'w'),
    optional(move?.account ?? mint, 'w'),
    optional('spl-token'),
    meta('solana-system'),
    ...remaining,
  ];
  const fields = bytesOf((writer) => putTransfer(writer, transfer, nextIndexOf));
  const data = bytesOf((writer) => {
    putBytes(writer, TRANSFER);
    putU32(writer, fields.length);
    putBytes(writer, fields);
  });
  return { program: 'program:token', accounts, data };
}

/** An instruction of the transaction to SPL Token or to the compressed-token program. */
export function encodeToken(step: TokenStep, nextIndexOf: NextIndexOf): WireInstruction {
  switch (step.name) {
    case 'create-mint':
      return spl([meta(step.mint, 'w')], (writer) => {
        putU8(writer, SPL.initializeMint);
        putU8(writer, DECIMALS);
        putBytes(writer, addressOf(step.authority));
        putFlag(writer, false); // nobody may freeze
      });
    case 'open-account':
      return spl([meta(step.account, 'w'), meta(step.mint)], (writer) => {
        putU8(writer, SPL.initializeAccount);
        putBytes(writer, addressOf(step.owner));
      });
    case 'mint-spl':
      return spl([meta(step.mint, 'w'), meta(step.account, 'w'), meta(step.authority, 's')], (writer) => {
        putU8(writer, SPL.mintTo);
        putU64(writer, step.amount);
      });
    case 'create-pool': {
      const { payer, mint } = step;
      const accounts = [
        meta(payer, 'sw'),
        meta(poolOf(mint), 'w'),
        meta('solana-system'),
        meta(mint, 'w'),
        meta('spl-token'),
        meta('authority:token'),
      ];
      return { program: 'program:token', accounts, data: CREATE_POOL };
    }
    case 'mint-to':
      return encodeMintTo(step);
    case 'transfer':
      return encodeTransfer(step, nextIndexOf);
  }
}
