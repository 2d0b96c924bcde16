#!/usr/bin/env node
// The package's command: sets a fresh clone up (dependencies, compiled code) and hands over to dist/cli/main.js.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const at = (...names) => join(root, ...names);
const SOURCES = ['spec', 'generators', 'model', 'harness', 'programs', 'report', 'suites', 'cli', 'bench'];
const STAMP = at('dist', '.built');

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

function step(what, [command, ...args]) {
  process.stderr.write(`Setting up: ${what} ...\n`);
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
  if (status === 0) return;
  const why =
    error?.message ??
    (`${stdout}\n${stderr}`.split('\n').find((line) => /error/i.test(line)) || `exit code ${status}`);
  process.stderr.write(`Setting up failed: ${[command, ...args].join(' ')}: ${why.trim()}\n`);
  process.exit(3);
}

function setUp() {
  if (!existsSync(at('tsconfig.build.json'))) return; // an installed package is already built
  if (age(at('node_modules', '.package-lock.json')) < age(at('package-lock.json'))) {
    step('installing dependencies', ['npm', 'ci', '--no-audit', '--no-fund']);
  }
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

// A reader such as `head` may have seen enough before everything is written.
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? (process.exitCode ?? 0) : 3));

setUp();
const { main } = createRequire(import.meta.url)(at('dist', 'cli', 'main.js'));
process.exitCode = await main(process.argv.slice(2));
