// The exit code of a run with guided plans, what is said of it, and where.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GuidedReport } from '../../report/binary/guided';
import type { Listing } from '../../report/binary/guided-listing';
import { tellGuided } from '../ci-output';
import { guidedOutcome, tracedExit } from './guided-exit';

const guided = (listings: readonly Listing[], executions = 9): GuidedReport => ({
  ...{ executions, unguidedExecutions: 9, changed: 4, minimising: 0, edges: { guided: 1, unguided: 1 } },
  ...{ onlyGuided: [], onlyUnguided: [], verdicts: {}, skipped: {}, faults: [], corpus: [] },
  deviations: listings.map((listing) => ({
    ...{ verdict: 'panic', expected: 'accepted', observed: 'light-system:panic' },
    ...{ detail: '', because: [], count: 1, listing, witness: 'corpus/deviations/0001.json' },
  })),
});

describe('The exit code of a run with guided plans', () => {
  it.each([
    [0, ['known', 'alike'], 0],
    [0, ['new'], 1],
    [5, ['new'], 1],
    [4, ['new'], 1],
    [5, ['alike'], 5],
    [3, ['new'], 3],
    [1, ['new', 'runner-disagrees'], 3],
  ] as const)('of a gate with %d and %j is %d', (gate, listings, code) => {
    expect(tracedExit(gate, { guided: guided(listings) })).toBe(code);
  });

  it('is that of the gate without guided plans, and 4 where none was executed', () => {
    expect(tracedExit(5, {})).toBe(5);
    expect(guidedOutcome(5, {})).toBeNull();
    expect(tracedExit(0, { guided: guided([], 0) })).toBe(4);
  });

  it('is 3 where the suite itself failed at a plan, whose claim and file are named', () => {
    const sentence = 'The suite failed at a guided plan made from a case of modes/any: TypeError: no.';
    const fault = { claim: 'modes/any', sentence, count: 2, witness: 'corpus/faults/0001.json' };
    const failed = { ...guided(['new']), faults: [fault] };
    expect(tracedExit(0, { guided: failed })).toBe(3);
    const outcome = guidedOutcome(0, { guided: failed });
    expect(outcome?.isRed).toBe(true);
    expect(outcome?.sentence).toContain('modes/any: TypeError: no (corpus/faults/0001.json). With the run');
    expect(outcome?.sentence).toMatch(/\(exit code 3\)$/);
  });

  it('is said last, with what is new', () => {
    const outcome = guidedOutcome(0, { guided: guided(['new', 'known']) });
    expect(outcome?.isRed).toBe(true);
    expect(outcome?.sentence).toMatch(/new deviations: 1, .* Not conformant\. \(exit code 1\)$/);
    expect(guidedOutcome(5, { guided: guided(['known']) })?.isRed).toBe(false);
  });
});

describe('A CI system', () => {
  it('is told of guided plans in the summary, and by an annotation where they are red', () => {
    const folder = mkdtempSync(join(tmpdir(), 'guided-'));
    const summary = join(folder, 'summary.md');
    const outcome = { sentence: 'Guided plans: one is new.', isRed: true };
    const lines = tellGuided(outcome, { annotate: true, summary });
    const green = tellGuided({ ...outcome, isRed: false }, { annotate: true, summary: undefined });
    const text = readFileSync(summary, 'utf8');
    rmSync(folder, { recursive: true });
    expect(lines).toEqual(['::error title=guided::Guided plans: one is new.']);
    expect(green).toEqual([]);
    expect(text).toContain('Guided plans: one is new.');
  });
});
