// Proves on the validator that the recording program logs what it is handed, and that it is what its source compiles to.
import { checkOwn, hasCompiler } from '../caller/build';
import { hear, id, WITH_DATA } from '../listener/testing';
import { loadRecorder } from './load';

describe('the recording program', () => {
  const whereClangIs = hasCompiler() ? it : it.skip; // the build's --check is what must not be skipped
  whereClangIs('is what its source compiles to', () => {
    expect(checkOwn('recorder')).toBeUndefined();
  });

  it('logs its instruction data and the keys of its accounts, repeated ones too', async () => {
    const keys = [WITH_DATA, id(5), WITH_DATA, id(6)];
    const data = Buffer.from([1, 2, 3, 250]);
    const metas = keys.map((pubkey) => ({ pubkey, isSigner: false, isWritable: false }));
    const { refused, logs } = await hear(loadRecorder(), () => metas, data);
    const logged = Buffer.concat(keys.map((key) => key.toBuffer())).toString('base64');
    expect(refused).toBeNull();
    expect(logs).toContain(`Program data: ${data.toString('base64')} ${logged}`);
  });
});
