// What sets a plan apart from its twin: a few differences are told, the others are counted.
import type { Plan } from '../../spec/plan';
import { differenceText } from './difference-text';

const planWith = (size: number, count: number): Plan => ({
  accounts: Array.from({ length: 6 }, (_, at) => ({ key: `wallet:${at}`, size: at < count ? size : 0 })),
  transactions: [],
});

it.each([
  [4, undefined],
  [5, 'and 1 more difference'],
  [6, 'and 2 more differences'],
])('of %i differences it says %p behind four', (count, last) => {
  const lines = differenceText(planWith(1, count), planWith(2, count));
  expect(lines[4]).toBe(last);
});
