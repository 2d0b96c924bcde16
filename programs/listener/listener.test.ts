// Proves on the validator that the listening program logs accounts, flags and data, and that our callers' programs are what their sources compile to.
import { PublicKey, Transaction, TransactionInstruction } from '@solana/web3.js';
import { start } from 'solana-bankrun';
import { checkOwn, hasCompiler } from '../caller/build';
import { loadListener } from './load';

const LOADER = new PublicKey('BPFLoader2111111111111111111111111111111111');
const LISTENER = new PublicKey(Buffer.alloc(32, 9));
const id = (byte: number): PublicKey => new PublicKey(Buffer.alloc(32, byte));
const SIGNER = 1;
const WRITABLE = 2;

const whereClangIs = hasCompiler() ? it : it.skip; // the build's --check is what must not be skipped
whereClangIs('the listening program and the sample caller are what their sources compile to', () => {
  expect(checkOwn('listener')).toBeUndefined();
  expect(checkOwn('sample-caller')).toBeUndefined();
});

it('the listening program logs each account with its flags, repeated ones with all of theirs, and the data', async () => {
  const context = await start([], []);
  const program = { executable: true, owner: LOADER, lamports: 10 ** 10, data: loadListener() };
  context.setAccount(LISTENER, program);
  context.setAccount(id(3), { executable: false, owner: id(4), lamports: 10 ** 9, data: Buffer.alloc(77) });
  const payer = context.payer.publicKey;
  const keys = [
    { pubkey: payer, isSigner: true, isWritable: true },
    { pubkey: id(5), isSigner: false, isWritable: false },
    { pubkey: id(3), isSigner: false, isWritable: true },
    { pubkey: id(5), isSigner: false, isWritable: false },
  ];
  const data = Buffer.from([1, 2, 3, 250]);
  const transaction = new Transaction({ feePayer: payer, recentBlockhash: context.lastBlockhash });
  transaction.add(new TransactionInstruction({ programId: LISTENER, keys, data }));
  transaction.sign(context.payer);
  const { result, meta } = await context.banksClient.tryProcessTransaction(transaction);
  const entries = keys.map(({ pubkey, isSigner, isWritable }) =>
    Buffer.from([(isSigner ? SIGNER : 0) + (isWritable ? WRITABLE : 0), ...pubkey.toBytes()]),
  );
  expect(result).toBeNull();
  const logged = `Program data: ${Buffer.concat(entries).toString('base64')} ${data.toString('base64')}`;
  expect(meta?.logMessages).toContain(logged);
});
