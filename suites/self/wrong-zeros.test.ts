// Programs that take zeros for nothing are caught: an output of a context whose discriminator, data hash or data are all zeros.
import type { StoredOutput } from '../../spec/context-state';
import type { AccountData } from '../../spec/plan';
import { lying, type Lie } from './effect-lies';
import { realPrograms } from './real-programs';
import { casesOf, OFTEN } from './overlooking';

const CASES = 150;

const isZero = (hex: string): boolean => /^0+$/.test(hex);

/** Of what a context holds, the outputs with such data have none. */
const losing =
  (isNothing: (data: AccountData) => boolean): Lie =>
  ({ contexts }) => {
    const kept = (output: StoredOutput): StoredOutput =>
      output.data !== null && isNothing(output.data) ? { ...output, data: null } : output;
    return {
      contexts: new Map(
        [...contexts].map(([key, found]) => [
          key,
          { ...found, state: { ...found.state, outputs: found.state.outputs.map(kept) } },
        ]),
      ),
    };
  };

const LIES: readonly (readonly [title: string, lie: Lie])[] = [
  ['discriminator', losing(({ discriminator }) => isZero(discriminator))],
  ['data hash', losing(({ dataHash }) => isZero(dataHash))],
  ['data', losing(({ bytes }) => bytes.length > 0 && bytes.fill === 0)],
];

describe('A program that loses an output with zeros as its', () => {
  const real = realPrograms();

  describe.each(LIES)('%s is caught', (_title, lie) => {
    test.each(['effects/first-set-stores', 'effects/set-appends'])('by %s', async (rule) => {
      const asked = { id: rule, verdict: 'wrong-effect', cases: CASES } as const;
      expect(await casesOf(real(), asked)).toBe(0);
      expect(await casesOf(lying(real(), lie), asked)).toBeGreaterThanOrEqual(OFTEN);
    });
  });
});
