// Tests that a mutant which is listed as equivalent and is killed is said to be both.
import type { Kill, Mutant } from '../../spec/mutation';
import { rowOf, type Naming } from './rows';

const naming = { flow: { functions: [] }, code: { at: new Map() } } as unknown as Naming;
const mutant: Mutant = {
  ...{ id: '00010:store', operator: 'store', offset: 16, pc: null },
  ...{ before: '0000000000000000', after: '0500000000000000' },
};
const kill: Kill = {
  ...{ claim: 'a/b', index: 1, verdict: 'missing-error', expected: '6002', observed: 'accepted' },
  ...{ isObserved: false, hasStopped: false },
};
const answer = { id: mutant.id, refusal: null, kills: [kill], cases: 1, unjudged: [] };

it('a killed mutant has a reason only where it is listed as equivalent', () => {
  const tried = { mutant, outcomes: [{ answer, seconds: 1 }] };
  expect(rowOf(naming, tried)).toMatchObject({ fate: 'killed', reason: null });
  expect(rowOf(naming, tried, { reason: 'it is dead', isListed: true })).toMatchObject({
    fate: 'killed',
    reason: 'listed as equivalent: it is dead',
  });
  expect(rowOf(naming, tried, { reason: 'text', isListed: false })).toMatchObject({ reason: null });
});

it('one in code that only makes text is equivalent where nothing notices it', () => {
  const tried = { mutant, outcomes: [{ answer: { ...answer, kills: [] }, seconds: 1 }] };
  expect(rowOf(naming, tried, { reason: 'text', isListed: false })).toMatchObject({ fate: 'equivalent' });
});

describe('A mutant at which something changes that no rule is about', () => {
  const unjudged = [{ claim: 'c/d', index: 4 }];
  const tried = { mutant, outcomes: [{ answer: { ...answer, kills: [], unjudged }, seconds: 1 }] };

  it('has survived, and what is listed as equivalent has a reason no longer', () => {
    expect(rowOf(naming, tried, { reason: 'it is dead', isListed: true })).toMatchObject({
      ...{ fate: 'survived', reason: 'listed as equivalent: it is dead' },
      unjudged: { claim: 'c/d', index: 4 },
    });
    expect(rowOf(naming, tried, { reason: 'text', isListed: false })).toMatchObject({
      ...{ fate: 'survived', reason: null },
    });
  });
});
