// When a call by the token program, or one that executes what it has written, exercises a rule about it.
import type { StoredInput } from '../../spec/context-state';
import type { TokenTransfer } from '../../spec/token';
import { isV1 } from '../../spec/world';
import type { Check, Checks } from '../check';
import { coveringProof, asksProofs, sameLeaf } from '../proofs';
import { surplus } from '../token/refusals';
import { slot, treeAt, type View } from '../view';
import { isEmpty, type Leaf } from '../world';
import { isSpendable } from './effects';

const transferIn = ({ token }: View): TokenTransfer | null => (token?.name === 'transfer' ? token : null);

const isTransfer =
  (check: (transfer: TokenTransfer, view: View) => boolean): Check =>
  (view) => {
    const transfer = transferIn(view);
    return transfer !== null && check(transfer, view);
  };

const holdsSomething = ({ context }: View): boolean => context !== null && !isEmpty(context.state);

const leafOf = (view: View, { treeIndex, leafOffset }: StoredInput): Leaf | undefined => {
  const tree = treeAt(view, treeIndex);
  return tree === undefined ? undefined : view.world.leaves.get(tree)?.[leafOffset];
};

/** Compressed tokens among what is executed. */
const tokensIn = ({ executes, combined }: View): readonly StoredInput[] =>
  executes ? combined.inputs.filter(({ owner }) => owner === 'program:token') : [];

const isTwice = (inputs: readonly StoredInput[]): boolean =>
  new Set(inputs.map(({ treeIndex, leafOffset }) => `${treeIndex}/${leafOffset}`)).size < inputs.length;

/** By their index; what a proof opens has rules of its own. */
const indexedTokens = (view: View): readonly StoredInput[] =>
  tokensIn(view).filter(({ proveByIndex }) => proveByIndex);

const spendsAgain: Check = (view) => {
  const inputs = indexedTokens(view);
  return isTwice(inputs) || inputs.some((input) => leafOf(view, input)?.spent === true);
};

/** Tokens among what is executed that no index proves. */
const provenTokens = (view: View): readonly StoredInput[] =>
  asksProofs(view) ? tokensIn(view).filter(({ proveByIndex }) => !proveByIndex) : [];
const hasProvenTokens: Check = (view) => provenTokens(view).length > 0;

const isOpened = (holds: (view: View) => boolean): Check => {
  return (view) => hasProvenTokens(view) && coveringProof(view) !== undefined && holds(view);
};

/** There is a proof, and it is not of what is executed; what is there and has been spent is another matter. */
const isUnproven: Check = (view) =>
  hasProvenTokens(view) && view.data.proof !== null && coveringProof(view) === undefined;

const isThere = (view: View, input: StoredInput): boolean => {
  const leaf = leafOf(view, input);
  return leaf !== undefined && sameLeaf(leaf, input);
};

const spendsByIndexOfV1: Check = (view) =>
  tokensIn(view).some(
    ({ proveByIndex, treeIndex }) => proveByIndex && isV1(view.remaining[treeIndex]?.key ?? 'noop'),
  );

const spendsAnother: Check = (view) =>
  indexedTokens(view).some((input) => leafOf(view, input)?.spent !== true && !isSpendable(view, input));

export const TOKEN_CHECKS: Checks = {
  'token/mint-to': ({ token }) => token?.name === 'mint-to',
  'token/amounts': ({ token }) =>
    token?.name === 'mint-to' || (token?.name === 'transfer' && token.move !== null),
  'token/transfer': isTransfer(({ outputs }) => outputs.length > 0),
  'token/compress': isTransfer(({ move }) => move?.direction === 'compress'),
  'token/decompress': isTransfer(({ move }) => move?.direction === 'decompress'),
  'token/begins-context': isTransfer(({ cpiContext }, { writes }) => writes && cpiContext?.firstSet === true),
  'token/joins-context': isTransfer((_, view) => view.mode === 'set' && holdsSomething(view)),
  'token/executes-context': isTransfer((_, view) => view.mode === 'execute' && holdsSomething(view)),
  'token/v1-spend': isOpened(({ mode }) => mode === 'none'),
  'token/v1-shared': isOpened(({ mode }) => mode === 'execute'),
  'token/v1-by-index': spendsByIndexOfV1,
  'token/v1-needs-proof': (view) => hasProvenTokens(view) && view.data.proof === null,
  'token/v1-other-proof': (view) => isUnproven(view) && provenTokens(view).every((one) => isThere(view, one)),
  'token/v1-only-what-is-there': (view) =>
    isUnproven(view) && provenTokens(view).some((one) => !isThere(view, one)),
  'token/v1-spent-once': (view) => provenTokens(view).some((one) => leafOf(view, one)?.spent === true),
  'token/moves-ahead': isTransfer(({ move }, { writes }) => move !== null && writes),
  'token/spent-once': spendsAgain,
  'token/only-what-is-there': spendsAnother,
  'token/fee-payer-mismatch': isTransfer(
    (_, view) =>
      (view.mode === 'set' || view.mode === 'execute') &&
      holdsSomething(view) &&
      view.context?.state.feePayer !== slot(view, 'fee_payer')?.key,
  ),
  'token/empty-context': isTransfer(
    (_, view) => view.mode === 'execute' && view.context !== null && isEmpty(view.context.state),
  ),
  'token/more-out-than-in': isTransfer((transfer) => surplus(transfer) < 0n),
  'token/less-out-than-in': isTransfer((transfer) => surplus(transfer) > 0n),
  'token/move-in-context': isTransfer(({ move }, { writes }) => move !== null && writes),
  'token/nothing-to-spend': isTransfer(({ inputs, move }) => inputs.length === 0 && move === null),
};
