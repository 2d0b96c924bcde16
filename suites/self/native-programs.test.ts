// A native program stands in a slot as nobody could write it: a call that asks for more ends before the program under test.
import fc from 'fast-check';
import { breaking } from '../../generators/breaking';
import type { AccountMeta, Plan } from '../../spec/plan';

const CASES = 1000;
const SLOTS = ['registered-program-pda', 'account-compression-authority'];
const IDENTITIES = ['accounts', 'invoke'].flatMap((area) => SLOTS.map((slot) => `${area}/${slot}-identity`));

const metasOf = ({ transactions }: Plan): readonly AccountMeta[] =>
  transactions.flatMap(({ instructions }) =>
    instructions.flatMap((item) => (item.kind === 'invocation' ? item.accounts : [])),
  );

describe('Without fences', () => {
  test.each(IDENTITIES)('%s is broken without a native program that is passed on as writable', (rule) => {
    const cases = fc.sample(breaking(rule, new Set<string>()), { seed: 3, numRuns: CASES });
    const native = cases.flatMap(({ plan }) => metasOf(plan)).filter(({ key }) => key === 'solana-system');
    expect(native.length).toBeGreaterThan(0);
    expect(native.filter(({ writable }) => writable)).toEqual([]);
  });
});
