// Compiles and links our own programs; with --check, compares the results with the committed files instead.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OWN_PROGRAMS, ownFile, type OwnName } from '../own';
import { link } from './link';

/** The compiler whose output is committed; another version may produce other bytes. */
const COMPILER = 'clang-14';
const FLAGS = ['-target', 'bpf', '-mcpu=v2', '-O2', '-ffreestanding', '-fno-builtin', '-fno-jump-tables'];
const WARNINGS = ['-Wall', '-Wextra', '-Werror'];

/** Whether this machine has the compiler. */
export const hasCompiler = (): boolean => spawnSync(COMPILER, ['--version']).status === 0;

function compile(source: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'caller-'));
  const object = join(folder, 'caller.o');
  try {
    execFileSync(COMPILER, [...FLAGS, ...WARNINGS, '-c', source, '-o', object], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    return readFileSync(object);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Builds a program of ours from its C source, in memory.
 * @throws Error when the compiler is missing or refuses, or the linker does.
 */
export function buildOwn(name: OwnName): Buffer {
  return link(compile(ownFile(name, 'c')));
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Compares a fresh build with the committed file. Returns one sentence saying what differs, or nothing. */
export function checkOwn(name: OwnName): string | undefined {
  const built = buildOwn(name);
  if (built.equals(readFileSync(ownFile(name, 'so')))) return undefined;
  return `The committed ${name}.so is not what ${name}.c compiles to with ${COMPILER} (${sha256(built).slice(0, 16)}…): rebuild it.`;
}

function writeOwn(name: OwnName): undefined {
  const built = buildOwn(name);
  writeFileSync(ownFile(name, 'so'), built);
  writeFileSync(ownFile(name, 'sha256'), `${sha256(built)}  ${name}.so\n`);
}

/** Says in one sentence why the build could not run. */
function explain(error: unknown): string {
  const { code, stderr, message } = error as { code?: string; stderr?: Buffer; message: string };
  if (code === 'ENOENT') return `The compiler ${COMPILER} was not found: install it.`;
  return `A program of ours could not be built: ${stderr?.toString() ?? message}`;
}

function run(name: OwnName, check: boolean): string | undefined {
  try {
    return check ? checkOwn(name) : writeOwn(name);
  } catch (error) {
    return explain(error);
  }
}

if (require.main === module) {
  const check = process.argv.includes('--check');
  const complaints = OWN_PROGRAMS.flatMap((name) => run(name, check) ?? []);
  process.stderr.write(complaints.map((complaint) => `${complaint}\n`).join(''));
  process.exitCode = complaints.length > 0 ? 1 : 0;
}
