// Seeds of PDAs that plans name: as many and as long as there can be, and no more.
import { addressOf, derivedFrom } from './keys';

const seeds = (count: number): string => Array.from({ length: count }, (_, at) => at).join('/');

describe('A PDA of a plan', () => {
  it.each([
    ['a seed of 32 bytes', 'x'.repeat(32), 2],
    ['fifteen seeds and a bump', seeds(15), 16],
  ])('has %s', (_, text, count) => {
    expect(addressOf(`pda:A:${text}`)).toHaveLength(32);
    expect(derivedFrom(`pda:A:${text}`)?.seeds).toHaveLength(count);
  });

  it.each([
    ['a seed of 33 bytes', 'x'.repeat(33)],
    ['sixteen seeds and a bump', seeds(16)],
  ])('with %s is bad input in one sentence', (_, text) => {
    expect(() => addressOf(`pda:A:${text}`)).toThrow(/^The plan names pda:A:.*: correct the plan\.$/);
  });
});
