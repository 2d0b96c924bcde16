// Folders are made with those above them; where none can be made, that is said and not waited for.
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from './make-folder';

const root = mkdtempSync(join(tmpdir(), 'make-folder-'));
afterAll(() => rmSync(root, { recursive: true }));

it('makes a folder and those above it, and leaves one that is there', () => {
  const path = join(root, 'a', 'b');
  for (let time = 0; time < 2; time += 1) makeFolder(path);
  expect(statSync(path).isDirectory()).toBe(true);
});

it('fails below a file, and where no folder can be', () => {
  const file = join(root, 'file');
  writeFileSync(file, '');
  expect(() => makeFolder(join(file, 'below'))).toThrow(/ENOTDIR/);
  if (process.platform === 'linux') expect(() => makeFolder('/proc/nope/below')).toThrow(/ENOENT/);
});
