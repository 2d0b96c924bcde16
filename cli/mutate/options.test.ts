// Tests of the options of `mutate`: defaults, and one sentence for what cannot be.
import { DEFAULT_CASES, DEFAULT_DEEP, DEFAULT_SAMPLE, mutateOptions } from './options';

it('has defaults', () => {
  const { sample, cases, deep, mutant } = mutateOptions({});
  expect({ sample, cases, deep, mutant }).toEqual({
    sample: DEFAULT_SAMPLE,
    cases: DEFAULT_CASES,
    deep: DEFAULT_DEEP,
    mutant: null,
  });
  expect(mutateOptions({ all: true }).sample).toBeNull();
});

it('tries what is not noticed with at least as many cases', () => {
  expect(mutateOptions({ cases: '100' }).deep).toBe(100);
});

it('writes what one mutant did only where a folder is named', () => {
  const mutant = '1c438:operand';
  expect(mutateOptions({}).writes).toBe(true);
  expect(mutateOptions({ mutant }).writes).toBe(false);
  expect(mutateOptions({ mutant, report: 'here' }).writes).toBe(true);
});

it.each([
  [{ sample: '5', all: true }, /--sample is a number of mutants and --all is all of them/],
  [{ mutant: '1c438:operand', sample: '5' }, /--mutant is one mutant: give it without --sample and --all/],
  [{ mutant: '1c438:operand', all: true }, /--mutant is one mutant: give it without --sample and --all/],
  [{ sample: 'five' }, /--sample must be a whole number/],
  [{ cases: '0' }, /--cases must be a whole number from 1/],
  [{ mutant: 'the third' }, /--mutant is an id of mutation.json, such as 1c438:operand, but is "the third"/],
  [{ programVersion: 'all' }, /--program-version of `mutate` is one version/],
  [{ report: '' }, /--report names no folder/],
])('refuses %j in one sentence', (flags, sentence) => {
  expect(() => mutateOptions(flags)).toThrow(sentence);
});
