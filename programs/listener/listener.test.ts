// Proves on the validator that the listening program logs accounts, flags and data, and that our callers' programs are what their sources compile to.
import { checkOwn, hasCompiler } from '../caller/build';
import { loadListener } from './load';
import { hear, id, WITH_DATA } from './testing';

const SIGNER = 1;
const WRITABLE = 2;

const whereClangIs = hasCompiler() ? it : it.skip; // the build's --check is what must not be skipped
whereClangIs('the listening program and the sample caller are what their sources compile to', () => {
  expect(checkOwn('listener')).toBeUndefined();
  expect(checkOwn('sample-caller')).toBeUndefined();
});

it('the listening program logs each account with its flags, repeated ones with all of theirs, and the data', async () => {
  const data = Buffer.from([1, 2, 3, 250]);
  const entries: Buffer[] = [];
  const { refused, logs } = await hear(
    loadListener(),
    (payer) => {
      const keys = [
        { pubkey: payer, isSigner: true, isWritable: true },
        { pubkey: id(5), isSigner: false, isWritable: false },
        { pubkey: WITH_DATA, isSigner: false, isWritable: true },
        { pubkey: id(5), isSigner: false, isWritable: false },
      ];
      for (const { pubkey, isSigner, isWritable } of keys)
        entries.push(
          Buffer.from([(isSigner ? SIGNER : 0) + (isWritable ? WRITABLE : 0), ...pubkey.toBytes()]),
        );
      return keys;
    },
    data,
  );
  expect(refused).toBeNull();
  expect(logs).toContain(
    `Program data: ${Buffer.concat(entries).toString('base64')} ${data.toString('base64')}`,
  );
});
