// Edits of everything around a proof: other programs, another tree, other leaves before, the same once more.
import fc from 'fast-check';
import type { OutputAccount } from '../../../spec/plan';
import type { CallerName, KeyRole } from '../../../spec/world';
import type { Mutation } from '../../edit';
import { everywhere, newCounter } from '../../proofs/edited';
import { targetOf } from '../../scenario';
import { fieldHex } from '../../values';
import { proofOf } from './bytes';

/** The plan's execution a second time, in a transaction of its own. */
export const again: Mutation = (scenario) => {
  const { transactions } = scenario.plan;
  const last = transactions.at(-1);
  if (last === undefined) return scenario;
  return {
    ...scenario,
    plan: { ...scenario.plan, transactions: [...transactions, last] },
    target: { ...scenario.target, transaction: transactions.length },
  };
};

/** The plan as if that program had another name, which is all that an owner is. */
const renamed =
  (from: CallerName, to: CallerName): Mutation =>
  (scenario) => {
    const role = (key: KeyRole): KeyRole =>
      key === `program:${from}` ? `program:${to}` : key === `authority:${from}` ? `authority:${to}` : key;
    const owned = <T extends { readonly owner: KeyRole }>(item: T): T => ({
      ...item,
      owner: role(item.owner),
    });
    return everywhere((item) => ({
      ...item,
      caller: item.caller === from ? to : item.caller,
      through: item.through.filter((name) => name !== to),
      accounts: item.accounts.map((meta) => ({ ...meta, key: role(meta.key) })),
      data: { ...item.data, inputs: item.data.inputs.map(owned), outputs: item.data.outputs.map(owned) },
    }))(scenario);
  };

/** D takes part in no committed proof. */
export const otherOwner: Mutation = (scenario) => renamed(targetOf(scenario).caller, 'D')(scenario);

const OTHER: Readonly<Record<string, string>> = { '6': '7', '7': '6' };
/** The whole plan on the other v1 tree. */
export const otherStateTree: Mutation = everywhere((item) => ({
  ...item,
  accounts: item.accounts.map((meta) => ({
    ...meta,
    key: meta.key.replace(
      /^(tree|queue|context):([67])$/,
      (_, kind: string, n: string) => `${kind}:${OTHER[n]}`,
    ) as KeyRole,
  })),
}));

/** The n-th leaf that the plan appends is another account than the one in the proof's tree. */
export const otherHistory = fc.tuple(fc.nat(4), fieldHex).map(([n, dataHash]): Mutation => (scenario) => {
  const created = proofOf(scenario)?.spends?.leaves.length ?? 1;
  const counter = newCounter();
  const target = targetOf(scenario);
  return everywhere((item) =>
    item === target || item.data.cpiContext !== null
      ? item
      : {
          ...item,
          data: {
            ...item.data,
            outputs: item.data.outputs.map((output) =>
              counter.next() === n % created ? withOtherHash(output, dataHash) : output,
            ),
          },
        },
  )(scenario);
});
const withOtherHash = (output: OutputAccount, dataHash: string): OutputAccount => ({
  ...output,
  owner: output.data === null ? 'wallet:1' : output.owner,
  data: output.data === null ? null : { ...output.data, dataHash: `00ee${dataHash.slice(4)}` },
});
