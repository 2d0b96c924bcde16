// Tests of tracing with a fake worker: the order of claims, and that a worker which dies is a fault and not coverage.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EXIT } from '../../report/exit-code';
import { Failure } from '../failure';
import { traceClaims, traceGuided, type TracePool } from './trace-pool';

const folder = mkdtempSync(join(tmpdir(), 'trace-pool-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => void jest.spyOn(process.stderr, 'write').mockReturnValue(true));
afterEach(() => jest.restoreAllMocks());

const pool: TracePool = {
  open: { version: 'fake', systemProgram: join(folder, 'log'), seed: 1, fences: new Set() },
  workers: 2,
  folder,
  debug: false,
  signal: new AbortController().signal,
  script: join(__dirname, '..', 'testing', 'fake-worker.mjs'),
};

const trace = (claims: readonly string[], done: number[] = []) =>
  traceClaims(pool, { claims, cases: 2, onDone: (count) => done.push(count) });

async function failureOf(asked: Promise<unknown>): Promise<Failure> {
  const error: unknown = await asked.catch((thrown: unknown) => thrown);
  if (!(error instanceof Failure)) throw new Error(`no failure, but ${String(error)}`);
  return error;
}

describe('tracing', () => {
  it('gives what each claim reached in the order of the claims', async () => {
    const done: number[] = [];
    const reached = await trace(['a', 'b', 'c'], done);
    expect(reached).toEqual([{ claim: 'a' }, { claim: 'b' }, { claim: 'c' }]);
    expect(done).toEqual([1, 2, 3]);
  });

  it('of a claim at which the worker dies is a fault that names it', async () => {
    const { message, exitCode } = await failureOf(trace(['a', 'b/crash', 'c']));
    expect(message).toMatch(/^The validator stopped \([^)]+\) while b\/crash was traced: run it again\.$/);
    expect(exitCode).toBe(EXIT.fault);
  });

  it('of changed plans is a fault, too, where the worker dies', async () => {
    const request = { executions: 10 } as Parameters<typeof traceGuided>[1];
    const { message, exitCode } = await failureOf(traceGuided(pool, request));
    expect(message).toMatch(/while a changed plan was traced: run it again\.$/);
    expect(exitCode).toBe(EXIT.fault);
  });
});
