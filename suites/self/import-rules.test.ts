// The import table of the design: who may import whom, which carries the independence of model, generators and harness.
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, resolve, dirname } from 'node:path';
import { projectRoot } from '../../programs/root';

type Folder =
  | 'spec'
  | 'generators'
  | 'model'
  | 'harness'
  | 'programs'
  | 'proofs'
  | 'report'
  | 'suites'
  | 'cli'
  | 'bench'
  | 'sdk';
const SOLANA = /^(?:@solana\/|solana-bankrun|litesvm(?:$|\/)|anchor-bankrun|@coral-xyz\/)/;
const FAST_CHECK = /^fast-check$|^@fast-check\//;

const MAY_IMPORT: Readonly<Record<Folder, readonly Folder[]>> = {
  spec: [],
  generators: ['spec'],
  model: ['spec'],
  programs: [],
  harness: ['spec', 'programs'],
  proofs: ['spec', 'harness', 'programs'],
  report: ['spec'],
  suites: ['spec', 'generators', 'model', 'harness', 'programs', 'proofs', 'report'],
  sdk: ['spec', 'generators', 'model', 'harness', 'programs', 'report'],
  cli: ['spec', 'generators', 'model', 'harness', 'programs', 'report', 'suites', 'bench', 'proofs', 'sdk'],
  bench: ['spec', 'generators', 'model', 'harness', 'programs', 'report', 'suites'],
};
const MAY_USE_FAST_CHECK: readonly Folder[] = ['generators', 'suites', 'cli', 'bench', 'sdk'];
const MAY_USE_SOLANA: readonly Folder[] = ['harness', 'programs', 'proofs'];

const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(projectRoot(), folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(projectRoot(), folder, name));

const importsOf = (file: string): readonly string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import|require)\s*\(?\s*'([^']+)'/g)].flatMap(
    ([, name]) => name ?? [],
  );

/** Tests may use a validator to prove their point; the table is about what is shipped. */
const isTest = (file: string): boolean => file.endsWith('.test.ts') || file.includes('/testing');

const violation = (folder: Folder, file: string, name: string): string | null => {
  const at = `${relative(projectRoot(), file)} imports ${name}`;
  if (SOLANA.test(name)) return MAY_USE_SOLANA.includes(folder) ? null : at;
  if (FAST_CHECK.test(name)) return MAY_USE_FAST_CHECK.includes(folder) ? null : at;
  if (!name.startsWith('.')) return null;
  const target = relative(projectRoot(), resolve(dirname(file), name)).split('/')[0] as Folder;
  return target === folder || MAY_IMPORT[folder].includes(target) ? null : at;
};

describe('The import table', () => {
  test.each(Object.keys(MAY_IMPORT) as Folder[])('holds for %s', (folder) => {
    const files = filesIn(folder).filter((file) => !isTest(file));
    const found = files.flatMap((file) =>
      importsOf(file).flatMap((name) => violation(folder, file, name) ?? []),
    );
    expect(found).toEqual([]);
  });

  it('notices a forbidden import', () => {
    const file = join(projectRoot(), 'model', 'predict.ts');
    expect(violation('model', file, '../harness/backend')).not.toBeNull();
    expect(violation('generators', file, '../model/predict')).not.toBeNull();
    expect(violation('suites', file, '@solana/web3.js')).not.toBeNull();
    expect(violation('proofs', file, '../model/account-hash')).not.toBeNull();
    expect(violation('model', file, '../proofs/hashes')).not.toBeNull();
  });
});
