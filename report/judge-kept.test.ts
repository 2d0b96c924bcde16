// Tests of the judge on what v1 trees keep for later proofs.
import type { KeptForProofs } from '../spec/outcome';
import type { KeyRole } from '../spec/world';
import { accepts, judge } from './testing/outcomes';

const tree: KeyRole = 'tree:6';
const expected: KeptForProofs = {
  noted: [
    { leafIndex: 3n, path: ['a', null] },
    { leafIndex: 4n, path: ['b', 'c'] },
  ],
  filled: ['d', 'e'],
  canopy: ['f'],
};

const verdictOn = (found: Partial<KeptForProofs>, asks = true) => {
  const nothing = { order: false, lamports: null, spentLeaf: null, chains: null, handed: null };
  const kept = new Map([[tree, (): KeptForProofs => expected]]);
  const alternative = accepts({ observed: { ...nothing, ...(asks && { kept }) } });
  return judge([alternative], { world: { kept: new Map([[tree, { ...expected, ...found }]]) } }).verdict;
};

const [first] = expected.noted;

describe('What a v1 tree keeps for proofs', () => {
  it('matches what was seen before', () => {
    expect(verdictOn({}).kind).toBe('match');
  });

  it('is not looked at where nobody asks', () => {
    expect(verdictOn({ filled: [] }, false).kind).toBe('match');
  });

  it.each<[string, Partial<KeptForProofs>]>([
    ['the changelog entry of leaf 3 is not there', { noted: [] }],
    ['the changelog entry of leaf 3 says leaf 7', { noted: [{ leafIndex: 7n, path: ['a', null] }] }],
    [
      'the changelog entry of leaf 3 has x at level 1, observed before: nothing',
      { noted: [{ leafIndex: 3n, path: ['a', 'x'] }] },
    ],
    [
      'the changelog entry of leaf 4 has nothing at level 1, observed before: c',
      { noted: [...(first ? [first] : []), { leafIndex: 4n, path: ['b', null] }] },
    ],
    ['the list of filled subtrees has x at level 0, observed before: d', { filled: ['x', 'e'] }],
    ['the canopy has nothing at level 0, observed before: f', { canopy: [] }],
  ])('is told: %s', (sentence, found) => {
    expect(verdictOn(found)).toMatchObject({ kind: 'observed-changed', detail: `tree:6: ${sentence}` });
  });
});
