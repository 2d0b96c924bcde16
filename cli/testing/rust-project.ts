// Compiles an exported Rust test against stand-ins for its crates, and runs it; needs rustc.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../programs/root';

const SOURCES = join(projectRoot(), 'cli', 'testing', 'rust');
/** Each after those that it uses. */
const CRATES = [
  'solana_address',
  'solana_pubkey',
  'solana_account',
  'solana_instruction',
  'solana_message',
  'solana_transaction',
  'sha2',
  'record',
  'litesvm',
  'mollusk_svm',
];

export const hasRust = (): boolean => spawnSync('rustc', ['--version']).status === 0;

/** `rustc` with its edition; throws what it says where it does not compile. */
function rustc(args: readonly string[]): void {
  const { status, stderr } = spawnSync('rustc', ['--edition', '2021', ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

const externs = (folder: string, names: readonly string[]): readonly string[] => [
  '-L',
  folder,
  ...names.flatMap((name) => ['--extern', `${name}=${join(folder, `lib${name}.rlib`)}`]),
];

/** Compiles the stand-ins into `folder`. */
export function compileStandIns(folder: string): void {
  CRATES.forEach((name, at) => {
    const output = join(folder, `lib${name}.rlib`);
    const source = join(SOURCES, `${name}.rs`);
    const uses = externs(folder, CRATES.slice(0, at));
    rustc(['--crate-type', 'rlib', '--crate-name', name, '-o', output, ...uses, source]);
  });
}

/** Compiles the project's test; warnings are errors. Returns the test's path. */
export function compileTest(project: string, standIns: string): string {
  const output = join(project, 'witness-test');
  const used = externs(standIns, CRATES);
  rustc(['--test', '-D', 'warnings', '-o', output, ...used, join(project, 'tests', 'witness.rs')]);
  return output;
}

export type RustRun = { readonly passed: boolean; readonly said: string; readonly noted: string };

/** Runs a compiled test in its folder; transactions are answered with `replies`, or accepted where there are none. */
export function runTest(project: string, env: Readonly<Record<string, string>>, replies = ''): RustRun {
  const record = join(project, 'noted');
  rmSync(record, { force: true });
  const { status, stdout, stderr } = spawnSync(join(project, 'witness-test'), {
    cwd: project,
    encoding: 'utf8',
    env: { RECORD: record, REPLIES: replies, ...env },
  });
  const noted = existsSync(record) ? readFileSync(record, 'utf8') : '';
  return { passed: status === 0, said: `${stdout}${stderr}`, noted };
}

/** What the real LiteSVM answers to what such a run noted. */
export function litesvmReplies(project: string): string {
  const script = join(projectRoot(), 'cli', 'testing', 'litesvm-replies.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, join(project, 'noted')], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
