// The same seed gives the same bytes of mutation.json, with one worker process or two.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../programs/root';

const scratch = join(projectRoot(), '.cache', 'tmp');
const FEW = ['--rule', 'signer-checks/authority-is-pda', '--cases', '2', '--deep', '3', '--sample', '3'];

const run = (folder: string, options: readonly string[]): string => {
  const { status } = spawnSync(process.execPath, [
    join(projectRoot(), 'cli', 'start.mjs'),
    'mutate',
    ...FEW,
    ...['--report', folder],
    ...options,
  ]);
  expect([0, 1, 4]).toContain(status);
  return readFileSync(join(folder, 'mutation.json'), 'utf8');
};

describe('Mutants of the same seed', () => {
  let folder: string;
  beforeAll(() => {
    mkdirSync(scratch, { recursive: true });
    folder = mkdtempSync(join(scratch, 'mutants-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('give the same bytes whatever the number of workers', () => {
    const first = run(join(folder, 'a'), ['--workers', '1']);
    expect(run(join(folder, 'b'), ['--workers', '2'])).toBe(first);
    expect(JSON.parse(first)).toMatchObject({ sampled: 3 });
  });
});
