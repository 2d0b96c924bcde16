// Tests of what tells a transfer to a program from any other.
import fc from 'fast-check';
import { valid } from '../../generators/valid';
import { slotIndexOf } from '../../spec/layouts';
import type { Plan } from '../../spec/plan';
import type { KeyRole } from '../../spec/world';
import { givesToPrograms } from './towards-programs';

const plan = (): Plan => {
  const [drawn] = fc.sample(valid(new Set(), ['decompress']), { seed: 1, numRuns: 1 });
  if (drawn === undefined) throw new Error('Nothing was drawn.');
  return drawn.plan;
};

const withRecipient = (key: KeyRole): Plan => ({
  ...plan(),
  transactions: plan().transactions.map((transaction) => ({
    ...transaction,
    instructions: transaction.instructions.map((item) => {
      if (item.kind !== 'invocation') return item;
      const at = slotIndexOf(item, 'decompression_recipient');
      return { ...item, accounts: item.accounts.map((meta, i) => (i === at ? { ...meta, key } : meta)) };
    }),
  })),
});

it('sees a program in the place of a recipient, and takes no wallet for one', () => {
  expect(givesToPrograms(withRecipient('noop'))).toBe(true);
  expect(givesToPrograms(withRecipient('program:B'))).toBe(true);
  expect(givesToPrograms(withRecipient('wallet:1'))).toBe(false);
});
