// Judges a transaction that the programs accepted: it must be allowed to, and must have had the documented effects.
import type { ContextShape, ContextState, ObservedContext } from '../spec/context-state';
import { NO_HASH } from '../spec/handed';
import { type TransactionOutcome, type WorldAfter } from '../spec/outcome';
import type { Hex } from '../spec/plan';
import type { Alternative, Effects } from '../spec/prediction';
import type { KeyRole } from '../spec/world';
import { firstDifference } from './difference';
import type { Decision } from './decision';
import { differenceSentence } from './difference-sentence';
import { isOnlySeen } from './judge-calls';
import { leavesProblem } from './judge-leaves';
import { observedProblem, undecodableText } from './judge-observed';
import { movedText } from './lamports-text';
import { showValue } from './show';

type Accepted = Extract<Alternative, { kind: 'accepted' }>;

type Expected = { readonly state: ContextState; readonly shape: ContextShape | undefined };

function contextProblem(
  key: KeyRole,
  { state: expected, shape: wanted }: Expected,
  actual: ObservedContext | undefined,
): string | null {
  if (actual === undefined) return `${key} is no longer a well-formed CPI context account`;
  const found = firstDifference(expected, actual.state);
  if (found !== null) return `${key} ${differenceSentence(found)}`;
  const { size, capacities } = actual;
  const shape = wanted === undefined ? null : firstDifference(wanted, { size, capacities });
  if (shape !== null) return `${key} ${differenceSentence(shape)}`;
  return actual.leftoverBytes ? `${key} holds bytes outside of its documented state` : null;
}

function contextsProblem(effects: Effects, after: WorldAfter): string | null {
  for (const [key, expected] of effects.contexts) {
    const problem = contextProblem(
      key,
      { state: expected, shape: effects.shapes.get(key) },
      after.contexts.get(key),
    );
    if (problem !== null) return problem;
  }
  return null;
}

function appendedProblem(effects: Effects, after: WorldAfter): string | null {
  for (const key of [...effects.appended.keys(), ...after.appended.keys()]) {
    const expected = effects.appended.get(key) ?? 0;
    const actual = after.appended.get(key) ?? 0;
    if (expected !== actual) return `${key} grew by ${actual}, expected ${expected}`;
  }
  return null;
}

function changedProblem(
  { mayChange, mayRewrite }: Effects,
  { changed, rewritten }: WorldAfter,
): string | null {
  const culprit = changed.find((key) => !mayChange.has(key));
  if (culprit !== undefined) return `${culprit} changed`;
  const written = rewritten.find((key) => !mayRewrite.has(key));
  return written === undefined ? null : `${written} changed in more than its lamports`;
}

function dataProblem({ data }: Effects, after: WorldAfter): string | null {
  if (data === undefined) return null;
  for (const key of new Set([...data.keys(), ...(after.data?.keys() ?? [])])) {
    const [expected, actual] = [data.get(key), after.data?.get(key)];
    if (expected !== actual)
      return `${key} holds ${actual ?? 'what it held'}, expected ${expected ?? 'what it held'}`;
  }
  return null;
}

function lamportsProblem(effects: Effects, after: WorldAfter): string | null {
  for (const [key, expected] of effects.lamports) {
    const actual = after.lamports.get(key) ?? 0n;
    if (actual !== expected) return `${key} ${movedText(actual)}, expected that it ${movedText(expected)}`;
  }
  const pooled = after.lamports.get('sol-pool') ?? 0n;
  if (effects.pooled !== undefined && pooled !== effects.pooled)
    return `the sol pool ${movedText(pooled)}, the unspent accounts ${movedText(effects.pooled)}`;
  const total = [...after.lamports.values()].reduce((sum, gain) => sum + gain, 0n);
  return total === 0n ? null : `${total} lamports came from nowhere`;
}

const hashText = (hash: Hex = NO_HASH): string => (hash === NO_HASH ? 'none' : showValue(hash));

type Problem = (effects: Effects, after: WorldAfter) => string | null;

/** How many executions handed something on is not documented. */
function undecodableProblem({ transactionHashes = [] }: Effects, { handed }: WorldAfter): string | null {
  if (handed?.length !== transactionHashes.length) return null;
  const broken = handed.findIndex(({ undecodable }) => undecodable !== undefined);
  return broken < 0 ? null : undecodableText(broken, handed[broken]?.undecodable ?? '');
}

/** Where one is missing, and where there is another. */
const hashProblem =
  (isMissing: boolean): Problem =>
  ({ transactionHashes = [] }, { handed }) => {
    if (handed?.length !== transactionHashes.length) return null;
    const at = transactionHashes.findIndex((allowed, i) => {
      const found = handed[i]?.transactionHash ?? NO_HASH;
      return (found === NO_HASH) === isMissing && !allowed.includes(found);
    });
    if (at < 0) return null;
    return `the transaction hash of execution ${at} is ${hashText(handed[at]?.transactionHash)}, expected ${hashText(transactionHashes[at]?.[0])}`;
  };

/** What may be wrong with an effect, by a short, stable name. */
const ASPECTS: readonly (readonly [aspect: string, problem: Problem])[] = [
  ['context', contextsProblem],
  ['growth', appendedProblem],
  ['leaves', leavesProblem],
  ['data', dataProblem],
  ['transaction hash', undecodableProblem],
  ['transaction hash', hashProblem(false)],
  ['transaction hash: there is none', hashProblem(true)],
  ['lamports', lamportsProblem],
  ['other accounts', changedProblem],
];

/** The first effect that is not as documented: its aspect, and one sentence naming it. */
type EffectProblem = { readonly aspect: string; readonly detail: string };

function effectProblem(effects: Effects, after: WorldAfter): EffectProblem | null {
  for (const [aspect, problemOf] of ASPECTS) {
    const detail = problemOf(effects, after);
    if (detail !== null) return { aspect, detail };
  }
  return null;
}

const isAccepted = (alternative: Alternative): alternative is Accepted => alternative.kind === 'accepted';

/** What an accepted transaction did, measured by one alternative: not as documented, or not as observed, or both. */
type Fit = { readonly documented: EffectProblem | null; readonly observed: string | null };

const fit = ({ effects }: Accepted, after: WorldAfter): Fit => {
  const documented = effectProblem(effects, after);
  return { documented, observed: documented === null ? observedProblem(effects, after) : null };
};

const isAsDocumented = ({ documented }: Fit): boolean => documented === null;

/** The decision on an accepted transaction; with several accepting alternatives, one must fit as a whole. */
export function decideAccepted(alternatives: readonly Alternative[], outcome: TransactionOutcome): Decision {
  const accepting = alternatives.filter(isAccepted);
  const fits = accepting.map((alternative) => fit(alternative, outcome.after));
  const right = fits.findIndex(({ documented, observed }) => documented === null && observed === null);
  const taken = accepting[right];
  if (taken !== undefined) return { kind: 'match', detail: 'accepted, as documented', taken };
  const asDocumented = fits.findIndex(isAsDocumented);
  const changed = fits[asDocumented]?.observed;
  if (changed != null)
    return { kind: 'observed-changed', detail: changed, taken: accepting[asDocumented] ?? null };
  const problem = fits[0]?.documented;
  if (problem != null) return { kind: 'wrong-effect', ...problem, taken: null };
  if (isOnlySeen(alternatives))
    return { kind: 'observed-changed', detail: 'accepted, and observed to be refused before', taken: null };
  return {
    kind: 'missing-error',
    detail: 'the documents demand an error, the program accepted',
    taken: null,
  };
}
