// Tests that a conditional jump compares 64 bits, with a sign only where its name says so.
import { comparisonOf } from './comparisons';

const MINUS_ONE = (1n << 64n) - 1n;

describe('A conditional jump', () => {
  it.each([
    ['jgt', true],
    ['jsgt', false],
    ['jlt', false],
    ['jslt', true],
  ])('%s takes 64 ones for the largest number or for -1', (mnemonic, jumps) => {
    expect(comparisonOf(mnemonic)?.(MINUS_ONE, 1n)).toBe(jumps);
    expect(comparisonOf(mnemonic)?.(-1n, 1n)).toBe(jumps);
  });

  it('takes -1 and 64 ones for the same', () => {
    expect(comparisonOf('jeq')?.(-1n, MINUS_ONE)).toBe(true);
    expect(comparisonOf('jne')?.(-1n, MINUS_ONE)).toBe(false);
  });

  it.each(['jge', 'jle', 'jsge', 'jsle'])('%s jumps where both are equal', (mnemonic) => {
    expect(comparisonOf(mnemonic)?.(7n, 7n)).toBe(true);
  });

  it('is none where the mnemonic is of something else', () => {
    expect(comparisonOf('add64')).toBeUndefined();
  });
});
