// Addresses as people write them, for text that is shown.
import { PublicKey } from '@solana/web3.js';
import type { KeyRole } from '../spec/world';
import { addressOf } from './keys';

export const base58Of = (role: KeyRole): string => new PublicKey(addressOf(role)).toBase58();
