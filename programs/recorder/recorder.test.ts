// Proves on the validator that the recording program logs what it is handed, and that it is what its source compiles to.
import { checkOwn, hasCompiler } from '../caller/build';
import { PublicKey, Transaction, TransactionInstruction } from '@solana/web3.js';
import { start } from 'solana-bankrun';
import { loadRecorder } from './load';

const LOADER = new PublicKey('BPFLoader2111111111111111111111111111111111');
const RECORDER = new PublicKey(Buffer.alloc(32, 9));
const id = (byte: number): PublicKey => new PublicKey(Buffer.alloc(32, byte));

describe('the recording program', () => {
  const whereClangIs = hasCompiler() ? it : it.skip; // the build's --check is what must not be skipped
  whereClangIs('is what its source compiles to', () => {
    expect(checkOwn('recorder')).toBeUndefined();
  });

  it('logs its instruction data and the keys of its accounts, repeated ones too', async () => {
    const context = await start([], []);
    context.setAccount(RECORDER, {
      executable: true,
      owner: LOADER,
      lamports: 10 ** 10,
      data: loadRecorder(),
    });
    context.setAccount(id(3), { executable: false, owner: id(4), lamports: 10 ** 9, data: Buffer.alloc(77) });
    const keys = [id(3), id(5), id(3), id(6)];
    const metas = keys.map((pubkey) => ({ pubkey, isSigner: false, isWritable: false }));
    const data = Buffer.from([1, 2, 3, 250]);
    const transaction = new Transaction({
      feePayer: context.payer.publicKey,
      recentBlockhash: context.lastBlockhash,
    }).add(new TransactionInstruction({ programId: RECORDER, keys: metas, data }));
    transaction.sign(context.payer);
    const { result, meta } = await context.banksClient.tryProcessTransaction(transaction);
    const logged = Buffer.concat(keys.map((key) => key.toBuffer())).toString('base64');
    expect(result).toBeNull();
    expect(meta?.logMessages).toContain(`Program data: ${data.toString('base64')} ${logged}`);
  });
});
