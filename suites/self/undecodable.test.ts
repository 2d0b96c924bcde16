// A system program that hands on what cannot be decoded is not conformant, in plain words; the suite itself goes on.
import type { Backend } from '../../harness/backend';
import { NOTHING } from '../../harness/mutation/operators';
import { mutated } from '../../harness/mutation/mutants';
import { loadRelease } from '../../programs/load';
import { FENCES } from '../../spec/fences';
import type { ClaimResult } from '../../spec/result';
import { claimById } from '../claims';
import { runClaim } from '../run-claim';
import { openRecordingRunner } from './open-runner';

const ALL_FENCES = new Set(FENCES.map(({ rule }) => rule));
const PROGRAMS = { version: 'wrong on purpose', systemProgram: '', accountCompression: '', caller: '' };

/** A store into what is handed to account-compression; without it some of that ends in the middle of a list. */
const STORE = 0x27b98;
const cutShort = (): Buffer =>
  mutated(loadRelease('0.28.3').systemProgram, { offset: STORE, after: NOTHING.toString('hex') });

const CLAIMS: readonly (readonly [claim: string, kind: string, detail: RegExp])[] = [
  ['effects/event-outputs', 'observed-changed', /hands on for indexers cannot be decoded: \d+ bytes/],
  ['effects/event-context-outputs', 'observed-changed', /cannot be decoded/],
  ['effects/transaction-hash', 'wrong-effect', /cannot be decoded/],
  ['laws/direct-or-split-events', 'wrong-effect', /by one road, .* by the other/],
];

describe('What is handed on and cannot be decoded', () => {
  let runner: Backend;
  beforeAll(async () => {
    runner = await openRecordingRunner({ systemProgram: cutShort() });
  });
  afterAll(() => {
    runner.close();
  });

  const run = (id: string): Promise<ClaimResult> => {
    const claim = claimById(id);
    if (claim === undefined) throw new Error(`There is no claim ${id}.`);
    const quick = true; // a smaller case may hand on what can be decoded, and lack an entry
    return runClaim({ claim, runner, runs: 20, programs: PROGRAMS, seed: 1, fences: ALL_FENCES, quick });
  };

  test.each(CLAIMS)('is a deviation of %s', async (id, kind, detail) => {
    const { matrix, findings } = await run(id);
    expect(matrix.map(({ verdict }) => verdict)).toContain(kind);
    expect(findings.map(({ witness }) => witness.detail).join('; ')).toMatch(detail);
  });
});
