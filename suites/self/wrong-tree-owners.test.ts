// Programs that overlook for which program an address tree or a queue is are caught, be it in eight bytes of its id only.
import { redIn, type Bytes } from './changed-bytes';

const NOTHING = '0500000000000000';
/** Of sixty cases; one in five has its id in the bytes that the program does not copy. */
const OFTEN = 5;
const RULE = 'codes/invoke-cpi/address-tree-of-one-program';

/** Where the id of the program that a batched address tree is for is copied, eight bytes each. */
const COPIED = [0x22540, 0x22548, 0x22550, 0x22558];
const without = (places: readonly number[]): Bytes =>
  Object.fromEntries(places.map((place) => [place, NOTHING]));

describe('The program that an address tree is for', () => {
  it('is asked for by the published program', async () => {
    expect(await redIn(RULE, 'systemProgram', {})).toBe(0);
  });

  test.each(COPIED.map((place, word) => [word, place] as const))(
    'is noticed to be overlooked in word %i of its id',
    async (_word, place) => {
      expect(await redIn(RULE, 'systemProgram', without([place]), { enough: OFTEN })).toBeGreaterThanOrEqual(
        OFTEN,
      );
    },
  );

  it('is noticed to be overlooked altogether', async () => {
    expect(
      await redIn(RULE, 'systemProgram', without(COPIED), { enough: 10 * OFTEN }),
    ).toBeGreaterThanOrEqual(10 * OFTEN);
  });
});
