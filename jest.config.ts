// Jest runs the suites and the self-tests on TypeScript sources; each file gets a process of its own because the validator is native.
import type { Config } from 'jest';

// The validator reads this when its library loads; the worker processes inherit it.
process.env.RUST_LOG = 'off';

const config: Config = {
  testMatch: ['<rootDir>/**/*.test.ts', '<rootDir>/suites/**/*.suite.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/.cache/'],
  modulePathIgnorePatterns: ['/dist/', '/.cache/'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }] },
  testTimeout: 120_000,
  maxWorkers: 2,
  // A validator's threads live as long as its process: a worker that has held some (and so some JavaScript) is replaced.
  workerIdleMemoryLimit: '60MB',
};

export default config;
