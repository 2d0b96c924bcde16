// Where tokens are: a mint with its pool, an owner who holds compressed tokens in a v2 tree, and somebody to give them to.
import fc from 'fast-check';
import type { AccountBefore, AccountMeta, PlannedInstruction, PlannedTransaction } from '../../spec/plan';
import {
  MINT_SIZE,
  TOKEN_ACCOUNT_SIZE,
  type TokenInput,
  type TokenInstruction,
  type TokenMove,
  type TokenOutput,
  type TokenShare,
  type TokenStep,
  type TokenTransfer,
} from '../../spec/token';
import type { KeyRole } from '../../spec/world';
import { COMPUTE_UNITS, indicesOf, type FlagName, type Setting, FLAGS } from '../invocation';
import { wallet } from '../values';

export const MINT: KeyRole = 'mint:1';
export const ACCOUNT: KeyRole = 'tokens:1';

/** Who holds how much: `held[i]` is the leaf at offset i. */
export type Scene = {
  readonly where: Setting;
  readonly owner: KeyRole;
  readonly authority: KeyRole;
  readonly held: readonly bigint[];
};

const SMALL = 1000;
const LARGE = 1n << 61n;
/** Few tokens mostly, none now and then, and so many that four fit into 64 bits and five need not. */
export const amount: fc.Arbitrary<bigint> = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: SMALL }).map(BigInt) },
  { weight: 1, arbitrary: fc.constant(0n) },
  { weight: 1, arbitrary: fc.constantFrom((1n << 32n) - 1n, 1n << 32n, LARGE) },
);
export const something: fc.Arbitrary<bigint> = fc.integer({ min: 1, max: SMALL }).map(BigInt);

const MOST_HELD = 3;
/** The first holding is more than nothing. */
const holdings: fc.Arbitrary<readonly bigint[]> = fc
  .tuple(something, fc.array(amount, { maxLength: MOST_HELD - 1 }))
  .map(([first, more]) => [first, ...more]);

export const sceneIn = (setting: fc.Arbitrary<Setting>): fc.Arbitrary<Scene> =>
  fc.record({ where: setting, owner: wallet, authority: wallet, held: holdings });

export const token = (step: TokenStep): TokenInstruction => ({ kind: 'token', ...step });

/** A transaction that has all the compute units that it may have: hashing takes many. */
export const together = (
  feePayer: KeyRole,
  ...instructions: readonly PlannedInstruction[]
): PlannedTransaction => ({
  feePayer,
  computeUnitLimit: COMPUTE_UNITS,
  computeUnitPrice: null,
  instructions,
});

export const MINT_BEFORE: AccountBefore = { key: MINT, owner: 'spl-token', size: MINT_SIZE };
export const ACCOUNT_BEFORE: AccountBefore = { key: ACCOUNT, owner: 'spl-token', size: TOKEN_ACCOUNT_SIZE };

/** A mint and its pool. */
export const founding = ({ where, authority }: Scene): PlannedTransaction =>
  together(
    where.payer,
    token({ name: 'create-mint', mint: MINT, authority }),
    token({ name: 'create-pool', payer: where.payer, mint: MINT }),
  );

export const minting = (
  { where, authority }: Scene,
  target: KeyRole,
  shares: readonly TokenShare[],
): TokenInstruction => token({ name: 'mint-to', payer: where.payer, authority, mint: MINT, target, shares });

/** The owner's holdings, in the queue of the setting's tree. */
export const endowing = (scene: Scene): PlannedTransaction =>
  together(
    scene.where.payer,
    minting(
      scene,
      `queue:${scene.where.tree}`,
      scene.held.map((held) => ({ owner: scene.owner, amount: held })),
    ),
  );

/** An account of SPL Token with so many tokens for the owner. */
export const banking = ({ where, owner, authority }: Scene, held: bigint): PlannedTransaction =>
  together(
    where.payer,
    token({ name: 'open-account', mint: MINT, account: ACCOUNT, owner }),
    token({ name: 'mint-spl', mint: MINT, account: ACCOUNT, authority, amount: held }),
  );

/** Trees and queues in the order of the setting, then the context. */
const remainingIn = ({ tree, treeFirst, context }: Setting, flags: FlagName): readonly AccountMeta[] => {
  const writable = (key: KeyRole): AccountMeta => ({ key, signer: false, writable: true });
  const both = [writable(`queue:${tree}`), writable(`tree:${tree}`)];
  const named = flags === 'none' ? [] : [writable(context ?? `context:${tree}`)];
  return [...(treeFirst ? both.toReversed() : both), ...named];
};

const CONTEXT_AT = 2;

/** What is spent: the first `count` holdings. */
export const spent = ({ where, held }: Scene, count: number): readonly TokenInput[] => {
  const { queue, tree } = indicesOf(where);
  return held
    .slice(0, count)
    .map((each, leafOffset) => ({ amount: each, leafOffset, treeIndex: tree, queueIndex: queue }));
};

export const sum = (list: readonly { readonly amount: bigint }[]): bigint =>
  list.reduce((total, each) => total + each.amount, 0n);

/** Cuts off parts, as long as something is left; the rest is the last one's. */
export const shared = (total: bigint, wanted: readonly TokenShare[]): readonly TokenShare[] => {
  let left = total;
  return wanted.map(({ owner, amount: part }, position) => {
    const got = position === wanted.length - 1 || part > left ? left : part;
    left -= got;
    return { owner, amount: got };
  });
};

export const shares: fc.Arbitrary<readonly TokenShare[]> = fc.array(fc.record({ owner: wallet, amount }), {
  minLength: 1,
  maxLength: 3,
});

export type TransferDraft = {
  readonly count: number;
  readonly wanted: readonly TokenShare[];
  readonly move: TokenMove | null;
};
export const transferDraft: fc.Arbitrary<TransferDraft> = fc.record({
  count: fc.integer({ min: 1, max: MOST_HELD }),
  wanted: shares,
  move: fc.constant(null),
});

/** A transfer in which as much goes out as comes in. */
export const transferring = (
  scene: Scene,
  { count, wanted, move }: TransferDraft,
  flags: FlagName,
): { readonly kind: 'token' } & TokenTransfer => {
  const { where, owner } = scene;
  const inputs = spent(scene, count);
  const moved = move === null ? 0n : move.direction === 'compress' ? move.amount : -move.amount;
  const outputs = shared(sum(inputs) + moved, wanted).map((share): TokenOutput => ({
    ...share,
    treeIndex: indicesOf(where).queue,
  }));
  const cpiContext = FLAGS[flags];
  return {
    kind: 'token',
    name: 'transfer',
    payer: where.payer,
    owner,
    mint: MINT,
    inputs,
    outputs,
    move,
    cpiContext: cpiContext === null ? null : { ...cpiContext, index: CONTEXT_AT },
    remaining: remainingIn(where, flags),
  };
};
