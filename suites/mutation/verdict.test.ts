// Tests of when lost twins would take a rule below its floor.
import { isStarved } from './verdict';

it.each([
  [1, 1, false],
  [1, 8, false],
  [2, 8, true],
  [1, 60, false],
  [2, 60, true],
  [10, 310, false],
  [11, 310, true],
])('%i lost twins among %i cases of a claim: %j', (lost, cases, starved) => {
  expect(isStarved(lost, cases)).toBe(starved);
});
