// Tests of which case of an own build is shown: what the baseline does not list, and of that the smallest.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { baseline, entry, INVOCATION, planOf, witness } from '../report/testing/samples';
import { writeWitness } from '../report/witness';
import { findWitness } from './find-witness';

const RULE = 'modes/two';
const root = mkdtempSync(join(tmpdir(), 'find-witness-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});

/** In the order of their files, each one step shorter than the one before. */
const OUTCOMES = ['longest', 'longer', 'short'] as const;

mkdirSync(join(root, 'witnesses'));
OUTCOMES.forEach((observed, at) => {
  const steps = OUTCOMES.slice(at).map(() => INVOCATION);
  const text = writeWitness(witness(RULE, { observed, plan: planOf(...steps) }));
  writeFileSync(join(root, 'witnesses', `modes--two--missing-error--${at}.json`), text);
});

const shownBy = (...listed: readonly string[]): string | undefined => {
  const entries = listed.map((observed) => entry(RULE, { observed, witness: null }));
  const file = { content: baseline(entries), folder: root, path: join(root, 'baseline.json') };
  return findWitness(RULE, file, { report: root, ownBuild: true })?.content.observed;
};

describe('The case of an own build', () => {
  it('is the smallest', () => {
    expect(shownBy()).toBe('short');
  });

  it('is one that the baseline does not list, however large', () => {
    expect(shownBy('short')).toBe('longer');
    expect(shownBy('short', 'longer')).toBe('longest');
  });

  it('is the first by its name where all are listed', () => {
    expect(shownBy(...OUTCOMES)).toBe('longest');
  });
});
