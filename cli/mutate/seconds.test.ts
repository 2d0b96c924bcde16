// Tests of what is told about the time that mutants took.
import type { Mutant } from '../../spec/mutation';
import { secondsOf, timeLine } from './seconds';

const mutant = { id: '00010:store' } as Mutant;
const death = { fate: 'crash', reason: 'SIGSEGV' } as const;
const took = (...seconds: readonly number[]) => ({
  mutant,
  outcomes: seconds.map((each) => ({ death, seconds: each })),
});

it('a mutant that was tried twice took both', () => {
  expect(secondsOf([took(1, 2.5), took(0.25), took(1)])).toEqual({ median: 1, longest: 3.5, sum: 4.75 });
});

it('of no mutant there is no median', () => {
  expect(timeLine(secondsOf([]))).toBe('No mutant was timed.');
});
