// Tests of what the mutation of the model comes to: totals, exit codes, reasons, and the text for people.
import type { ModelMutationReport, MutantResult } from '../../spec/model-mutation';
import { baseline, entry, PROGRAMS } from '../testing/samples';
import { plain } from '../terminal/paint';
import { explainedBy } from './explain';
import { mutationExit, totalsOf } from './report';
import { mutationText } from './text';

const refutation: NonNullable<MutantResult['refutation']> = {
  claim: 'accounts/orders',
  index: 3,
  road: 'twin',
  transaction: 0,
  verdict: 'spurious-error',
  expected: 'accepted',
  observed: 'light-system:20009',
  documents: 'match',
};

const mutant = (name: string, change: Partial<MutantResult> = {}): MutantResult => ({
  id: `accounts/${name}#dropped`,
  rule: `accounts/${name}`,
  mutation: 'dropped',
  says: 'what breaks it is accepted',
  refutation,
  cases: 44,
  explained: null,
  ...change,
});
const REFUTED = mutant('one');
const EXPLAINED = mutant('two', { refutation: null, explained: 'another rule says the same' });
const LEFT = mutant('three', { refutation: null });
const STALE = mutant('four', { explained: 'nothing can' });

const report = (...mutants: readonly MutantResult[]): ModelMutationReport => ({
  formatVersion: 1,
  tool: 'us 1',
  programs: PROGRAMS,
  seed: 1,
  cases: 40,
  totals: totalsOf(mutants),
  notApplicable: { 'proofs/one': 'there are no proving keys' },
  own: { 'accounts/three': { executed: 40, matching: 39, named: 39 } },
  mutants,
});

describe('the mutation of the model', () => {
  it('is green where every mutant is refuted or explained, red where one is neither, stale where both', () => {
    expect(mutationExit(report(REFUTED, EXPLAINED))).toBe(0);
    expect(mutationExit(report(REFUTED, EXPLAINED, STALE))).toBe(5);
    expect(mutationExit(report(REFUTED, STALE, LEFT))).toBe(1);
    expect(report(REFUTED, EXPLAINED, LEFT, STALE).totals).toEqual({
      ...{ mutants: 4, refuted: 2, explained: 1, survived: 1, stale: 1 },
    });
  });

  it('tells of each what refuted it, or why nothing can, or that nobody knows', () => {
    const text = mutationText(report(REFUTED, EXPLAINED, LEFT, STALE), plain).replace(/\s+/g, ' ');
    for (const part of [
      'accounts/one 44 (accounts/orders) - -',
      'accounts/two explained',
      'accounts/three NOT REFUTED',
      'accounts/two#dropped: what breaks it is accepted; another rule says the same',
      "accounts/three#dropped: what breaks it is accepted; 44 cases tried, 39 of its rule's own 40 cases did",
      'accounts/four#dropped: nothing can; refuted by case 3 of accounts/orders',
      '1 rule not applicable to this version',
      '4 wrong models on 0.28.3: 2 refuted',
    ])
      expect(text).toContain(part);
  });
});

describe('a known deviation', () => {
  const known = baseline([entry('accounts/three', { reason: 'it never does' })]);
  const NONE = { executed: 40, matching: 0, named: 0 };
  const UNNAMED = { executed: 40, matching: 39, named: 0 };
  it('explains what no case of its rule can refute, and nothing that some case could', () => {
    expect(explainedBy(known, LEFT, NONE)).toBe('known deviation: it never does');
    expect(explainedBy(known, LEFT, UNNAMED)).toBeNull();
    expect(explainedBy(known, REFUTED, NONE)).toBeNull();
    expect(explainedBy(null, LEFT, NONE)).toBeNull();
  });

  it("explains a neighbour's error where the rule's own never came, and nowhere else", () => {
    const neighbour = { ...LEFT, mutation: 'neighbour' } as const;
    expect(explainedBy(known, neighbour, UNNAMED)).toBe('known deviation: it never does');
    expect(explainedBy(known, neighbour, { ...UNNAMED, named: 1 })).toBeNull();
    expect(explainedBy(baseline([]), neighbour, UNNAMED)).toBeNull();
    expect(explainedBy(known, { ...neighbour, refutation }, UNNAMED)).toBeNull();
  });
});
