// What goes into the hash chains of v2 queues and trees, as observed: only of the rules that are asked about.
import type { Hex } from '../spec/plan';
import type { ExpectedChain, ObservedEffects } from '../spec/prediction';
import { isV1, type KeyRole } from '../spec/world';
import type { Changes } from './effects';
import { fromHex, toHex } from './field';
import { chained } from './handed';
import type { ModelOptions } from './options';

const QUEUE_CHAIN = 'effects/queue-chain';
const NULLIFIER_CHAIN = 'effects/nullifier-chain';
const ADDRESS_CHAIN = 'proofs/address-chain';
const ALL = [QUEUE_CHAIN, NULLIFIER_CHAIN, ADDRESS_CHAIN];

/** The first value of a chain stands there as it is. */
const chainOf = (before: Hex | null, values: readonly Hex[]): Hex =>
  toHex(chained([...(before === null ? [] : [before]), ...values].map(fromHex)));

/** What a model without the rule would say. */
const NO_CHAIN = (): Hex => '';

type Values = readonly (readonly [account: KeyRole, values: ExpectedChain['values']])[];

const leavesOf = ({ created }: Changes): Values =>
  [...created]
    .filter(([key]) => !isV1(key))
    .map(([key, groups]) => [
      key,
      groups.flatMap(({ first, count, hashAt }) =>
        Array.from({ length: count }, (_, i) => () => hashAt(i, first + i)),
      ),
    ]);

const isStateTree = (key: KeyRole): boolean => key.startsWith('tree:');

/** Null where none of the rules is asked about. */
export const chainsOf = (
  changes: Changes,
  { observed, dropped, facts }: ModelOptions,
): ObservedEffects['chains'] => {
  if (facts === null || !ALL.some((rule) => observed.has(rule))) return null;
  const asked = (rule: string, values: Values): readonly (readonly [KeyRole, ExpectedChain])[] =>
    observed.has(rule)
      ? values.map(([key, own]) => [key, { values: own, chainOf: dropped.has(rule) ? NO_CHAIN : chainOf }])
      : [];
  const queued = [...changes.queued];
  return new Map([
    ...asked(QUEUE_CHAIN, leavesOf(changes)),
    ...asked(
      NULLIFIER_CHAIN,
      queued.filter(([key]) => isStateTree(key)),
    ),
    ...asked(
      ADDRESS_CHAIN,
      queued.filter(([key]) => !isStateTree(key)),
    ),
  ]);
};
