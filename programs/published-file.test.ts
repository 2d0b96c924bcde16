// A published program that is given as somebody's own build is known by its bytes.
import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCaller } from './caller/load';
import { loadRelease } from './load';
import { publishedAs, remarkOn } from './published-file';

const root = mkdtempSync(join(tmpdir(), 'published-file-'));
afterAll(() => rmSync(root, { recursive: true }));
const { systemProgram, accountCompression, noop } = loadRelease('0.28.3');
const put = (name: string, bytes: Buffer): string => {
  const path = join(root, name);
  writeFileSync(path, bytes);
  return path;
};
const system = put('system.so', systemProgram);
const other = put('other.so', accountCompression);

it('is known with its versions, and nothing else is', () => {
  expect(publishedAs(systemProgram)).toMatchObject({ role: 'system program', versions: ['0.28.3'] });
  expect(publishedAs(accountCompression)?.role).toBe('account-compression program');
  expect(publishedAs(noop ?? Buffer.alloc(0))?.role).toBeNull();
  expect(publishedAs(loadCaller())).toBeNull();
});

it('is refused as a build of another program', () => {
  expect(() => remarkOn(other, 'system program', '0.28.3')).toThrow(
    /other\.so is bin\/account_compression\.so of .*, as it is published, and no system program: give/,
  );
  expect(() => remarkOn(system, 'account-compression program', '0.28.3')).toThrow(/no account-compression/);
});

it('is remarked beside the accounts of another version, and not beside its own', () => {
  expect(remarkOn(system, 'system program', '0.27.0')).toMatch(
    /is the published system program of 0\.28\.3, here with the accounts of 0\.27\.0: --program-version 0\.28\.3/,
  );
  expect(remarkOn(system, 'system program', '0.28.3')).toBeNull();
  expect(remarkOn(put('own.so', loadCaller()), 'system program', '0.28.3')).toBeNull();
});
