// Proves that somebody's own file is taken when it is a compiled program, and refused in one sentence when not.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCaller } from './caller/load';
import { InputError } from './errors';
import { loadRelease } from './load';
import { readManifest } from './release-manifest';
import { readProgramFile } from './program-file';
import { forgetFolders, temporaryFolder } from './testing';

afterAll(forgetFolders);

function written(bytes: Uint8Array): string {
  const path = join(temporaryFolder(), 'program.so');
  writeFileSync(path, bytes);
  return path;
}

/** The calling program with one byte changed. */
function patched(offset: number, byte: number): Buffer {
  const copy = Buffer.from(loadCaller());
  copy[offset] = byte;
  return copy;
}

function refusal(path: string): string {
  try {
    readProgramFile(path);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    expect((error as Error).message).toMatch(/^[^\n]+: [^\n]+\.$/);
    return (error as Error).message;
  }
  throw new Error('the file was taken');
}

describe('a program file', () => {
  it('is taken when it was compiled for Solana', () => {
    const published = loadRelease(readManifest().default).systemProgram;
    expect(readProgramFile(written(published))).toEqual(published);
    expect(readProgramFile(written(loadCaller()))).toEqual(loadCaller());
    expect(readProgramFile(written(patched(18, 263 & 0xff).fill(1, 19, 20)))).toHaveLength(
      loadCaller().length,
    );
  });

  it.each<[string, Uint8Array, RegExp]>([
    ['empty', Buffer.alloc(0), /is empty/],
    ['text', Buffer.from('#!/bin/sh\n'), /is not an ELF file/],
    ['two bytes long', Buffer.from('\x7fE'), /is not an ELF file/],
    ['32-bit', patched(4, 1), /is not a 64-bit ELF file/],
    ['big-endian', patched(5, 2), /is not a little-endian ELF file/],
    ['for x86-64', patched(18, 62), /ELF machine 62, not 247 or 263/],
    ['only a magic number', loadCaller().subarray(0, 10), /is cut short/],
    ['only half a header', loadCaller().subarray(0, 40), /is cut short/],
    ['without its section headers', loadCaller().subarray(0, -1), /is cut short/],
    ['without its code', loadCaller().subarray(0, 300), /is cut short/],
    ['of odd table rows', patched(58, 8), /has a damaged ELF header/],
    [
      'more than an account holds',
      Buffer.concat([loadCaller(), Buffer.alloc(10_485_760)]),
      /an account holds 10485760/,
    ],
    ['of a segment beyond its end', patched(64 + 34, 1), /is cut short/],
    ['of a section beyond its end', patched(loadCaller().length - 64 + 34, 1), /is cut short/],
  ])('is refused when it is %s', (_, bytes, complaint) => {
    expect(refusal(written(bytes))).toMatch(complaint);
  });

  it('is refused at every length shorter than its own', () => {
    const path = written(Buffer.alloc(0));
    for (let length = 0; length < loadCaller().length; length += 97) {
      writeFileSync(path, loadCaller().subarray(0, length));
      expect(refusal(path)).toMatch(/empty|not an|cut short/);
    }
  });

  it('is taken or refused in one sentence with any byte of its header changed', () => {
    const path = written(Buffer.alloc(0));
    for (let offset = 0; offset < 64; offset++) {
      writeFileSync(path, patched(offset, 0xff));
      expect(() => {
        try {
          readProgramFile(path);
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
        }
      }).not.toThrow();
    }
  });

  it('is refused when there is none, or it is a folder', () => {
    const folder = join(temporaryFolder(), 'folder');
    mkdirSync(folder);
    expect(refusal(join(folder, 'none.so'))).toContain('There is no program file');
    expect(refusal(folder)).toContain('cannot be read');
    expect(refusal(join(written(Buffer.alloc(1)), 'below'))).toContain('There is no program file');
  });
});
