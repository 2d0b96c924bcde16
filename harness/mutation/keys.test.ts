// Tests that the committed keys are those of the program that the proofs were made for, and that nothing else is changed.
import { createHash } from 'node:crypto';
import { loadCaller } from '../../programs/caller/load';
import { fetchRelease } from '../../programs/fetch';
import { loadRelease } from '../../programs/load';
import { readElf } from '../sbpf/elf';
import { rekeyOf } from './keys';
import table from './verifying-keys.json';

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const program = loadRelease(table.into.version).systemProgram;

it('the keys stand in the program that the proofs were made for', async () => {
  await fetchRelease(table.from.version);
  const { systemProgram } = loadRelease(table.from.version);
  expect(sha256(systemProgram)).toBe(table.from.systemProgram);
  const missing = table.keys.filter(({ points, inputPoints }) =>
    [points, inputPoints].some((hex) => !systemProgram.includes(Buffer.from(hex, 'hex'))),
  );
  expect(missing).toEqual([]);
}, 300_000);

it('the code stays as it is, and so does the file that is given', () => {
  const before = Buffer.from(program);
  const changed = rekeyOf(program)?.(program) ?? program;
  const { text } = readElf(program);
  const code = (file: Buffer): Buffer => file.subarray(text.offset, text.offset + text.size);
  expect(program.equals(before)).toBe(true);
  expect(changed.equals(program)).toBe(false);
  expect(code(changed).equals(code(program))).toBe(true);
});

it('nothing is done to a program whose keys nobody knows', () => {
  expect(rekeyOf(loadCaller())).toBeNull();
});
