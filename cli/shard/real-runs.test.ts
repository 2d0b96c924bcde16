// Real runs of few cases: shards, interrupted runs and budgets that suffice give the bytes of the plain run.
import { spawn, spawnSync } from 'node:child_process';
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
import { join } from 'node:path';
import { loadRelease } from '../../programs/load';
import { projectRoot } from '../../programs/root';
import { loadBaseline } from '../baseline-file';
import { unseal } from '../packed';
import { writeShard, type ShardContent } from './shard-file';

const START = join(projectRoot(), 'cli', 'start.mjs');
const NOT_CONFORMANT = 1;
const SELECTION = ['--area', 'signer-checks', '--runs', '8', '--baseline', 'none', '--workers', '1'];

let root: string;
beforeAll(() => {
  const scratch = join(projectRoot(), '.cache', 'tmp');
  mkdirSync(scratch, { recursive: true });
  root = mkdtempSync(join(scratch, 'shards-'));
  expect(run('whole').status).toBe(NOT_CONFORMANT);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const at = (name: string): string => join(root, name);
type Said = { readonly status: number | null; readonly out: string; readonly err: string };

function cli(...args: readonly string[]): Said {
  const { status, stdout, stderr } = spawnSync(process.execPath, [START, ...args], { encoding: 'utf8' });
  return { status, out: stdout, err: stderr };
}

const run = (folder: string, ...more: readonly string[]): Said =>
  cli('run', ...SELECTION, '--report', at(folder), ...more);
const merge = (into: string, ...folders: readonly string[]): Said =>
  cli('merge', ...folders.map(at), '--report', at(into));

/** Every file but the one with time and machine. */
const bytesOf = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(at(folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'run-info.json')
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(at(folder).length), readFileSync(path, 'utf8')]),
  );

describe('a run in shards', () => {
  beforeAll(() => {
    for (const part of ['1', '2']) expect(run(`s${part}`, '--shard', `${part}/2`).status).toBe(0);
  });

  it('merges into the bytes of the whole run, in any order of the folders, with its exit code', () => {
    expect(merge('merged', 's2', 's1').status).toBe(NOT_CONFORMANT);
    expect([...bytesOf('merged').keys()]).toContain('/report.json');
    expect([...bytesOf('merged')]).toEqual([...bytesOf('whole')]);
  });

  const cut = (text: string): string => text.slice(0, text.length / 2);
  const edited = (text: string): string => text.replace('"executed":8', '"executed":9');
  it.each([
    ['cut short', cut],
    ['edited', edited],
    ['empty', (): string => ''],
  ])('is refused where a shard is %s, and the report stays as it was', (name, change) => {
    cpSync(at('s2'), at(`bad ${name}`), { recursive: true });
    const file = join(at(`bad ${name}`), 'shard.sealed');
    writeFileSync(file, change(readFileSync(file, 'utf8')));
    const before = [...bytesOf('merged')];
    const { status, err } = merge('merged', 's1', `bad ${name}`);
    expect(status).toBe(2);
    expect(err).toMatch(/^[^\n]* is cut short or was edited: run that shard again\.\n$/);
    expect([...bytesOf('merged')]).toEqual(before);
  });

  it.each<[string, readonly string[], RegExp]>([
    ['is missing', ['s1'], /^Shard 2\/2 is missing: run it with --shard and merge all 2 folders\.\n$/],
    ['is there twice', ['s1', 's2', 's1'], /both hold shard 1\/2: leave one of them out\.\n$/],
    ['is a whole report', ['s1', 'whole'], /holds no shard \(it is the report of a whole run\)/],
    ['is no folder', ['s1', 'nowhere'], /^There is no folder .*nowhere\.\n$/],
  ])('is refused where one %s', (_name, folders, sentence) => {
    const { status, err } = merge('unused', ...folders);
    expect(status).toBe(2);
    expect(err).toMatch(sentence);
    expect(existsSync(join(at('unused'), 'report.json'))).toBe(false);
  });

  it('is refused where one is of other code, which has the same number between releases', () => {
    cpSync(at('s2'), at('other code'), { recursive: true });
    const file = join(at('other code'), 'shard.sealed');
    const content = unseal(readFileSync(file, 'utf8')) as ShardContent;
    writeFileSync(file, writeShard({ ...content, identity: { ...content.identity, code: '0'.repeat(64) } }));
    expect(merge('unused', 'other code', 's1').err).toMatch(
      /other code is a shard by another version of this suite \((.+), code 00000000\) than the one that merges \(\1, code [0-9a-f]{8}\): use the same one for all\.\n$/,
    );
  });

  it('is refused where one is of another seed, and never replaces a shard by its report', () => {
    expect(run('foreign', '--shard', '2/2', '--seed', '7').status).toBe(0);
    expect(merge('unused', 's1', 'foreign').err).toMatch(
      /foreign is a shard of another run than .*s1 by its seed \(7, not 20240229\): merge shards of one run only\.\n$/,
    );
    expect(merge('s1', 's1', 's2').err).toMatch(/^The report would replace the shard in /);
    expect(merge('whole', 'whole').err).toMatch(/holds no shard \(it is the report of a whole run\)/);
  });
});

describe('a merge', () => {
  it('proposes the baseline of the whole run, which --baseline takes with all of its witnesses from elsewhere', () => {
    const options = ['run', '--rule', 'signer-checks/delegated-authority', '--runs', '4', '--report'];
    cli(...options, at('plain'));
    expect(cli(...options, at('part'), '--shard', '1/1').status).toBe(0);
    merge('of-part', 'part');
    expect([...bytesOf('of-part')]).toEqual([...bytesOf('plain')]);
    cpSync(join(at('plain'), 'baseline'), at('accepted'), { recursive: true });
    const accepted = loadBaseline(join(at('accepted'), '0.28.3.json'), '0.28.3');
    expect(accepted?.content.deviations).toEqual(loadBaseline(undefined, '0.28.3')?.content.deviations);
  });

  it('tells a CI system what a run would, and says that an own account-compression leaves the page without stories', () => {
    const { accountCompression } = loadRelease('0.28.3');
    const own = at('own.so');
    writeFileSync(own, accountCompression);
    const options = ['--rule', 'signer-checks/impersonation', '--runs', '4', '--baseline', 'none'];
    const shard = cli('run', ...options, '--shard', '1/1', '--account-compression', own, '--report', at('s'));
    expect(shard.status).toBe(0);
    const summary = at('summary.md');
    const into = ['--report', at('told'), '--summary', summary, '--annotate'];
    const { out, err } = cli('merge', at('s'), ...into);
    expect(err).toMatch(
      /^index\.html tells no stories: the shards ran a build of your own, which a merge is not given\./m,
    );
    expect(out).toMatch(/^::(?:error|warning)/m);
    const flags = '--account-compression your-account-compression.so --baseline none';
    expect(out).toMatch(new RegExp(`explain \\S+ ${flags} --report`));
    expect(readFileSync(summary, 'utf8')).toBe(readFileSync(join(at('told'), 'summary.md'), 'utf8'));
    const refused = cli('merge', at('s'), '--report', at('told'), '--summary', at('no/such/folder'));
    expect(refused).toMatchObject({ status: 2 });
    expect(refused.err).toMatch(/^The summary cannot be appended to .*: its folder does not exist\.\n$/);
  });
});

type Ended = { readonly code: number | null; readonly err: string };

/** Interrupts a run as soon as two claims are noted as finished. */
function interrupted(folder: string): Promise<Ended> {
  const child = spawn(process.execPath, [START, 'run', ...SELECTION, '--report', at(folder)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let err = '';
  child.stderr.on('data', (text) => (err += String(text)));
  const noted = (): number =>
    existsSync(at(folder))
      ? readdirSync(at(folder))
          .filter((name) => name.startsWith('.run-'))
          .map((name) => join(at(folder), name, 'finished.jsonl'))
          .map((file) => (existsSync(file) ? readFileSync(file, 'utf8').split('\n').length - 1 : 0))
          .reduce((most, lines) => Math.max(most, lines), 0)
      : 0;
  const timer = setInterval(() => {
    if (noted() < 3) return;
    clearInterval(timer); // once: nobody listens any more when the run has stopped
    child.kill('SIGINT');
  }, 20);
  return new Promise((resolve) =>
    child.on('close', (code) => {
      clearInterval(timer);
      resolve({ code, err });
    }),
  );
}

describe('an interrupted run', () => {
  it('goes on with --resume to the bytes of an uninterrupted one, and is refused to another run', async () => {
    const { code, err: said } = await interrupted('resumed');
    expect(code).toBe(130);
    expect(said).toMatch(/^Interrupted after \d of \d+ claims: [^\n]*--resume[^\n]*$/m);
    expect(existsSync(join(at('resumed'), 'report.json'))).toBe(false);
    const other = run('resumed', '--resume', '--seed', '8');
    expect(other.status).toBe(2);
    expect(other.err).toMatch(/is another one by its seed \(20240229, not 8\): give the same options/);
    const { status, err } = run('resumed', '--resume');
    expect(status).toBe(NOT_CONFORMANT);
    expect(err).toMatch(/Going on from [2-6] finished claims/);
    expect([...bytesOf('resumed')]).toEqual([...bytesOf('whole')]);
  });
});

describe('a budget', () => {
  it('that suffices gives the bytes of the plain run', () => {
    expect(run('enough', '--budget', '10m').status).toBe(NOT_CONFORMANT);
    expect([...bytesOf('enough')]).toEqual([...bytesOf('whole')]);
  });

  it('that is over at once says what was not begun and is red for want of evidence', () => {
    const options = [
      'run',
      '--rule',
      'signer-checks/impersonation',
      '--report',
      at('short'),
      '--workers',
      '1',
    ];
    const { status, err } = cli(...options, '--budget', '1s');
    expect(status).toBe(4);
    expect(err).toMatch(/The budget of 1 s was over with 0 of 1 claims in full/);
    const { gate } = JSON.parse(readFileSync(join(at('short'), 'report.json'), 'utf8')) as {
      gate: { notes: readonly string[] };
    };
    expect(gate.notes.join()).toMatch(/The budget of 1 s was over/);
  });
});
