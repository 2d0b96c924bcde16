// Addresses as people write them, for text that is shown.
import { PublicKey } from '@solana/web3.js';
import type { KeyRole } from '../spec/world';
import { addressOf } from './keys';

/** 32 bytes as people write them. */
export const base58 = (bytes: Uint8Array): string => new PublicKey(bytes).toBase58();

export const base58Of = (role: KeyRole): string => base58(addressOf(role));
