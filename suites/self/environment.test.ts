// Tests that what the environment says is refused where no run would be as asked, in the command line's words.
import { chosenIn } from '../environment';

describe('the environment of a suite', () => {
  it('chooses version, cases and seed', () => {
    expect(chosenIn({})).toEqual({ version: '0.28.3', cases: 30, fewerCases: 15, seed: 1 });
    const asked = { CONFORM_VERSION: '0.28.1', CONFORM_CASES: '310', CONFORM_SEED: '-7' };
    expect(chosenIn(asked)).toEqual({ version: '0.28.1', cases: 310, fewerCases: 310, seed: -7 });
  });

  it.each(['1.5', 'abc', '0', '-1', '', '1000001'])('is refused with %j cases', (text) => {
    expect(() => chosenIn({ CONFORM_CASES: text })).toThrow(
      `CONFORM_CASES must be a whole number from 1 to 1000000, but is "${text}".`,
    );
  });

  it.each(['9.9.9', '', 'all', 'toString'])('is refused with the version %j', (text) => {
    expect(() => chosenIn({ CONFORM_VERSION: text })).toThrow(
      `There is no pinned version "${text}": choose one of 0.28.3, `,
    );
  });

  it.each(['abc', '99999999999', '0x10'])('is refused with the seed %j', (text) => {
    expect(() => chosenIn({ CONFORM_SEED: text })).toThrow(
      `CONFORM_SEED must be a whole number from -2147483648 to 2147483647, but is "${text}".`,
    );
  });
});
