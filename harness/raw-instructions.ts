// The instructions of a legacy transaction's bytes, for tests in other languages that say them one by one.
import { Message } from '@solana/web3.js';
import type { RawInstruction, RawMessage } from '../spec/raw-case';

const SIGNATURE = 64;

/**
 * What a legacy transaction says, from its wire bytes (base64) with fewer than 128 signatures.
 * An account's flags are those that the message gives it, which are the most that any instruction asks for.
 */
export function rawInstructions(bytes: string): RawMessage {
  const wire = Buffer.from(bytes, 'base64');
  const message = Message.from(wire.subarray(1 + SIGNATURE * (wire[0] ?? 0)));
  const addressAt = (at: number): string => message.accountKeys[at]?.toBase58() ?? '';
  const instructions = message.compiledInstructions.map(
    ({ programIdIndex, accountKeyIndexes, data }): RawInstruction => ({
      program: addressAt(programIdIndex),
      accounts: accountKeyIndexes.map((at) => ({
        address: addressAt(at),
        signer: message.isAccountSigner(at),
        writable: message.isAccountWritable(at),
      })),
      data: Buffer.from(data).toString('hex'),
    }),
  );
  return { feePayer: addressAt(0), instructions };
}
