// Tests of how many cases a survivor is compared in, and of which difference is told.
import { COMPARED, ENOUGH, type Detour, type Handed } from '../../spec/survivor';
import type { TransactionOutcome } from '../../spec/outcome';
import { handedIn, isSettled } from './compare';
import { comparisonOf, type ComparedCase } from './comparison';

type Shown = {
  readonly effects?: number;
  readonly detour?: Detour;
  readonly handed?: Handed;
  readonly isOnlyText?: boolean;
};
const one = ({ effects = 1, detour, handed, isOnlyText = false }: Shown = {}): ComparedCase => ({
  ...{ claim: 'a/b', index: 0, isOnlyText, handed: handed ?? null },
  compared: {
    locksteps: [{ executions: 1, effects, detour: detour ?? null, use: null, distances: [] }],
    isWhole: true,
  },
});
const DETOUR: Detour = { original: 1, changed: 2, met: 3 };
const times = (count: number, shown?: Shown) => Array.from({ length: count }, () => one(shown));

it('one case in which a difference was used settles it, and one in which a log line was another does not', () => {
  expect(isSettled([one({ detour: DETOUR })])).toBe(true);
  expect(isSettled([one({ handed: 'calls' })])).toBe(true);
  expect(isSettled([one({ handed: 'logs' })])).toBe(false);
  expect(isSettled([one({ handed: 'logs', detour: DETOUR })])).toBe(true);
});

it('more cases follow where the effect was there and in fewer than are enough', () => {
  expect(isSettled(times(COMPARED - 1))).toBe(false);
  expect(isSettled(times(COMPARED))).toBe(true);
  expect(isSettled(times(COMPARED, { effects: 0 }))).toBe(true);
  const few = [...times(COMPARED, { effects: 0 }), ...times(ENOUGH - 1)];
  expect(isSettled(few)).toBe(false);
  expect(isSettled([...few, one()])).toBe(true);
});

it('a difference of which more came than a log line is told before one of which nothing else did', () => {
  const found = comparisonOf([one({ handed: 'logs' }), one({ handed: 'calls' })], 'store');
  expect(found.difference?.handed).toBe('calls');
  expect(comparisonOf([one(), one({ handed: 'logs', detour: DETOUR })], 'store').difference).toMatchObject({
    ...{ handed: 'logs', detour: DETOUR },
  });
});

it('where only text was made, another way counts as no more than the log line that came of it', () => {
  const detoured = { detour: DETOUR, isOnlyText: true };
  expect(isSettled([one({ ...detoured, handed: 'logs' })])).toBe(false);
  expect(isSettled([one({ ...detoured, handed: 'calls' })])).toBe(true);
  expect(isSettled([one({ ...detoured, handed: 'outcome' })])).toBe(true);
  expect(comparisonOf([one({ ...detoured, handed: 'logs' })], 'negate').difference).toMatchObject({
    ...{ handed: 'logs', detour: null, use: null },
  });
  expect(comparisonOf([one(detoured)], 'negate').difference).toBeNull();
});

it('a log line is what differs only where nothing else does', () => {
  const ran = (logs: string, calls: string, failedAt: number | null) => {
    const outcome = { raised: null, failedAt, sent: { calls: [calls], logs: [logs] } };
    const transactions = [outcome as unknown as TransactionOutcome];
    return { twin: null, plan: { transactions } };
  };
  const usual = ran('one', 'call', null);
  expect(handedIn(usual, ran('one', 'call', null))).toBeNull();
  expect(handedIn(usual, ran('other', 'call', null))).toBe('logs');
  expect(handedIn(usual, ran('other', 'call', 1))).toBe('outcome');
  expect(handedIn(usual, ran('one', 'call', 1))).toBe('outcome');
  expect(handedIn(usual, ran('other', 'another call', 1))).toBe('calls');
});
