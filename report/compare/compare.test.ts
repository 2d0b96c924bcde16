// Tests of what counts as a change between two builds, and of how changes are told.
import type { Comparison, Sight, TransactionSight } from '../../spec/comparison';
import { paintFor } from '../terminal/paint';
import { PROGRAMS } from '../testing/samples';
import { changesBetween, type Looked } from './changes';
import { differenceOf } from './difference';
import { comparisonText } from './text';

const tx = (outcome: string, change: Partial<TransactionSight> = {}): TransactionSight => ({
  outcome,
  effects: outcome === 'accepted' ? { leaves: 'a', lamports: 'b' } : {},
  computeUnits: 100,
  ...change,
});
const [OK, E1, E2] = [tx('accepted'), tx('light-system:6001'), tx('light-system:6002')];

describe('two sights of one plan', () => {
  it.each<[string, Sight, Sight, object | null]>([
    ['are the same', [OK, E1], [OK, E1], null],
    [
      'differ by the error',
      [OK, E1],
      [OK, E2],
      { kind: 'code', before: E1.outcome, after: E2.outcome, transaction: 1 },
    ],
    ['differ by a refusal', [OK], [E1], { kind: 'refused', before: 'accepted', after: E1.outcome }],
    ['differ by an acceptance', [E1, OK], [OK, E2], { kind: 'accepted', transaction: 0 }],
    [
      'differ by effects',
      [OK],
      [tx('accepted', { effects: { leaves: 'x', lamports: 'b' } })],
      { kind: 'effects', before: 'leaves' },
    ],
    [
      'differ by compute units alone',
      [OK, OK],
      [OK, tx('accepted', { computeUnits: 99 })],
      { kind: 'units', transaction: 1 },
    ],
    ['differ by what fits into a packet', [], [OK], { before: 'too large to send', after: 'accepted' }],
  ])('%s', (_name, before, after, difference) => {
    const found = differenceOf(before, after);
    if (difference === null) expect(found).toBeNull();
    else expect(found).toMatchObject(difference);
  });
});

const looked = (
  claim: string,
  before: readonly Sight[],
  after: readonly Sight[],
  isSweep = false,
): Looked => ({
  claim,
  isSweep,
  before,
  after,
});
const kinds = (...all: readonly Looked[]): readonly string[] =>
  changesBetween(all).map(({ kind, claim, count, first }) => `${kind} ${claim} ${count} ${first}`);

describe('the changes between two builds', () => {
  it('are none where everything is the same', () => {
    expect(changesBetween([looked('a/b', [[OK], [E1]], [[OK], [E1]])])).toEqual([]);
  });

  it('count the cases of a claim that differ alike, and keep the first', () => {
    const one = looked('a/b', [[OK], [E1], [E1]], [[OK], [E2], [E2]]);
    const both = looked('a/c', [[E1], [E2]], [[E1], [E2]]);
    expect(kinds(one, both)).toEqual(['code a/b 2 1']);
  });

  it('tell an error that only one build raises', () => {
    expect(kinds(looked('a/b', [[E1]], [[E2]]))).toEqual([
      'code a/b 1 0',
      'reachable a/b 1 0',
      'unreachable a/b 1 0',
    ]);
  });

  it('count an error that only one build raises by the cases of one claim, and the other claims', () => {
    const claims = ['a/b', 'a/c', 'a/d'].map((claim) => looked(claim, [[E1, E1], [E1]], [[OK], [OK]]));
    const lost = changesBetween(claims).filter(({ kind }) => kind === 'unreachable');
    expect(lost).toMatchObject([{ claim: 'a/b', count: 2, cases: 2, elsewhere: 2 }]);
  });

  it('tell another order where plans break several rules and both builds know both errors', () => {
    const known = looked('a/c', [[E1], [E2]], [[E1], [E2]]);
    expect(kinds(looked('a/any', [[E1]], [[E2]], true), known)).toEqual(['order a/any 1 0']);
    expect(kinds(looked('a/any', [[E1]], [[E2]], true))[0]).toBe('code a/any 1 0');
  });

  it('sum compute units over the cases in which nothing else differs', () => {
    const more = tx('accepted', { computeUnits: 130 });
    const [change] = changesBetween([looked('a/b', [[OK], [OK]], [[more], [OK]])]);
    expect(change).toMatchObject({ kind: 'units', count: 1, units: { before: 100, after: 130 } });
  });
});

describe('the text', () => {
  const comparison: Comparison = {
    formatVersion: 1,
    tool: 'us 1',
    before: PROGRAMS,
    after: { ...PROGRAMS, systemProgram: 'd'.repeat(64) },
    seed: 1,
    cases: 2,
    claims: 1,
    executed: 2,
    changes: changesBetween([
      looked('signer-checks/impersonation', [[E1], [OK]], [[E2], [tx('accepted', { computeUnits: 110 })]]),
    ]).map((change) => ({ ...change, witness: 'w.json' })),
  };
  const telling = {
    before: '1.0',
    after: 'my.so',
    command: (path: string) => [`replay ${path} on both`],
    paint: paintFor(false, {}),
    folder: 'there',
  };

  it('says what became of which error, when, in how many cases, and how to see it', () => {
    const text = comparisonText(comparison, telling).replaceAll(/\s+/g, ' ');
    expect(text).toContain(
      'light-system:6001 became light-system:6002 where signer-checks/impersonation is broken',
    );
    expect(text).toContain('in 1 of 2 cases. replay w.json on both');
    expect(text).toContain('Newly reachable (1) light-system:6002 is raised');
    expect(text).toContain('No longer reachable (1) light-system:6001 is no longer raised');
    expect(text).toContain('+10 (+10.00 %)');
    expect(text).toContain('ran on 1.0 and on my.so. 4 changes. (exit code 1)');
  });

  it('says that there is none', () => {
    const none = comparisonText({ ...comparison, after: PROGRAMS, changes: [] }, telling);
    expect(none).toContain('They are the same bytes.');
    expect(none).toContain('No plan showed a difference. (exit code 0)');
  });
});
