// Tests that a cache folder which nothing can be written to is refused in a sentence.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from './errors';
import { forgetFolders, temporaryFolder } from './testing';
import { inTemporary } from './temporary';

const NAME = 'CPI_CONFORMANCE_CACHE';
afterEach(() => jest.restoreAllMocks());
afterAll(forgetFolders);

const chosen = (folder: string): string => {
  jest.replaceProperty(process, 'env', { ...process.env, [NAME]: folder });
  return folder;
};

it('a folder for temporary files is made where it is missing', () => {
  const folder = chosen(join(temporaryFolder(), 'new'));
  expect(inTemporary((root) => root)).toBe(join(folder, 'tmp'));
});

it('a cache folder that is a file is named, with how to choose another one', () => {
  const file = chosen(join(temporaryFolder(), 'my.so'));
  writeFileSync(file, '');
  expect(() => inTemporary(() => 0)).toThrow(InputError);
  expect(() => inTemporary(() => 0)).toThrow(
    `The cache folder ${file} cannot be written (a file is in its way): make it writable, or name another one by ${NAME}.`,
  );
});
