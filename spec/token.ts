// Instructions of the compressed-token program, a caller that is none of ours, and what of SPL Token stands below it.
import type { AccountMeta, CpiContextFlags, Hex } from './plan';
import type { KeyRole } from './world';

/**
 * How an account of the token program is marked and its amount hashed.
 * - plain: discriminator 2, the amount's bytes as they are stored, the lowest first.
 * - marked-2, marked-3: discriminator 2 or 3, the highest byte first.
 */
export type TokenForm = 'plain' | 'marked-2' | 'marked-3';

/** That many tokens for an owner. */
export type TokenShare = { readonly owner: KeyRole; readonly amount: bigint };

/** A compressed token account to spend; indices point into the remaining accounts. */
export type TokenInput = {
  readonly amount: bigint;
  /** Relative to the queue's next index before the plan's first transaction; of a v1 tree, which begins empty, the leaf. */
  readonly leafOffset: number;
  readonly treeIndex: number;
  readonly queueIndex: number;
  /** The root of a v1 tree under which a proof shows the leaf; left out, the leaf is spent by its index. */
  readonly rootIndex?: number;
};
export type TokenOutput = TokenShare & { readonly treeIndex: number };

/** SPL tokens that a transfer takes in from an account of SPL Token, or lets out to it. */
export type TokenMove = {
  readonly amount: bigint;
  readonly account: KeyRole;
  readonly direction: 'compress' | 'decompress';
};

/**
 * - create-mint: SPL Token makes an account of 82 bytes a mint.
 * - open-account: SPL Token makes an account of 165 bytes one that holds tokens.
 * - mint-spl: SPL Token mints to such an account.
 * - create-pool: the token program makes the account that holds what is compressed.
 * - mint-to: mints to the pool, and as many compressed tokens to each owner.
 * - transfer: spends compressed tokens and creates others; with `move`, SPL tokens go in or out besides.
 */
export type TokenStep =
  | { readonly name: 'create-mint'; readonly mint: KeyRole; readonly authority: KeyRole }
  | {
      readonly name: 'open-account';
      readonly mint: KeyRole;
      readonly account: KeyRole;
      readonly owner: KeyRole;
    }
  | {
      readonly name: 'mint-spl';
      readonly mint: KeyRole;
      readonly account: KeyRole;
      readonly authority: KeyRole;
      readonly amount: bigint;
    }
  | { readonly name: 'create-pool'; readonly payer: KeyRole; readonly mint: KeyRole }
  | TokenMintTo
  | TokenTransfer;

export type TokenMintTo = {
  readonly name: 'mint-to';
  readonly payer: KeyRole;
  readonly authority: KeyRole;
  readonly mint: KeyRole;
  /** What takes the outputs: a v2 queue, or a v1 tree. */
  readonly target: KeyRole;
  readonly shares: readonly TokenShare[];
};

export type TokenTransfer = {
  readonly name: 'transfer';
  readonly payer: KeyRole;
  /** Signs, and is taken for the owner of all inputs. */
  readonly owner: KeyRole;
  readonly mint: KeyRole;
  readonly inputs: readonly TokenInput[];
  readonly outputs: readonly TokenOutput[];
  readonly move: TokenMove | null;
  /** 128 bytes; left out, none. */
  readonly proof?: Hex;
  /** `index` points into the remaining accounts, where the context stands behind trees and queues. */
  readonly cpiContext: CpiContextFlags | null;
  readonly remaining: readonly AccountMeta[];
};

/** An instruction of the transaction. */
export type TokenInstruction = { readonly kind: 'token' } & TokenStep;

/** The account that holds the compressed tokens of `mint:1` is `pool:1`. */
export const poolOf = (mint: KeyRole): KeyRole => mint.replace('mint:', 'pool:') as KeyRole;

const meta = (key: KeyRole, signer: boolean, writable: boolean): AccountMeta => ({ key, signer, writable });

/** The accounts that an instruction makes sign or writable, with these flags; what it only reads is left out. */
export const grantedTo = (step: TokenStep): readonly AccountMeta[] => {
  switch (step.name) {
    case 'create-mint':
      return [meta(step.mint, false, true)];
    case 'open-account':
      return [meta(step.account, false, true)];
    case 'mint-spl':
      return [
        meta(step.mint, false, true),
        meta(step.account, false, true),
        meta(step.authority, true, false),
      ];
    case 'create-pool':
      return [
        meta(step.payer, true, true),
        ...[step.mint, poolOf(step.mint)].map((key) => meta(key, false, true)),
      ];
    case 'mint-to':
      return [
        meta(step.payer, true, true),
        meta(step.authority, true, false),
        ...[step.mint, poolOf(step.mint), step.target].map((key) => meta(key, false, true)),
      ];
    case 'transfer': {
      const moved = step.move === null ? [] : [poolOf(step.mint), step.move.account];
      const own = [meta(step.payer, true, true), meta(step.owner, true, false)];
      return [...own, ...moved.map((key) => meta(key, false, true)), ...step.remaining];
    }
  }
};

/** The context that a transfer names; null where it names none. */
export const contextOfTransfer = ({ cpiContext, remaining }: TokenTransfer): KeyRole | null =>
  cpiContext === null ? null : (remaining[cpiContext.index]?.key ?? null);

/** Bytes of a mint, and of an account that holds tokens (SPL Token). */
export const MINT_SIZE = 82;
export const TOKEN_ACCOUNT_SIZE = 165;
/** Lamports that exempt an account that holds tokens from rent. */
export const TOKEN_ACCOUNT_RENT = 2_039_280n;
