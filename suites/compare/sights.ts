// Runs the plans of a claim and says what was seen, without a model: for comparing builds.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Fences } from '../../generators/settings';
import { observedName } from '../../report/outcome-names';
import type { Sight, TransactionSight } from '../../spec/comparison';
import type { TransactionOutcome } from '../../spec/outcome';
import type { About } from '../asked';
import { seedOf } from '../claim-run';
import { claimById } from '../claims';
import type { SightEngine } from '../engine-types';
import { allOn, isTooLarge, type Runner, type Tried } from '../runner';

export type SightInput = {
  readonly runnerOf: (claim: About & { readonly id: string }) => Promise<Runner>;
  readonly seed: number;
  readonly fences: Fences;
  readonly beforeCase?: (claim: string, index: number) => void;
};

/** Maps and sets as sorted lists, bigints as text: the same value always gives the same text. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, item: unknown) => {
    if (typeof item === 'bigint') return `${item}n`;
    if (item instanceof Map)
      return [...(item as Map<string, unknown>)].toSorted(([a], [b]) => (a < b ? -1 : 1));
    if (item instanceof Set) return [...(item as Set<string>)].toSorted();
    return item;
  });

const digest = (value: unknown): string =>
  createHash('sha256')
    .update(canonical(value) ?? '')
    .digest('hex')
    .slice(0, 16);

/** A root, and what is read back now and then only, would tell of the accounts rather than of the program. */
function effectsOf({ after }: TransactionOutcome): Readonly<Record<string, string>> {
  const { contexts, rewritten, leaves, nullified, batches, appended, lamports, data, handed } = after;
  const withoutRoots = [...leaves].map(([key, { appended: added, rewritten: changed }]) => [
    key,
    added,
    changed,
  ]);
  const parts = {
    contexts,
    'accounts written': [...rewritten].toSorted(),
    leaves: withoutRoots,
    'nullified leaves': nullified,
    'hash chains and bloom filters': batches ?? null,
    'appended leaves': appended,
    lamports,
    data: data ?? null,
    'what indexers are handed': handed,
  };
  return Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, digest(value)]));
}

/** What a refused transaction did is undone. */
const seen =
  (inCalls: boolean) =>
  (outcome: TransactionOutcome): TransactionSight => ({
    outcome: observedName(outcome.raised, inCalls),
    effects: outcome.raised === null ? effectsOf(outcome) : {},
    computeUnits: outcome.computeUnits ?? 0,
  });

const sightOf = (tried: Tried, inCalls: boolean): Sight =>
  isTooLarge(tried) ? [] : tried.transactions.map(seen(inCalls));

const UNKNOWN = { id: '', rule: null, area: 'accounts' } as const;

/** Looks at cases on the runner that their claim runs on. */
export const sightEngine = ({ runnerOf, seed, fences, beforeCase }: SightInput): SightEngine => ({
  look: async (id, cases) => {
    const claim = claimById(id);
    if (claim === undefined) throw new Error(`There is no claim ${id}.`);
    const generated = fc.sample(claim.cases(fences), { seed: seedOf(seed, id), numRuns: cases });
    const tried = await allOn(await runnerOf(claim))(
      generated.map(({ plan }) => plan),
      (position) => beforeCase?.(id, position),
    );
    return tried.map((one) => sightOf(one, claim.area === 'cpi-guide'));
  },
  lookAt: async (id, plan) => {
    const claim = claimById(id) ?? UNKNOWN;
    const [tried] = await allOn(await runnerOf(claim))([plan]);
    if (tried === undefined) throw new Error('The plan was not run.');
    return sightOf(tried, claim.area === 'cpi-guide');
  },
});
