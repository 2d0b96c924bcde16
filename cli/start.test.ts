// A fresh clone that cannot reach the registry says so in one sentence.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../programs/root';

const clone = mkdtempSync(join(tmpdir(), 'start-test-'));
afterAll(() => rmSync(clone, { recursive: true, force: true }));

it('a clone without network is told what to do, with exit code 2', () => {
  mkdirSync(join(clone, 'cli'));
  for (const name of ['package.json', 'package-lock.json', 'tsconfig.build.json', join('cli', 'start.mjs')])
    cpSync(join(projectRoot(), name), join(clone, name));
  const offline = {
    npm_config_registry: 'http://127.0.0.1:9',
    npm_config_replace_registry_host: 'always',
    npm_config_fetch_retries: '0',
    npm_config_cache: join(clone, 'npm-cache'),
  };
  const { status, stderr } = spawnSync(process.execPath, [join(clone, 'cli', 'start.mjs'), 'list'], {
    encoding: 'utf8',
    env: { ...process.env, ...offline },
  });
  expect(stderr).toMatch(
    /Setting up needs the npm registry once, which could not be reached \(E\w+\): [^\n]*\n$/,
  );
  expect(status).toBe(2);
});
