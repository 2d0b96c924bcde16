#!/usr/bin/env node
// The package's command: sets a fresh clone up (dependencies, compiled code) and hands over to dist/cli/main.js.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync, writeFileSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const at = (...names) => join(root, ...names);
const SOURCES = [
  'spec',
  'generators',
  'model',
  'harness',
  'programs',
  'report',
  'suites',
  'cli',
  'bench',
  'proofs',
  'sdk',
];
const STAMP = at('dist', '.built');
const INSTALLED = at('node_modules', '.package-lock.json');

const EXIT = { badInput: 2, fault: 3, interrupted: 130 };

/** Whether the command has said what its exit code means. */
let isDone = false;

function fail(sentence, exitCode = EXIT.fault) {
  isDone = true;
  try {
    writeSync(process.stderr.fd, `${sentence}\n`);
  } catch {
    // nobody reads it
  }
  process.exit(exitCode);
}

const age = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

/** The time of the last change to a source file, in milliseconds. */
function newest(folder) {
  if (!existsSync(folder)) return 0;
  const times = readdirSync(folder, { withFileTypes: true }).map((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return newest(path);
    return /\.(ts|json)$/.test(entry.name) && !entry.name.endsWith('.test.ts') ? age(path) : 0;
  });
  return Math.max(0, ...times);
}

const NO_NETWORK =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED)\b/;

/** What a person can set right, as one sentence with exit code 2; everything else is a fault of the set-up. */
function explain(output, fallback) {
  const [code] = NO_NETWORK.exec(output) ?? [];
  if (code === undefined) return { sentence: fallback, exitCode: 3 };
  const sentence = `Setting up needs the npm registry once, which could not be reached (${code}): connect to the network, or set npm's registry, and run the same command again.`;
  return { sentence, exitCode: 2 };
}

function step(what, [command, ...args]) {
  process.stderr.write(`Setting up: ${what} ...\n`);
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
  if (status === 0) return;
  const errors = `${stdout}\n${stderr}`.split('\n').filter((line) => /error/i.test(line));
  const why = error?.message ?? errors.slice(0, 2).join(' ').trim();
  const shown = [command, ...args].join(' ');
  const { sentence, exitCode } = explain(
    `${stdout}\n${stderr}`,
    `Setting up failed (${why || `exit code ${status}`}): run \`${shown}\` in ${root} to see everything it says.`,
  );
  fail(sentence, exitCode);
}

/** Not `npm ci`: the lock file lists no binaries of platforms it was not made on, and npm 11's `ci` refuses that. */
function install() {
  step('installing dependencies (once, about half a minute)', [
    'npm',
    'install',
    '--no-save',
    '--no-audit',
    '--no-fund',
  ]);
  const now = new Date();
  utimesSync(INSTALLED, now, now); // npm leaves its time as it was where there was nothing to do
}

function setUp() {
  if (!existsSync(at('tsconfig.build.json'))) return; // an installed package is already built
  if (age(INSTALLED) < age(at('package-lock.json'))) install();
  const changed = Math.max(
    ...SOURCES.map((name) => newest(at(name))),
    age(at('tsconfig.json')),
    age(at('tsconfig.build.json')),
  );
  if (existsSync(at('dist', 'cli', 'main.js')) && age(STAMP) >= changed) return;
  const started = new Date().toISOString();
  step('compiling', [
    process.execPath,
    at('node_modules', 'typescript', 'bin', 'tsc'),
    '-p',
    at('tsconfig.build.json'),
  ]);
  writeFileSync(STAMP, `${started}\n`);
}

const messageOf = (error) => (process.argv.includes('--debug') && error?.stack) || (error?.message ?? error);
const crash = (error) =>
  fail(`Internal error outside of any command: ${messageOf(error)} (run again with --debug for the stack).`);

/** No way out without a sentence, and none with an exit code that means something else. */
function guard() {
  process.on('uncaughtException', crash).on('unhandledRejection', crash);
  // A reader such as `head` may have seen enough: what runs goes on, and its exit code is what it is.
  process.stdout.on('error', (error) => {
    if (error.code !== 'EPIPE')
      fail(`The output cannot be written (${error.code ?? error.message}).`, EXIT.badInput);
  });
  process.stderr.on('error', () => undefined); // there is nowhere to say it
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      if (process.listenerCount(signal) === 1) process.exit(EXIT.interrupted); // nobody else ends in order
    });
  process.on('exit', (code) => {
    if (isDone) return;
    if (code === EXIT.interrupted) return fail('Stopped at once: no report was written.', code);
    fail(`The command ended before it had an outcome (exit code ${code}).`);
  });
}

/** The command line; a file that cannot be loaded is cut short, or being compiled by another command. */
function load() {
  try {
    return createRequire(import.meta.url)(at('dist', 'cli', 'main.js')).main;
  } catch (error) {
    return fail(
      `The compiled code in ${at('dist')} cannot be loaded (${String(messageOf(error)).split('\n')[0]}): remove that folder in a clone, or install the package again.`,
    );
  }
}

guard();
try {
  setUp();
} catch (error) {
  fail(`Setting up failed (${error.message}): make ${root} writable, or set it up where it is.`);
}
const code = await load()(process.argv.slice(2));
isDone = true;
process.exitCode = code;
