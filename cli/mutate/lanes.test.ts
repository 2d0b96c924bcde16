// Tests that a mutant which ends or silences its worker is told apart, and that the others go on.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mutant } from '../../spec/mutation';
import { openLanes, type Outcome } from './lanes';
import { rowOf, type Naming } from './rows';

const folder = mkdtempSync(join(tmpdir(), 'lanes-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const mutant = (id: string): Mutant => ({
  ...{ id, operator: 'store', offset: 0, before: '0000000000000000', after: '0500000000000000', pc: null },
});

const tried = async (ids: readonly string[]): Promise<readonly Outcome<'mutant'>[]> => {
  const lanes = openLanes({
    open: { version: 'fake', systemProgram: join(folder, 'log'), seed: 1, fences: new Set() },
    workers: 2,
    script: join(__dirname, '..', 'testing', 'fake-worker.mjs'),
    folder,
    debug: false,
    signal: new AbortController().signal,
    patience: { ready: 20_000, silence: 3000, tries: 3 },
  });
  try {
    return await lanes.askAll<'mutant'>(
      ids.map((id) => ({ type: 'mutant' as const, mutant: mutant(id), ranges: [] })),
    );
  } finally {
    lanes.close();
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
