// Where things are written: a clone keeps to itself, an installed package to the person's caches.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { cacheRoot, isClone, projectRoot } from './root';

const root = mkdtempSync(join(tmpdir(), 'root-test-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const installed = join(root, 'node_modules', 'cpi-conformance');

it('the project’s own folder is a clone, and has its cache inside', () => {
  expect(isClone()).toBe(true);
  expect(cacheRoot({})).toBe(join(projectRoot(), '.cache'));
});

it('an installed package writes to the person’s caches, never into node_modules', () => {
  expect(isClone(installed)).toBe(false);
  expect(cacheRoot({ XDG_CACHE_HOME: '/caches' }, installed)).toBe(join('/caches', 'cpi-conformance'));
  expect(cacheRoot({}, installed).startsWith(homedir())).toBe(true);
  expect(cacheRoot({}, installed)).not.toContain('node_modules');
});

it('the environment has the last word', () => {
  writeFileSync(join(root, 'tsconfig.build.json'), '{}');
  const environment = { CPI_CONFORMANCE_CACHE: 'mine', XDG_CACHE_HOME: '/caches' };
  for (const folder of [root, installed]) expect(cacheRoot(environment, folder)).toBe(resolve('mine'));
});
