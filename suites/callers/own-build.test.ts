// Somebody's caller is checked in front of their own build of Light's programs, too: a path or bytes, good or bad.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadRelease } from '../../programs/load';
import { loadOwn } from '../../programs/own';
import { checkCaller } from '../api';
import { constantProgram } from '../self/open-runner';
import type { CallerProgram, CallerVerdict } from './types';

const caller: CallerProgram = {
  program: loadOwn('sample-caller'),
  programId: 'DWbHqf4nfXXXhvZuRPCy8ZzHvVEz9cozwdnoe5fvcTjn',
  instruction: ({ systemProgram, accounts, data }) => ({
    accounts: [{ address: systemProgram, signer: false, writable: false }, ...accounts],
    data: Buffer.from([0, ...data]),
  }),
};
const published = loadRelease('0.28.3');

const check = (build: Partial<CallerProgram>): Promise<CallerVerdict> =>
  checkCaller({ ...caller, ...build }, { cases: 1, only: ['valid/direct', 'modes/context-data-missing'] });

describe('A caller in front of an own build', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'cpi-conformance-build-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const fileOf = (name: string, bytes: Buffer): string => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  };

  it('conforms where the build does what the published one does, by path and by bytes', async () => {
    const byPath = await check({ systemProgram: fileOf('system.so', published.systemProgram) });
    const byBytes = await check({ accountCompression: published.accountCompression });
    const plain = await check({});
    expect(plain.conforms).toBe(true);
    expect(byPath.text).toBe(plain.text);
    expect(byBytes.text).toBe(plain.text);
  });

  it('shows a system program that does nothing in the first valid call', async () => {
    const { conforms, findings, claims } = await check({ systemProgram: constantProgram(0) });
    expect(conforms).toBe(false);
    expect(findings.map(({ claim, verdict }) => [claim, verdict])).toEqual([
      ['valid/direct', 'wrong-effect'],
    ]);
    expect(findings[0]?.handed).toEqual([]);
    // What it answers to a wrong call is its own doing.
    expect(claims.find(({ id }) => id === 'modes/context-data-missing')?.counts).toMatchObject({ shown: 0 });
  });

  it('shows an account-compression that refuses, by its name', async () => {
    const { findings } = await check({ accountCompression: fileOf('compression.so', constantProgram(4242)) });
    expect(findings[0]).toMatchObject({ verdict: 'spurious-error', observed: 'account-compression:4242' });
  });

  /** Code that is no instructions, behind headers that are right. */
  const damaged = (elf: Buffer, from: number): Buffer => Buffer.from(elf).fill(0xff, from, elf.length / 2);

  it.each<readonly [string, Partial<CallerProgram>, string]>([
    [
      'a caller that the runtime does not load',
      { program: damaged(Buffer.from(caller.program), 0x140) },
      `The runtime refuses to load the calling program at ${caller.programId}, though it is an ELF file`,
    ],
    [
      'a system program that the runtime does not load',
      { systemProgram: damaged(published.systemProgram, 0x140) },
      'The runtime refuses to load the given program at light-system, though it is an ELF file',
    ],
    [
      'a missing file',
      { systemProgram: '/nowhere/system.so' },
      'There is no program file /nowhere/system.so',
    ],
    ['what is no program', { systemProgram: Buffer.from('text') }, '`systemProgram` is not an ELF file'],
    ['an empty one', { accountCompression: Buffer.alloc(0) }, '`accountCompression` is empty'],
  ])('is told in one sentence of %s', async (_what, build, words) => {
    await expect(check(build)).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining(words) as string,
    });
  });
});
