// Witnesses of a baseline are those of what its entries say.
import { readFileSync } from 'node:fs';
import type { Baseline, BaselineEntry } from '../spec/result';
import { namedWitnesses } from './known-witnesses';

const baseline = JSON.parse(readFileSync('baselines/0.28.3.json', 'utf8')) as Baseline;
const entry = (): BaselineEntry => {
  const first = baseline.deviations.find(({ witness }) => witness !== null);
  if (first === undefined) throw new Error('No entry has a witness.');
  return first;
};
const witnessesOf = (deviation: BaselineEntry): ReturnType<typeof namedWitnesses> =>
  namedWitnesses({ ...baseline, deviations: [deviation] }, 'baselines');

describe('A witness of a baseline', () => {
  it('is read where it shows what its entry says; an entry without one has none', () => {
    expect(witnessesOf(entry())).toHaveLength(1);
    expect(witnessesOf({ ...entry(), witness: null })).toEqual([]);
  });

  test.each(['rule', 'verdict', 'expected', 'observed'] as const)('is refused for another %s', (field) => {
    const other = { ...entry(), [field]: 'something-else' } as BaselineEntry;
    expect(() => witnessesOf(other)).toThrow(
      new RegExp(`\\.json has ".*" for ${field}, and the entry of .* that names it "something-else": name `),
    );
  });
});
