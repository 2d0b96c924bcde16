// Valid plans of Invoke: accounts created, spent by index, split and merged, SOL in and out, outputs in v1 trees.
import fc from 'fast-check';
import type { Invocation } from '../../spec/plan';
import { TREE_COUNT, V1_TREE_COUNT, type KeyRole } from '../../spec/world';
import { partsOf, sumOf } from '../invoke/amounts';
import { bareInput, bareOutput, invoke, type Bare, type InvokeSetting } from '../invoke/invocation';
import { invokeSetting } from '../invoke/settings';
import { transactionOf } from '../invocation';
import type { Scenario, ScenarioKind } from '../scenario';
import type { Fences } from '../settings';
import { movedLamports, payer, wallet } from '../values';

/** Wallets, payers and PDAs; a program too, since an account without data belongs to anybody. */
const owner: fc.Arbitrary<KeyRole> = fc.oneof(
  { weight: 4, arbitrary: wallet },
  { weight: 2, arbitrary: payer },
  { weight: 1, arbitrary: fc.constantFrom<KeyRole>('pda:A:vault', 'authority:B', 'program:C') },
);
const owners = (minLength: number, maxLength: number) => fc.array(owner, { minLength, maxLength });

/** The last invocation is the target, in a transaction of its own. */
const planOf = (
  kind: ScenarioKind,
  { payer: pays }: InvokeSetting,
  all: readonly Invocation[],
): Scenario => ({
  kind,
  plan: { accounts: [], transactions: all.map((one) => transactionOf(pays, one)) },
  target: { transaction: all.length - 1, instruction: 0 },
});

const creating = (where: InvokeSetting, bare: readonly Bare[]): Invocation => {
  const total = sumOf(bare.map(({ lamports }) => lamports));
  const outputs = bare.map((one) => bareOutput(one, where));
  return total === 0n
    ? invoke({ setting: where, data: { outputs } })
    : invoke({
        setting: where,
        sol: { recipient: null },
        data: { outputs, compressOrDecompressLamports: total, isCompress: true },
      });
};

const createIn = (
  kind: ScenarioKind,
  settings: fc.Arbitrary<InvokeSetting>,
  maxLength: number,
): fc.Arbitrary<Scenario> =>
  fc.record({ where: settings, by: owners(1, maxLength) }).map(({ where, by }) =>
    planOf(kind, where, [
      creating(
        where,
        by.map((each) => ({ owner: each, lamports: 0n })),
      ),
    ]),
  );

/** Accounts without lamports, for anybody. */
export const invokeCreate = (fences: Fences): fc.Arbitrary<Scenario> =>
  createIn('invoke-create', invokeSetting(fences), 4);

const v1Tree = fc.integer({ min: TREE_COUNT + 1, max: TREE_COUNT + V1_TREE_COUNT });

/** The same in a v1 state tree. */
export const invokeV1 = (fences: Fences): fc.Arbitrary<Scenario> => {
  const settings = fc.tuple(invokeSetting(fences), v1Tree).map(([where, tree]) => ({ ...where, tree }));
  return createIn('invoke-v1', settings, 3);
};

const cuts = (maxLength: number) => fc.array(fc.nat(100), { maxLength });

/** SOL compressed into one account or several. */
export const invokeCompress = (fences: Fences): fc.Arbitrary<Scenario> =>
  fc
    .record({ where: invokeSetting(fences), lamports: movedLamports, at: cuts(2), by: owners(3, 3) })
    .map(({ where, lamports, at, by }) => {
      const parts = partsOf(lamports, at);
      const bare = parts.map((part, position) => ({ owner: by[position] ?? 'wallet:0', lamports: part }));
      return planOf('invoke-compress', where, [creating(where, bare)]);
    });

type Held = { readonly lamports: bigint; readonly spend: boolean };

/** One account may hold more lamports than four bytes say: a payer cannot pay many such. */
const heldWith = (lamports: fc.Arbitrary<bigint>) =>
  fc.record({ lamports: fc.oneof(fc.constant(0n), lamports), spend: fc.boolean() });
const little = fc.integer({ min: 1, max: 1_000_000_000 }).map(BigInt);

const held: fc.Arbitrary<readonly Held[]> = fc
  .tuple(heldWith(movedLamports), fc.array(heldWith(little), { maxLength: 2 }))
  .map(([first, others]) => [first, ...others]);

const owned = (where: InvokeSetting, accounts: readonly Held[]): readonly Bare[] =>
  accounts.map(({ lamports }) => ({ owner: where.authority, lamports }));

/** The first one at least. */
const inputsOf = (where: InvokeSetting, accounts: readonly Held[]) =>
  owned(where, accounts).flatMap((bare, offset) =>
    offset === 0 || accounts[offset]?.spend === true ? [bareInput(bare, offset)] : [],
  );

/** Accounts of the authority spent by index: passed on, split, merged, or closed where they hold nothing. */
export const invokeSpend = (fences: Fences): fc.Arbitrary<Scenario> =>
  fc
    .record({
      where: invokeSetting(fences),
      accounts: held,
      at: cuts(2),
      by: owners(3, 3),
      close: fc.boolean(),
    })
    .map(({ where, accounts, at, by, close }) => {
      const inputs = inputsOf(where, accounts);
      const total = sumOf(inputs.map(({ lamports }) => lamports));
      const parts = total === 0n && close ? [] : partsOf(total, at);
      const bare = parts.map((lamports, position) => ({ owner: by[position] ?? 'wallet:0', lamports }));
      const outputs = bare.map((one) => bareOutput(one, where));
      const spend = invoke({ setting: where, data: { inputs, outputs } });
      return planOf('invoke-spend', where, [creating(where, owned(where, accounts)), spend]);
    });

/** Other wallets stand in for wrong accounts elsewhere and must not be writable. */
const recipient = fc.constantFrom<KeyRole>('wallet:0', 'wallet:1');

/** SOL decompressed to a wallet, all of an account or a part. */
export const invokeDecompress = (fences: Fences): fc.Arbitrary<Scenario> =>
  fc
    .record({ where: invokeSetting(fences), lamports: movedLamports, kept: fc.nat(99), recipient })
    .map(({ where, lamports, kept, recipient: to }) => {
      const before: Bare = { owner: where.authority, lamports };
      const rest = (lamports * BigInt(kept)) / 100n;
      const change = rest === 0n ? [] : [bareOutput({ ...before, lamports: rest }, where)];
      const data = {
        inputs: [bareInput(before, 0)],
        outputs: change,
        compressOrDecompressLamports: lamports - rest,
      };
      const take = invoke({ setting: where, sol: { recipient: to }, data });
      return planOf('invoke-decompress', where, [creating(where, [before]), take]);
    });
