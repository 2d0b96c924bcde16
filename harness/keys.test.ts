// Addresses that plans name: seeds of PDAs as many and as long as there can be, and near misses.
import { CALLERS, type KeyRole } from '../spec/world';
import { addressOf, derivedFrom, moveCaller, roleOf } from './keys';

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

describe('A near miss', () => {
  const bytesThatDiffer = (one: KeyRole, other: KeyRole): readonly number[] =>
    [...addressOf(one)].flatMap((byte, at) => (byte === addressOf(other)[at] ? [] : [at]));

  it.each([0, 24, 31])('differs in byte %i alone', (byte) => {
    expect(bytesThatDiffer(`near:${byte}:payer:0`, 'payer:0')).toEqual([byte]);
    expect(bytesThatDiffer(`near:${byte}:program:B`, 'program:B')).toEqual([byte]);
  });

  it('is none of the caller whose id is nearly another’s', () => {
    expect(bytesThatDiffer('program:C', 'program:D')).toEqual([31]);
    expect(roleOf(addressOf('near:31:program:C'))).toBe('near:31:program:C');
    expect(roleOf(addressOf('program:D'))).toBe('program:D');
    const bumps = CALLERS.map((name) => derivedFrom(`authority:${name}`)?.seeds.at(-1)?.[0]);
    expect(bumps).toEqual([255, 255, 255, 255]);
  });

  it('is read back by its name', () => {
    expect(roleOf(addressOf('near:31:program:A'))).toBe('near:31:program:A');
  });

  it('moves with the program that it is near to', () => {
    addressOf('near:31:program:A');
    moveCaller('A', 'DWbHqf4nfXXXhvZuRPCy8ZzHvVEz9cozwdnoe5fvcTjn');
    expect(bytesThatDiffer('near:31:program:A', 'program:A')).toEqual([31]);
    moveCaller('A');
  });
});
