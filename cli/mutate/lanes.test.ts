// Tests that a mutant which ends or silences its worker is told apart, and that the others go on.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Mutant } from '../../spec/mutation';
import { openLanes, type Lanes, type Outcome } from './lanes';
import { rowOf, type Naming } from './rows';

const folder = mkdtempSync(join(tmpdir(), 'lanes-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const mutant = (id: string): Mutant => ({
  ...{ id, operator: 'store', offset: 0, before: '0000000000000000', after: '0500000000000000', pc: null },
});

const opened = (version: string, log: string): Lanes =>
  openLanes({
    open: { version, systemProgram: log, seed: 1, fences: new Set() },
    workers: 2,
    script: join(__dirname, '..', 'testing', 'fake-worker.mjs'),
    folder,
    debug: false,
    signal: new AbortController().signal,
    patience: { ready: 20_000, silence: 3000, tries: 3 },
  });

const ask = (lanes: Lanes, ids: readonly string[]): Promise<readonly Outcome<'mutant'>[]> =>
  lanes.askAll<'mutant'>(ids.map((id) => ({ type: 'mutant' as const, mutant: mutant(id), ranges: [] })));

const tried = async (ids: readonly string[]): Promise<readonly Outcome<'mutant'>[]> => {
  const lanes = opened('fake', join(folder, 'log'));
  try {
    return await ask(lanes, ids);
  } finally {
    await lanes.close();
  }
};

it('a mutant that crashes and one that hangs are counted apart, and the others get their answers', async () => {
  const ids = ['00001:store', '00002:crash', '00003:store', '00004:hang', '00005:store'];
  const outcomes = await tried(ids);
  const naming = { flow: { functions: [] }, code: { at: new Map() } } as unknown as Naming;
  const fates = outcomes.map((outcome, i) =>
    rowOf(naming, { mutant: mutant(ids[i] ?? ''), outcomes: [outcome] }),
  );
  expect(fates.map(({ fate }) => fate)).toEqual(['survived', 'crash', 'survived', 'timeout', 'survived']);
  expect(fates[1]?.reason).toBe('SIGSEGV');
  expect(fates[3]?.reason).toMatch(/no answer for 3 s/);
});

it('an error that a worker answers with is no crash of the mutant: it ends the run with its exit code', async () => {
  const ids = ['00001:store', '00002:fault', '00003:store', '00004:store'];
  await expect(tried(ids)).rejects.toMatchObject({ message: 'The validator could not run.', exitCode: 3 });
});

it('closing ends a worker that is still starting, and no other one is started in its place', async () => {
  const log = join(folder, 'late-log');
  const lanes = opened('late', log);
  const asked = expect(ask(lanes, ['00001:store'])).rejects.toThrow(/SIGKILL/);
  while (!existsSync(log)) await sleep(20);
  await lanes.close();
  await asked;
});
