// What may be handed on as the hash of a transaction, by the instruction that executes and by what it is asked.
import type { WorldFacts } from '../spec/facts';
import { NO_HASH, type Handed } from '../spec/handed';
import type { Hex } from '../spec/plan';
import { effectRule } from './areas';
import { transactionHashOf } from './handed';
import type { Step } from './step';
import type { View } from './view';

/** 32 bytes each: what the documents allow, and what was always seen. */
type TransactionHashes = { readonly allowed: readonly Hex[]; readonly seen: Hex };

const canBeAsked = ({ instruction }: View): boolean =>
  instruction !== 'InvokeCpi' && instruction !== 'Invoke';

const ruleOf = (view: View, spends: boolean): string =>
  effectRule(view, !canBeAsked(view) || spends ? 'transaction-hash' : 'transaction-hash-of-outputs');

/** InvokeCpi and Invoke cannot be asked for one: none is as good. Their siblings make one where it is asked for. */
export const hashesOf = ({ view, holds }: Step, handed: Handed, facts: WorldFacts): TransactionHashes => {
  const isAsked = view.data.withTransactionHash === true;
  if (!isAsked && canBeAsked(view))
    return { allowed: [holds(effectRule(view, 'transaction-hash-unasked')) ? NO_HASH : ''], seen: NO_HASH };
  const spends = view.combined.inputs.length > 0;
  const made = transactionHashOf(handed, facts);
  const without = isAsked && !spends ? NO_HASH : ''; // what a model without the rule says
  const documented = holds(ruleOf(view, spends)) ? made : without;
  return { allowed: isAsked ? [documented] : [documented, NO_HASH], seen: spends ? made : NO_HASH };
};
