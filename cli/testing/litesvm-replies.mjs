// Sends what the stand-ins for Rust crates noted to the real LiteSVM, and prints what each transaction came to.
import { readFileSync } from 'node:fs';
import { PublicKey, TransactionInstruction, TransactionMessage } from '@solana/web3.js';
import { LiteSVM } from 'litesvm';

const LOADER = 'BPFLoader2111111111111111111111111111111111';
const keyOf = (hex) => new PublicKey(Buffer.from(hex, 'hex'));
const svm = new LiteSVM().withSigverify(false).withBlockhashCheck(false).withTransactionHistory(0n);
const transactions = [];

const take = {
  program: ([key, elf]) => svm.addProgramWithLoader(keyOf(key).toBase58(), Buffer.from(elf, 'hex'), LOADER),
  account: ([key, lamports, owner, executable, data = '']) =>
    svm.setAccount({
      address: keyOf(key).toBase58(),
      lamports: BigInt(lamports),
      programAddress: keyOf(owner).toBase58(),
      executable: executable === 'true',
      data: new Uint8Array(Buffer.from(data, 'hex')),
    }),
  payer: ([key]) => transactions.push({ payerKey: keyOf(key), instructions: [] }),
  instruction: ([program, data = '']) =>
    transactions
      .at(-1)
      .instructions.push(
        new TransactionInstruction({ programId: keyOf(program), keys: [], data: Buffer.from(data, 'hex') }),
      ),
  meta: ([key, signer, writable]) =>
    transactions
      .at(-1)
      .instructions.at(-1)
      .keys.push({ pubkey: keyOf(key), isSigner: signer === 'true', isWritable: writable === 'true' }),
};

for (const line of readFileSync(process.argv[2], 'utf8').trimEnd().split('\n')) {
  const [kind, ...rest] = line.split(' ');
  take[kind](rest);
}

const wireOf = (transaction) => {
  const recentBlockhash = PublicKey.default.toBase58();
  const message = new TransactionMessage({ ...transaction, recentBlockhash }).compileToLegacyMessage();
  const signatures = message.header.numRequiredSignatures;
  return Buffer.concat([Buffer.from([signatures]), Buffer.alloc(64 * signatures), message.serialize()]);
};

/** How Rust displays the errors without contents that tests ask for. */
const TEXTS = new Map([['ProgramFailedToComplete', 'Program failed to complete']]);

/** As Rust displays an error of an instruction. */
const errorText = (error) => {
  const code = error.err?.()?.code;
  const name = /error: (\w+)/.exec(String(error))?.[1];
  const text =
    code === undefined ? (TEXTS.get(name) ?? String(error)) : `custom program error: 0x${code.toString(16)}`;
  return `Error processing Instruction ${error.index}: ${text}`;
};

const replyTo = (transaction) => {
  const result = svm.inner.sendLegacyTransaction(wireOf(transaction));
  if (typeof result.err !== 'function') return 'ok';
  const failed = result
    .meta()
    .logs()
    .find((line) => line.includes(' failed: '));
  return `${errorText(result.err())}\t${failed ?? ''}`;
};

process.stdout.write(transactions.map(replyTo).join('\n'));
