/**
 * Jest runs the suites and the self-tests on TypeScript sources; each file gets a process of its own because the validator is native.
 * Its types are checked by `npm run typecheck`, not again at each start.
 *
 * @jest-config-loader-options {"transpileOnly": true}
 */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { Config } from 'jest';

// The validator reads this when its library loads; the worker processes inherit it.
process.env.RUST_LOG = 'off';

// Users need Node only: without a browser its one test file is left out, aloud. CI installs one.
const hasBrowser =
  process.env.CHROMIUM !== undefined || ['/usr/bin/chromium', '/usr/bin/chromium-browser'].some(existsSync);
if (!hasBrowser && process.env.JEST_WORKER_ID === undefined)
  process.stderr.write('There is no Chromium (Debian: chromium): report/html/browser.test.ts is left out.\n');
const withoutBrowser = hasBrowser ? [] : ['/report/html/browser\\.test\\.ts$'];

const config: Config = {
  testMatch: ['<rootDir>/**/*.test.ts', '<rootDir>/suites/**/*.suite.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/.cache/', ...withoutBrowser],
  modulePathIgnorePatterns: ['/dist/', '/.cache/'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }] },
  setupFiles: ['<rootDir>/suites/jest-setup.ts'],
  reporters: ['default', '<rootDir>/suites/nothing-selected.mjs'],
  testTimeout: 120_000,
  // Tests keep the processor busy all the time; beyond four, the validators of so many would want much memory.
  maxWorkers: Math.min(4, Math.max(2, availableParallelism())),
  // A validator's threads live as long as its process: a worker that has held some (and so much JavaScript) is replaced.
  workerIdleMemoryLimit: '110MB',
};

export default config;
