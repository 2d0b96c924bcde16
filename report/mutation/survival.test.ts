// Tests of what is said of survivors: the worst kind wins, and only much evidence sets one aside.
import type { MutantRow } from '../../spec/mutation';
import { ENOUGH, SURVIVALS, type Comparison, type Difference } from '../../spec/survivor';
import { survivalCounts, survivalOf } from './survival';

const UNUSED: Comparison = {
  ...{ cases: ENOUGH, claims: 4, executions: 50, effects: 40, casesWithEffect: ENOUGH },
  ...{ difference: null, distances: null },
};
const USED: Difference = {
  ...{ claim: 'a/b', index: 3, detour: null, use: { pc: 12, register: 4 }, handed: null },
};

const say = (comparison: Comparison | null, row: Partial<Pick<MutantRow, 'operator' | 'unjudged'>> = {}) =>
  survivalOf({
    row: { operator: 'store', unjudged: null, ...row },
    comparison,
    failure: null,
    nameOf: (pc) => `${pc} in function_10`,
  });

it('what nothing uses in many cases is set aside, and in fewer it is not', () => {
  const { kind, isSetAside, why } = say(UNUSED);
  expect([kind, isSetAside]).toEqual(['unused', true]);
  expect(why).toBe(
    'the memory kept another value in 40 of 50 executions in 20 cases of 4 claims, and nothing did anything with it',
  );
  expect(say({ ...UNUSED, casesWithEffect: ENOUGH - 1 })).toMatchObject({
    kind: 'unused',
    isSetAside: false,
  });
});

it('what was used in a single case is open, whatever the others show', () => {
  const { kind, isSetAside, why } = say({ ...UNUSED, difference: USED });
  expect([kind, isSetAside]).toEqual(['used', false]);
  expect(why).toBe(
    'in case 3 of a/b r4 held another value where 12 in function_10 used it; the outcome was the same',
  );
});

it('what went another way is open, though the ways meet again and nothing is used behind', () => {
  const detour = { original: 2, changed: 7, met: 30 };
  const { kind, why } = say(
    { ...UNUSED, difference: { ...USED, use: null, detour } },
    { operator: 'negate' },
  );
  expect(kind).toBe('used');
  expect(why).toMatch(
    /another way was taken \(7 instructions in place of 2\), which met the old one at 30 in/,
  );
});

it('what is handed on otherwise is open', () => {
  const difference = { ...USED, use: null, handed: 'calls' } as const;
  expect(say({ ...UNUSED, difference })).toMatchObject({ kind: 'used', isSetAside: false });
});

it('where nothing but a log line is another, much of it sets a mutant aside as what nothing uses does', () => {
  const difference = { ...USED, handed: 'logs' } as const;
  const { kind, isSetAside, why } = say({ ...UNUSED, difference });
  expect([kind, isSetAside]).toEqual(['logged', true]);
  expect(why).toMatch(
    /^a log line was another, and nothing else, such as in case 3 of a\/b; the memory kept/,
  );
  expect(say({ ...UNUSED, difference, casesWithEffect: ENOUGH - 1 }).isSetAside).toBe(false);
});

it('what no case tells apart is open, and says which input would', () => {
  const distances = { least: '-5', most: '-2', nearest: '2' };
  const { kind, isSetAside, why } = say(
    { ...UNUSED, effects: 0, casesWithEffect: 0, distances },
    { operator: 'boundary' },
  );
  expect([kind, isSetAside]).toEqual(['untold', false]);
  expect(why).toMatch(
    /the bound was never met in 50 .* -5 to -2 above .* at best 2 from where it would differ/,
  );
});

it('where something changed that is looked at, nothing else is of interest', () => {
  const unjudged = { claim: 'c/d', index: 1 };
  expect(say(UNUSED, { unjudged })).toMatchObject({ kind: 'changed', isSetAside: false });
});

it('what was not compared is open', () => {
  expect(say(null)).toMatchObject({ kind: 'uncompared', isSetAside: false });
  expect(say({ ...UNUSED, cases: 0, effects: 0, casesWithEffect: 0 })).toMatchObject({ kind: 'uncompared' });
});

it('survivors are counted by kind', () => {
  const survivals = [say(UNUSED), say({ ...UNUSED, casesWithEffect: 1 }), say(null)];
  const counts = survivalCounts([...survivals, null].map((survival) => ({ survival })));
  expect(counts).toMatchObject({ unused: 2, uncompared: 1, setAside: 1, used: 0 });
  expect(Object.keys(counts).sort()).toEqual([...SURVIVALS, 'setAside'].sort());
});
