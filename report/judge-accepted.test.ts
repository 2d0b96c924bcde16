// Tests of the judge on accepted transactions: only the documented effects, all of them, are a match.
import type { ContextState } from '../spec/context-state';
import type { KeyRole } from '../spec/world';
import { accepts, judge, only, seen, state } from './testing/outcomes';

const queue: KeyRole = 'queue:1';

describe('an accepted transaction', () => {
  it('matches when every effect is as documented', () => {
    const alternative = accepts({
      contexts: new Map([['context:1', state]]),
      appended: new Map([[queue, 1]]),
      mayChange: new Set(['context:1', queue] as const),
    });
    const world = {
      contexts: new Map([['context:1', seen()]] as const),
      appended: new Map([[queue, 1]] as const),
      changed: ['context:1', queue] as const,
    };
    const { verdict, taken } = judge([alternative], { world });
    expect(verdict).toMatchObject({
      kind: 'match',
      expected: 'accepted',
      observed: 'accepted',
      transaction: 2,
    });
    expect(taken).toBe(alternative);
    expect(verdict.because).toEqual(['effects/a']);
  });

  it('is a missing error when the documents demand one', () => {
    const { verdict, taken } = judge([only(6020, 6014)], {});
    expect(verdict).toMatchObject({ kind: 'missing-error', expected: '6014|6020', observed: 'accepted' });
    expect(verdict.because).toEqual(['accounts/b']);
    expect(taken).toBeNull();
  });

  const contexts = new Map([['context:1', state]] as const);
  it.each([
    ['a field differs', { feePayer: 'payer:1' as const }, 'context:1 feePayer is payer:1, expected payer:0'],
    ['the context is cleared', { feePayer: null }, 'context:1 feePayer is none, expected payer:0'],
    ['an entry is missing', { outputs: [] }, 'context:1 outputs.length is 0, expected 1'],
    [
      'a bigint deep inside differs',
      { outputs: state.outputs.map((output) => ({ ...output, lamports: 5n })) },
      'context:1 outputs[0].lamports is 5, expected 3',
    ],
    [
      'data is gone',
      { outputs: state.outputs.map((output) => ({ ...output, data: null })) },
      'context:1 outputs[0].data is none, expected { discriminator 0102030405060708, bytes { fill 1, length 2 }, dataHas...',
    ],
  ])('has a wrong effect when %s', (_name, change, detail) => {
    const { verdict } = judge([accepts({ contexts })], {
      world: { contexts: new Map([['context:1', seen(change)]]) },
    });
    expect(verdict).toMatchObject({ kind: 'wrong-effect', observed: 'accepted, wrong context', detail });
  });

  it('has a wrong effect when the context is no longer well formed', () => {
    expect(judge([accepts({ contexts })], {}).verdict).toMatchObject({
      kind: 'wrong-effect',
      detail: 'context:1 is no longer a well-formed CPI context account',
    });
  });

  it('has a wrong effect when bytes are left over in the context', () => {
    const world = { contexts: new Map([['context:1', seen({}, true)]] as const) };
    expect(judge([accepts({ contexts })], { world }).verdict.kind).toBe('wrong-effect');
  });

  it.each([
    [2, 1, 'queue:1 grew by 2, expected 1'],
    [0, 1, 'queue:1 grew by 0, expected 1'],
    [1, 0, 'queue:1 grew by 1, expected 0'],
  ])('has a wrong effect when a queue grows by %i instead of %i', (actual, expected, detail) => {
    const map = (count: number): ReadonlyMap<KeyRole, number> => new Map(count === 0 ? [] : [[queue, count]]);
    const mayChange = new Set([queue]);
    const { verdict } = judge([accepts({ appended: map(expected), mayChange })], {
      world: { appended: map(actual) },
    });
    expect(verdict).toMatchObject({ kind: 'wrong-effect', detail });
  });

  it('has a wrong effect when an account changes that must not', () => {
    const { verdict } = judge([accepts({ mayChange: new Set(['wallet:1'] as const) })], {
      world: { changed: ['wallet:1', 'wallet:2'] },
    });
    expect(verdict).toMatchObject({ kind: 'wrong-effect', detail: 'wallet:2 changed' });
  });

  it('matches the second accepting alternative when the first does not fit', () => {
    const second = accepts({ mayChange: new Set(['wallet:2'] as const) });
    const { verdict, taken } = judge([accepts(), only(6020), second], { world: { changed: ['wallet:2'] } });
    expect(verdict.kind).toBe('match');
    expect(verdict.expected).toBe('accepted|6020');
    expect(taken).toBe(second);
  });

  it('does not tell apart what empty bytes would be filled with', () => {
    const empty = (fill: number): ContextState => ({
      ...state,
      outputs: state.outputs.map((output) => ({
        ...output,
        data: { discriminator: '0102030405060708', bytes: { fill, length: 0 }, dataHash: '' },
      })),
    });
    const world = { contexts: new Map([['context:1', seen(empty(9))]] as const) };
    expect(judge([accepts({ contexts: new Map([['context:1', empty(0)]]) })], { world }).verdict.kind).toBe(
      'match',
    );
  });
});
