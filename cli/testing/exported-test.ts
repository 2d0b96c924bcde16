// Exports witnesses and runs the tests as a stranger would: in a folder with the packages that they name and nothing else.
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { projectRoot } from '../../programs/root';

export const WITNESSES = join(projectRoot(), 'baselines', '0.28.3');
const START = join(projectRoot(), 'cli', 'start.mjs');

/** The first witness of the baseline whose name matches. */
export const pick = (pattern: RegExp): string =>
  join(WITNESSES, readdirSync(WITNESSES).find((name) => pattern.test(name)) ?? '');

export type Environment = Readonly<Record<string, string>>;

/** The command line, with variables besides the test's own. */
export const command = (argv: readonly string[], more: Environment = {}): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, [START, ...argv], { encoding: 'utf8', env: { ...process.env, ...more } });

export type Stranger = {
  readonly root: string;
  /** Compiles a test and runs it there; jest's own variables would change how node reports. */
  readonly run: (name: string, source: string, more?: Environment) => SpawnSyncReturns<string>;
  readonly leave: () => void;
};

/** A folder as a user has it. */
export function stranger(): Stranger {
  const root = mkdtempSync(join(tmpdir(), 'export-'));
  const modules = join(root, 'node_modules');
  mkdirSync(join(modules, '@lightprotocol'), { recursive: true });
  mkdirSync(join(modules, '@solana'));
  const own = join(projectRoot(), 'node_modules');
  symlinkSync(join(own, 'solana-bankrun'), join(modules, 'solana-bankrun'));
  symlinkSync(join(own, '@solana', 'web3.js'), join(modules, '@solana', 'web3.js'));
  symlinkSync(
    join(projectRoot(), '.cache', 'programs', '0.28.3'),
    join(modules, '@lightprotocol', 'zk-compression-cli'),
  );
  const run: Stranger['run'] = (name, source, more = {}) => {
    const options = { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022, esModuleInterop: true };
    writeFileSync(join(root, name), transpileModule(source, { compilerOptions: options }).outputText);
    const { PATH = '' } = process.env;
    return spawnSync(process.execPath, ['--test', name], {
      cwd: root,
      encoding: 'utf8',
      env: { PATH, RUST_LOG: 'off', ...more },
    });
  };
  return { root, run, leave: () => rmSync(root, { recursive: true, force: true }) };
}
