// When a call by the token program, or one that executes what it has written, exercises a rule about it.
import type { StoredInput } from '../../spec/outcome';
import type { TokenTransfer } from '../../spec/token';
import type { Check, Checks } from '../check';
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

const spendsAgain: Check = (view) => {
  const inputs = tokensIn(view);
  return isTwice(inputs) || inputs.some((input) => leafOf(view, input)?.spent === true);
};

const spendsAnother: Check = (view) =>
  tokensIn(view).some((input) => leafOf(view, input)?.spent !== true && !isSpendable(view, input));

export const TOKEN_CHECKS: Checks = {
  'token/mint-to': ({ token }) => token?.name === 'mint-to',
  'token/amounts': ({ token }) =>
    token?.name === 'mint-to' || (token?.name === 'transfer' && token.move !== null),
  'token/transfer': isTransfer(({ outputs }) => outputs.length > 0),
  'token/compress': isTransfer(({ move }) => move?.direction === 'compress'),
  'token/decompress': isTransfer(({ move }) => move?.direction === 'decompress'),
  'token/begins-context': isTransfer((_, { mode }) => mode === 'first-set'),
  'token/joins-context': isTransfer((_, view) => view.mode === 'set' && holdsSomething(view)),
  'token/executes-context': isTransfer((_, view) => view.mode === 'execute' && holdsSomething(view)),
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
