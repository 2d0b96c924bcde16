// Calls one of our programs that only listen, alone in a validator, for their tests.
import { PublicKey, Transaction, TransactionInstruction, type AccountMeta } from '@solana/web3.js';
import { start } from 'solana-bankrun';

const LOADER = new PublicKey('BPFLoader2111111111111111111111111111111111');
const PROGRAM = new PublicKey(Buffer.alloc(32, 9));

/** An address that nobody has the key of. */
export const id = (byte: number): PublicKey => new PublicKey(Buffer.alloc(32, byte));
/** One of the accounts exists and has data of an odd length, so that what lies behind it must be found. */
export const WITH_DATA = id(3);

export type Heard = { readonly refused: string | null; readonly logs: readonly string[] };

/**
 * What the program logs when it is handed these accounts and data.
 * @param keysOf the accounts, given the payer, who signs
 */
export async function hear(
  elf: Buffer,
  keysOf: (payer: PublicKey) => readonly AccountMeta[],
  data: Buffer,
): Promise<Heard> {
  const context = await start([], []);
  context.setAccount(PROGRAM, { executable: true, owner: LOADER, lamports: 10 ** 10, data: elf });
  context.setAccount(WITH_DATA, {
    executable: false,
    owner: id(4),
    lamports: 10 ** 9,
    data: Buffer.alloc(77),
  });
  const feePayer = context.payer.publicKey;
  const [recentBlockhash] = (await context.banksClient.getLatestBlockhash()) ?? [context.lastBlockhash];
  const transaction = new Transaction({ feePayer, recentBlockhash });
  transaction.add(new TransactionInstruction({ programId: PROGRAM, keys: [...keysOf(feePayer)], data }));
  transaction.sign(context.payer);
  const { result, meta } = await context.banksClient.tryProcessTransaction(transaction);
  return { refused: result, logs: meta?.logMessages ?? [] };
}
