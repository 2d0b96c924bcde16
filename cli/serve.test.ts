// Tests of the worker's side of the protocol, with an engine of paper.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '../suites/engine-types';
import { PROGRAMS, planOf, result } from '../report/testing/samples';
import { Failure } from './failure';
import { readProgress } from './progress-file';
import { serve, type OpenEngine } from './serve';

const folder = mkdtempSync(join(tmpdir(), 'serve-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const progressFile = join(folder, 'progress');

const engine: OpenEngine = ({ beforeCase }) => {
  const run: Engine['run'] = (claim) => {
    beforeCase?.(claim, 17);
    return claim === 'bad' ? Promise.reject(new Error('boom')) : Promise.resolve(result(claim));
  };
  const replay: Engine['replay'] = () => Promise.reject(new Failure('Not today.', 2));
  return Promise.resolve({ programs: PROGRAMS, run, replay, planOf: () => ({ plan: planOf(), twin: null }) });
};

const open = {
  type: 'open',
  progressFile,
  options: { version: 'x', seed: 1, fences: new Set<string>() },
} as const;

describe('a worker', () => {
  it('answers open with the hashes, run with the result, plan with the plan', async () => {
    const handle = serve(engine);
    expect(await handle(open)).toEqual({ type: 'done', value: PROGRAMS });
    expect(await handle({ type: 'run', claim: 'a' })).toEqual({ type: 'done', value: result('a') });
    expect(await handle({ type: 'plan', claim: 'a', index: 3 })).toMatchObject({ value: { twin: null } });
  });

  it('notes each case before it runs', async () => {
    const handle = serve(engine);
    await handle(open);
    await handle({ type: 'run', claim: 'a' });
    expect(readProgress(progressFile)).toEqual({ index: 17, beat: 2 });
  });

  it('answers with the error and its exit code instead of dying', async () => {
    const handle = serve(engine);
    expect(await handle({ type: 'run', claim: 'a' })).toMatchObject({ type: 'failed', exitCode: null });
    await handle(open);
    expect(await handle({ type: 'run', claim: 'bad' })).toMatchObject({
      type: 'failed',
      message: 'boom',
      exitCode: null,
    });
    const witness = { rule: 'a', plan: planOf(), twin: null };
    expect(await handle({ type: 'replay', witness })).toMatchObject({ message: 'Not today.', exitCode: 2 });
  });
});

it('reads no progress from a file that is not there', () => {
  expect(readProgress(join(folder, 'none'))).toEqual({ index: -1, beat: 0 });
});
