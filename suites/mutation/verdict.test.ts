// Tests of when lost twins would take a rule below its floor, and of when a listed deviation counts as gone.
import { claimById } from '../claims';
import { startsWhole } from './attempt';
import { isStarved, noteListed, nothingListed, vanished, type Signed } from './verdict';

it.each([
  [1, 1, false],
  [1, 8, false],
  [2, 8, true],
  [1, 60, false],
  [2, 60, true],
  [10, 310, false],
  [11, 310, true],
])('%i lost twins among %i cases of a claim: %j', (lost, cases, starved) => {
  expect(isStarved(lost, cases)).toBe(starved);
});

describe('A listed deviation', () => {
  const deviation = { kind: 'wrong-code', expected: '6055', observed: 'light-system:20001' } as const;
  const match = { kind: 'match', expected: '6055', observed: 'light-system:6055' } as const;
  const known = new Set(['wrong-code|6055|light-system:20001']);
  const claim = claimById('validation/context-owner');
  const goneAfter = (cases: readonly (readonly [was: Signed, now: Signed])[]) => {
    if (claim === undefined) throw new Error('There is no such claim.');
    const listed = nothingListed();
    for (const [index, [was, now]] of cases.entries()) noteListed(listed, known, { index, was, now });
    return vanished(listed, claim);
  };

  it('that no case shows any more is noticed, at the first case that did', () => {
    const kill = goneAfter([
      [match, match],
      [deviation, match],
      [deviation, match],
    ]);
    expect(kill).toMatchObject({
      index: 1,
      verdict: 'stale',
      observed: 'light-system:20001',
      isObserved: false,
    });
  });

  it.each<[string, readonly (readonly [Signed, Signed])[]]>([
    [
      'one case still shows',
      [
        [deviation, match],
        [deviation, deviation],
      ],
    ],
    [
      'another case shows now',
      [
        [deviation, match],
        [deviation, match],
        [match, deviation],
      ],
    ],
    ['one case alone showed', [[deviation, match]]],
    [
      'nothing showed',
      [
        [match, match],
        [match, match],
      ],
    ],
  ])('that %s is not gone', (_what, cases) => {
    expect(goneAfter(cases)).toBeNull();
  });
});

it('a listed deviation can be missed only where all cases of the claim so far were asked', () => {
  expect(startsWhole({ indices: [0, 1, 2], of: 3 })).toBe(true);
  expect(startsWhole({ indices: [0, 2], of: 3 })).toBe(false);
  expect(startsWhole({ indices: [3, 4, 5], of: 3 })).toBe(false); // later ones, all of them
});
