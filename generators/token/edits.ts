// Edits about the token program: double spends, wrong amounts, owners, mints, sums and payers; and what every valid plan shows.
import fc from 'fast-check';
import { PAYER_COUNT, WALLET_COUNT, type KeyRole } from '../../spec/world';
import type { Edit, Mutation } from '../edit';
import { anyPosition, changedAt } from '../positions';
import { withInserted, type Scenario, type ScenarioKind } from '../scenario';
import { transferOf, withMinted, withMore, withTransactionAt, withTransfer } from './change';
import { PROVEN_EDITS } from './edits-proven';
import { writable } from '../proofs/calls';
import { ACCOUNT, MINT, together, token } from './scene';
import { apart } from './scenarios';

const ALONE: readonly ScenarioKind[] = ['token-transfer'];
const SHARED: readonly ScenarioKind[] = ['token-first', 'token-between', 'token-last'];
const JOINING: readonly ScenarioKind[] = ['token-between', 'token-last'];

const shown = (rule: string, kinds: readonly ScenarioKind[]): Edit => ({
  rule: `token/${rule}`,
  kinds,
  mutation: fc.constant((scenario) => scenario),
  isShown: true,
});

const sharing = (rule: string, kind: ScenarioKind): Edit => ({
  rule: `token/${rule}`,
  kinds: [kind],
  mutation: fc.constant((scenario) => scenario),
  twin: apart,
});

const edit = (rule: string, kinds: readonly ScenarioKind[], mutation: fc.Arbitrary<Mutation>): Edit => ({
  rule: `token/${rule}`,
  kinds,
  mutation,
});

const few = fc.integer({ min: 1, max: 1000 }).map(BigInt);

/** The same inputs once more, without a context, in a transaction of their own. */
const again: Mutation = (scenario) => {
  const { target, plan } = apart(scenario);
  const copy = plan.transactions[target.transaction]?.instructions[target.instruction];
  const payer = transferOf(scenario).payer;
  if (copy === undefined) return scenario;
  return withTransactionAt(scenario, scenario.plan.transactions.length, together(payer, copy));
};

/** The same before: then the target, or the execution of its context, comes too late. */
const before: Mutation = (scenario) => {
  const { target, plan } = apart(scenario);
  const copy = plan.transactions[target.transaction]?.instructions[target.instruction];
  if (copy === undefined) return scenario;
  return withInserted(scenario, target.transaction, together(transferOf(scenario).payer, copy));
};

/** One input twice in one transfer, with its tokens in an output. */
const twiceAtOnce = anyPosition.map((at): Mutation =>
  withTransfer(({ inputs, outputs }) => {
    const twice = inputs[at(inputs.length)];
    return twice === undefined
      ? {}
      : { inputs: [...inputs, twice], outputs: withMore(outputs, twice.amount) };
  }),
);

/** Another amount than the account has, and sums that agree. */
const otherAmount = fc.tuple(anyPosition, few).map(([at, more]): Mutation =>
  withTransfer(({ inputs, outputs }) => ({
    inputs: changedAt(inputs, at, ({ amount }) => ({ amount: amount + more })),
    outputs: withMore(outputs, more),
  })),
);

const lessThanThere: Mutation = withTransfer(({ inputs, outputs }) => {
  const given = outputs.find((output) => output.amount > 0n);
  const taken = inputs.find((input) => input.amount > 0n);
  if (given === undefined || taken === undefined) return {};
  return {
    inputs: inputs.map((input) => (input === taken ? { ...input, amount: input.amount - 1n } : input)),
    outputs: outputs.map((output) => (output === given ? { ...output, amount: output.amount - 1n } : output)),
  };
});

const nextOf = (key: KeyRole, kind: 'wallet' | 'payer', count: number): KeyRole =>
  `${kind}:${(Number(key.split(':')[1]) + 1) % count}`;

const otherOwner: Mutation = withTransfer(({ owner }) => ({ owner: nextOf(owner, 'wallet', WALLET_COUNT) }));
const otherMint: Mutation = withTransfer(() => ({ mint: 'mint:2' }));
const otherLeaf = fc
  .tuple(anyPosition, fc.integer({ min: 50, max: 60 }))
  .map(([at, leafOffset]): Mutation =>
    withTransfer(({ inputs }) => ({ inputs: changedAt(inputs, at, () => ({ leafOffset })) })),
  );

const otherPayer: Mutation = withTransfer(({ payer }) => ({ payer: nextOf(payer, 'payer', PAYER_COUNT) }));

/** Nobody else writes. */
const nobodyWrites: Mutation = (scenario) => {
  const transfer = transferOf(scenario);
  const { plan, target } = scenario;
  const setUp = plan.transactions.filter(({ instructions }) =>
    instructions.every((item) => item.kind === 'token' && item !== transfer),
  );
  return {
    ...scenario,
    plan: {
      ...plan,
      transactions: [
        ...setUp,
        together(plan.transactions[target.transaction]?.feePayer ?? transfer.payer, transfer),
      ],
    },
    target: { transaction: setUp.length, instruction: 0 },
  };
};

/** Nothing comes behind the target, so that its refusal is the plan's last. */
const last =
  (mutate: Mutation): Mutation =>
  (scenario) => {
    const changed = mutate(scenario);
    const { transaction, instruction } = changed.target;
    const transactions = changed.plan.transactions
      .slice(0, transaction + 1)
      .map((one, at) =>
        at === transaction ? { ...one, instructions: one.instructions.slice(0, instruction + 1) } : one,
      );
    return { ...changed, plan: { ...changed.plan, transactions } };
  };

const moreOut = few.map((more): Mutation =>
  withTransfer(({ outputs }) => ({ outputs: withMore(outputs, more) })),
);
const lessOut: Mutation = withTransfer(({ outputs }) => {
  const given = outputs.find((output) => output.amount > 0n);
  return {
    outputs: outputs.map((output) => (output === given ? { ...output, amount: output.amount - 1n } : output)),
  };
});

const hasBank = ({ plan }: Scenario): boolean =>
  plan.transactions.some(({ instructions }) =>
    instructions.some((item) => item.kind === 'token' && item.name === 'open-account'),
  );

const BANK_AT = 1;
/** An account with SPL tokens, so that nothing else is wrong with a move. */
const withBank: Mutation = (scenario) => {
  if (hasBank(scenario)) return scenario;
  const { owner, payer } = transferOf(scenario);
  const founded = scenario.plan.transactions[0]?.instructions[0];
  const authority = founded?.kind === 'token' && founded.name === 'create-mint' ? founded.authority : owner;
  return withInserted(
    scenario,
    BANK_AT,
    together(
      payer,
      token({ name: 'open-account', mint: MINT, account: ACCOUNT, owner }),
      token({ name: 'mint-spl', mint: MINT, account: ACCOUNT, authority, amount: 1_000_000n }),
    ),
  );
};
const compressing = few.map((more): Mutation =>
  withTransfer(({ outputs }) => ({
    move: { amount: more, account: ACCOUNT, direction: 'compress' },
    outputs: withMore(outputs, more),
  })),
);

/** The tokens lie in a v1 tree, and are spent by their index all the same. */
const inV1Tree = fc.constantFrom<KeyRole>('tree:6', 'tree:7').map((tree): Mutation => (scenario) => {
  const remaining = [tree, tree.replace('tree', 'queue') as KeyRole].map((key) => writable(key));
  const moved = withTransfer(({ inputs, outputs }) => ({
    inputs: inputs.map((input) => ({ ...input, treeIndex: 0, queueIndex: 1 })),
    outputs: outputs.map((output) => ({ ...output, treeIndex: 0 })),
    remaining,
  }))(scenario);
  return withMinted(moved, tree);
});

export const TOKEN_EDITS: readonly Edit[] = [
  shown('mint-to', ['token-mint']),
  shown('transfer', ALONE),
  shown('compress', ['token-compress']),
  shown('moves-ahead', ['token-move-written']),
  shown('decompress', ['token-decompress']),
  shown('amounts', ['token-mint', 'token-compress', 'token-decompress']),
  sharing('begins-context', 'token-first'),
  sharing('joins-context', 'token-between'),
  sharing('executes-context', 'token-last'),
  edit('spent-once', [...ALONE, ...SHARED], fc.constant(again)),
  edit('spent-once', [...ALONE, ...SHARED], fc.constant(before)),
  edit('spent-once', [...ALONE, ...SHARED], twiceAtOnce),
  edit(
    'only-what-is-there',
    [...ALONE, ...SHARED],
    fc.oneof(otherAmount, otherLeaf, fc.constantFrom(lessThanThere, otherOwner)),
  ),
  // Alone: that mint has no pool that tokens could move to or from.
  { ...edit('only-what-is-there', [...ALONE, ...SHARED], fc.constant(otherMint)), isAlone: true },
  edit('v1-by-index', ALONE, inV1Tree.map(last)),
  edit('fee-payer-mismatch', JOINING, fc.constant(otherPayer)),
  edit('empty-context', ['token-last'], fc.constant(nobodyWrites)),
  edit('more-out-than-in', [...ALONE, ...SHARED], moreOut.map(last)),
  edit('less-out-than-in', [...ALONE, ...SHARED], fc.constant(last(lessOut))),
  { ...edit('move-in-context', ['token-first', 'token-between'], compressing.map(last)), prepare: withBank },
  edit(
    'nothing-to-spend',
    [...ALONE, ...SHARED],
    fc.constant(last(withTransfer(() => ({ inputs: [], outputs: [], move: null })))),
  ),
  ...PROVEN_EDITS,
];
