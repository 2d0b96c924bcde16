// Edits of who gives and who gets SOL: any recipient, an empty purse, balances at the edge of the rent exemption.
import fc from 'fast-check';
import type { InvokeData } from '../../../spec/plan';
import { CALLERS, PAYER_COUNT, TREE_COUNT, type KeyRole } from '../../../spec/world';
import { withAccountBefore, type Edit, type Mutation } from '../../edit';
import { targetOf, withData } from '../../scenario';
import { both, DECOMPRESSING, drawn, fixed, payerOf, recipient, RENT_EXEMPT, wallet } from './parts';

/** Everything goes into one output, and is compressed. */
const compressAll = (lamports: bigint): Mutation => {
  return (scenario) =>
    withData(scenario, ({ outputs }) => ({
      outputs: outputs.map((output, at) => ({ ...output, lamports: at === 0 ? lamports : 0n })),
      compressOrDecompressLamports: lamports,
    }));
};

/** The invocation's fee payer has just so much; another one pays for the transaction. */
const payerWith = (lamports: bigint): Mutation => {
  return (scenario) => {
    const key = payerOf(scenario);
    const other: KeyRole = key === 'payer:0' ? 'payer:1' : 'payer:0';
    const patched = withAccountBefore({ key, lamports })(scenario);
    const transactions = patched.plan.transactions.map((transaction) => ({
      ...transaction,
      feePayer: other,
    }));
    return { ...patched, plan: { ...patched.plan, transactions } };
  };
};

const PURSE = 2_000_000_000n;

const number = fc.integer({ min: 1, max: TREE_COUNT });

/** Where SOL may go: wallets, payers, trees, queues, contexts; an account that does not exist yet gets enough to. */
const anybody: fc.Arbitrary<KeyRole> = fc.oneof(
  wallet,
  fc.nat(PAYER_COUNT - 1).map((n): KeyRole => `payer:${n}`),
  number.map((n): KeyRole => `tree:${n}`),
  number.map((n): KeyRole => `queue:${n}`),
  number.map((n): KeyRole => `context:${n}`),
);
const toNewAccount: Mutation = (scenario) =>
  (targetOf(scenario).data.compressOrDecompressLamports ?? 0n) >= RENT_EXEMPT
    ? recipient('fresh:1')(scenario)
    : recipient('wallet:1')(scenario);
const toPayer: Mutation = (scenario) => recipient(payerOf(scenario))(scenario);

/** One that does not run: the runtime takes the writable flag off those that do. */
const otherProgram: Mutation = (scenario) => {
  const { caller, through } = targetOf(scenario);
  const idle = CALLERS.find((name) => name !== caller && !through.includes(name));
  return recipient(idle === undefined ? 'noop' : `program:${idle}`)(scenario);
};

/** What is compressed and decompressed again becomes so little. */
const scaled = (lamports: bigint): Mutation => {
  const data = (before: InvokeData): Partial<InvokeData> => ({
    inputs: before.inputs.map((input, at) => ({ ...input, lamports: at === 0 ? lamports : 0n })),
    outputs: before.outputs.map((output, at) => ({
      ...output,
      lamports: before.inputs.length === 0 && at === 0 ? lamports : 0n,
    })),
    compressOrDecompressLamports: lamports,
  });
  return (scenario) => {
    const transactions = scenario.plan.transactions.map((transaction) => ({
      ...transaction,
      instructions: transaction.instructions.map((item) =>
        item.kind === 'invocation' ? { ...item, data: { ...item.data, ...data(item.data) } } : item,
      ),
    }));
    return { ...scenario, plan: { ...scenario.plan, transactions } };
  };
};

const little = fc.oneof(
  fc.constantFrom(1n, RENT_EXEMPT - 1n),
  fc.integer({ min: 1, max: Number(RENT_EXEMPT) - 1 }).map(BigInt),
);

export const BALANCE_EDITS: readonly Edit[] = [
  drawn('any-recipient', DECOMPRESSING, anybody.map(recipient)),
  fixed('any-recipient', DECOMPRESSING, toPayer, toNewAccount),
  drawn('payer-can-pay', ['sol-compress'], fc.constantFrom(1n << 62n, 1n << 63n).map(compressAll)),
  drawn(
    'payer-can-pay',
    ['sol-compress'],
    fc
      .constantFrom(1n, 5_000n, 1_000_000_000n)
      .map((more) => both(payerWith(PURSE), compressAll(PURSE + more))),
  ),
  fixed('recipient-is-pool', DECOMPRESSING, recipient('sol-pool')),
  fixed('recipient-is-program', DECOMPRESSING, recipient('noop'), otherProgram),
  drawn(
    'left-below-rent',
    ['sol-decompress'],
    little.map((lamports) => both(scaled(lamports), recipient('fresh:1'))),
  ),
  drawn(
    'left-below-rent',
    ['sol-compress'],
    fc
      .constantFrom(60_000n, 100_000n, RENT_EXEMPT - 1n)
      .map((left) => both(payerWith(PURSE), compressAll(PURSE - left))),
  ),
  drawn(
    'left-below-rent',
    ['sol-compress'],
    little.map((lamports) =>
      both(withAccountBefore({ key: 'sol-pool', lamports: 0n }), compressAll(lamports)),
    ),
  ),
];
