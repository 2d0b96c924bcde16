// The package as people get it: packed, installed into an empty folder, run by npx, and imported by the README's own test.
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from '../../programs/cache';
import { ownFile } from '../../programs/own';
import { projectRoot } from '../../programs/root';

const ROOT = projectRoot();
const work = mkdtempSync(join(tmpdir(), 'package-test-'));
const user = join(work, 'user');
const cache = join(work, 'cache');
const tool = (...path: string[]): string => join(ROOT, 'node_modules', ...path);
const MINUTE = 60_000; // milliseconds; much more than it takes on a quiet machine

/** Nothing of the jest that runs this test, which would speak to its own workers. */
const environment = (more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv => {
  const rest = Object.entries(process.env).filter(
    ([name]) => !/^(?:JEST_WORKER_ID|NODE_OPTIONS)$/.test(name),
  );
  return { ...Object.fromEntries(rest), CPI_CONFORMANCE_CACHE: cache, ...more };
};

type Ended = { readonly status: number | null; readonly out: string; readonly err: string };
const call = (command: string, args: readonly string[], more?: Readonly<Record<string, string>>): Ended => {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: user,
    encoding: 'utf8',
    env: environment(more),
  });
  return { status, out: stdout, err: stderr };
};
const npx = (args: readonly string[], more?: Readonly<Record<string, string>>): Ended =>
  call('npx', ['--no-install', 'cpi-conformance', ...args], more);

/** The tutorial's code block: a user's test, to be taken as it stands. */
const tutorial = (): string => {
  const [, code] =
    /```ts\n(import \{ checkCaller \}[^]*?)```/.exec(readFileSync(join(ROOT, 'README.md'), 'utf8')) ?? [];
  if (code === undefined) throw new Error('The README has no tutorial.');
  return code;
};

const written = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();

/** There is no honest way to test an installation without the packages that it installs. */
const install = (tarball: string): void => {
  const args = ['install', '--prefer-offline', '--no-audit', '--no-fund', tarball];
  const { status, stderr } = spawnSync('npm', args, { cwd: user, encoding: 'utf8' });
  if (status === 0) return;
  const why = stderr.split('\n').find((line) => /error/i.test(line)) ?? '';
  throw new Error(
    `The package could not be installed: this test needs npm's cache of an earlier installation, or the network (${why}).`,
  );
};

beforeAll(() => {
  mkdirSync(user);
  // Compiling is not what is tested: `npm test` and CI have compiled, and then this finds nothing to do.
  const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', work], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const tarball = join(work, packed.trim().split('\n').at(-1) ?? '');
  writeFileSync(join(user, 'package.json'), '{ "name": "user", "private": true }');
  install(tarball);
  // The programs were verified when they were fetched; a download of its own is tested elsewhere.
  mkdirSync(join(cache, 'programs'), { recursive: true });
  cpSync(join(cacheFolder(), '0.28.3'), join(cache, 'programs', '0.28.3'), { recursive: true });
  mkdirSync(join(user, 'target', 'deploy'), { recursive: true });
  cpSync(ownFile('sample-caller', 'so'), join(user, 'target', 'deploy', 'my_program.so'));
  writeFileSync(join(user, 'caller.test.ts'), tutorial());
}, 5 * MINUTE);
afterAll(() => rmSync(work, { recursive: true, force: true }));

const installed = join(user, 'node_modules', 'cpi-conformance');

describe('In an empty folder, by npx,', () => {
  it('the command answers, and says where it writes', () => {
    const { status, out } = npx(['--help']);
    expect(status).toBe(0);
    expect(out).toContain('npx cpi-conformance run');
    expect(out).toContain('Exit codes');
    expect(out).toContain(cache);
  });

  it(
    'a rule is run on the published programs, and nothing is written but the report and the cache',
    () => {
      const before = written(installed);
      const rule = ['--rule', 'signer-checks/authority-is-pda', '--runs', '300', '--workers', '1'];
      const { status, out, err } = npx(['run', ...rule]);
      expect({ status, err: err.replaceAll(/Downloading.*\n/g, '') }).toMatchObject({ status: 0 });
      expect(out).toContain('signer-checks');
      expect(existsSync(join(user, 'conformance-report', 'report.json'))).toBe(true);
      expect(written(installed)).toEqual(before);
    },
    3 * MINUTE,
  );

  it.each([['baseline', 'update'], ['proofs']])(
    '%s is refused with one sentence: it is for a clone',
    (...args) => {
      const { status, err } = npx(args);
      expect(status).toBe(2);
      expect(err.split('\n').at(-2)).toMatch(/run it in a clone of the project\.$/); // npm may warn before
    },
  );

  it(
    'without network and without programs there is one sentence, and exit code 2',
    () => {
      const offline = {
        CPI_CONFORMANCE_CACHE: join(work, 'empty'),
        npm_config_registry: 'http://127.0.0.1:9',
        npm_config_cache: join(work, 'npm-cache'),
      };
      const { status, err } = call(process.execPath, [join(installed, 'cli', 'start.mjs'), 'run'], offline);
      expect(status).toBe(2);
      expect(err.split('\n').at(-2)).toMatch(/is not in the cache.*with network access\.$/);
    },
    3 * MINUTE,
  );
});

describe('In a user’s own jest project,', () => {
  const SWC = { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } };
  const jest = (): Ended => {
    const config = { rootDir: user, transform: { '^.+\\.ts$': [tool('@swc', 'jest'), SWC] } };
    const args = [tool('jest', 'bin', 'jest.js'), '--config', JSON.stringify(config), '--runInBand'];
    return call(process.execPath, args);
  };

  it(
    'the README’s tutorial is green for a right caller, and finds a wrong one',
    () => {
      const right = jest();
      expect({ status: right.status, err: right.err }).toMatchObject({ status: 0 });
      writeFileSync(join(user, 'caller.test.ts'), tutorial().replace('[0, ...data]', '[2, ...data]'));
      const wrong = jest();
      expect(wrong.status).toBe(1);
      expect(wrong.err).toContain('account 1 (authority) does not sign, but it signs');
      writeFileSync(join(user, 'caller.test.ts'), tutorial());
    },
    3 * MINUTE,
  );

  it(
    'the types of all that is imported are there',
    () => {
      const types = ['--typeRoots', tool('@types'), '--types', 'node,jest'];
      const flags = [
        '--noEmit',
        '--strict',
        '--target',
        'es2022',
        '--module',
        'nodenext',
        '--skipLibCheck',
        'false',
      ];
      const wrong =
        "import { checkCaller } from 'cpi-conformance';\nvoid checkCaller({ program: 'mine.so' });\n";
      writeFileSync(join(user, 'wrong.ts'), wrong);
      const files = ['caller.test.ts', 'wrong.ts'];
      const { out } = call(process.execPath, [
        tool('typescript', 'bin', 'tsc'),
        ...flags,
        ...types,
        ...files,
      ]);
      const errors = out.split('\n').filter((line) => /^\S/.test(line)); // what is indented explains the line before
      expect(errors).toEqual([expect.stringMatching(/^wrong\.ts\(2,\d+\): error .*'CallerProgram'\.$/)]);
    },
    3 * MINUTE,
  );
});
