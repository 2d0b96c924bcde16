// Compiles and links the calling program; with --check, compares the result with the committed file instead.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callerFile } from './load';
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
 * Builds the calling program from its C source, in memory.
 * @throws Error when the compiler is missing or refuses, or the linker does.
 */
export function buildCaller(): Buffer {
  return link(compile(callerFile('caller.c')));
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Compares a fresh build with the committed file. Returns one sentence saying what differs, or nothing. */
export function checkCaller(): string | undefined {
  const built = buildCaller();
  if (built.equals(readFileSync(callerFile('caller.so')))) return undefined;
  return `The committed caller.so is not what caller.c compiles to with ${COMPILER} (${sha256(built).slice(0, 16)}…): rebuild it.`;
}

function writeCaller(): void {
  const built = buildCaller();
  writeFileSync(callerFile('caller.so'), built);
  writeFileSync(callerFile('caller.sha256'), `${sha256(built)}  caller.so\n`);
}

/** Says in one sentence why the build could not run. */
function explain(error: unknown): string {
  const { code, stderr, message } = error as { code?: string; stderr?: Buffer; message: string };
  if (code === 'ENOENT') return `The compiler ${COMPILER} was not found: install it.`;
  return `The calling program could not be built: ${stderr?.toString() ?? message}`;
}

function run(check: boolean): string | undefined {
  try {
    if (check) return checkCaller();
    writeCaller();
    return undefined;
  } catch (error) {
    return explain(error);
  }
}

if (require.main === module) {
  const complaint = run(process.argv.includes('--check'));
  if (complaint) process.stderr.write(`${complaint}\n`);
  process.exitCode = complaint ? 1 : 0;
}
