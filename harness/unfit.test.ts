// Tests that what does not fit a transaction's fields is told as the plan's fault, and nothing else is.
import { InputError } from '../programs/errors';
import type { Plan } from '../spec/plan';
import { addressOf } from './keys';
import { invocation, meta, transaction } from './testing';
import { unfit } from './unfit';
import { encodeTransaction } from './wire/transaction';

const encode =
  (...planned: Parameters<typeof transaction>) =>
  () =>
    encodeTransaction(transaction(...planned), () => undefined);

/** A plan that has this number. */
const planWith = (number: number | bigint): Plan => ({
  accounts: [],
  transactions: [{ ...transaction(invocation({})), computeUnitPrice: BigInt(number) }],
});

const thrownBy = (work: () => unknown, plan: Plan): unknown => {
  try {
    return work();
  } catch (error) {
    return unfit(error, plan);
  }
};

describe('a plan that no transaction can say', () => {
  it('names a number that does not fit its field', () => {
    const error = thrownBy(() => Buffer.alloc(4).writeUInt32LE(2 ** 40), planWith(2 ** 40));
    expect(error).toBeInstanceOf(InputError);
    expect((error as Error).message).toBe(
      "The plan has the number 1099511627776 where the transaction's field must be >= 0 and <= 4294967295: correct the plan.",
    );
  });

  it('names a number of more than 64 bits without what TypeScript writes behind it', () => {
    const error = thrownBy(() => Buffer.alloc(8).writeBigUInt64LE(2n ** 64n), planWith(2n ** 64n));
    expect((error as Error).message).toMatch(/^The plan has the number 18446744073709551616 where/);
  });

  it('has that number: one that it does not have is a mistake of our encoders, and nobody is told to correct the plan', () => {
    const error = thrownBy(() => Buffer.alloc(1).writeUInt8(-1), planWith(7));
    expect(error).toMatchObject({ name: 'RangeError' });
  });

  it.each([
    ['reading behind the end', () => Buffer.alloc(2).readUInt32LE(4)],
    ['a list of no length', () => new Array(-1)],
    ['an error of another kind', () => addressOf('unknown:0' as never)],
  ])('is not what %s means', (_, work) => {
    let thrown: unknown;
    try {
      work();
    } catch (error) {
      thrown = error;
    }
    expect(unfit(thrown, planWith(4))).toBe(thrown);
  });

  it('says how many accounts are too many for a call', () => {
    const accounts = Array.from({ length: 300 }, () => meta('noop'));
    expect(encode({ ...invocation({}), accounts })).toThrow(
      'The plan has a call with 300 accounts, but the calling program takes 255: plan fewer.',
    );
  });

  it('says how many accounts are too many for a message', () => {
    const crowd = Array.from({ length: 300 }, (_, i) => meta(`wallet:${i}`));
    const calls = [0, 100, 200].map((at) => ({ ...invocation({}), accounts: crowd.slice(at, at + 100) }));
    expect(encode(...calls)).toThrow(
      /^The plan has a transaction with 3\d\d accounts, but a message can name 256/,
    );
  });
});
