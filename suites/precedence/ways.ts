// In how many ways two rules can be broken at once: an edit of each, and a kind of scenario in which both break their rule.
import fc from 'fast-check';
import type { Edit } from '../../generators/edit';
import { breakingEdits, brokenOnce, type Way } from '../../generators/pairs';
import type { ScenarioKind } from '../../generators/scenario';
import type { Pair } from '../../spec/precedence';
import { RULES } from '../../spec/rules';
import { violationsOf } from './violations';

/** Rules whose violation the documents answer with an error. */
export const REJECTING: readonly string[] = RULES.filter(
  ({ expects, provenance }) => expects.kind === 'rejects' && provenance === 'documented',
).map(({ id }) => id);

/** Every unordered pair of them, in the order of the rules. */
export const PAIRS: readonly Pair[] = REJECTING.flatMap((first, at) =>
  REJECTING.slice(at + 1).map((second) => ({ first, second })),
);

const PROBES = 4;
const PROBE_SEED = 1;

/** Whether an edit breaks its rule in a kind of scenario that it was not made for: the model says so. */
const probe = (edit: Edit, kind: ScenarioKind): boolean =>
  fc
    .sample(brokenOnce(edit, kind), { seed: PROBE_SEED, numRuns: PROBES })
    .some((made) => made !== null && violationsOf(made.broken)?.rules.has(edit.rule) === true);

const probed = new WeakMap<Edit, Map<ScenarioKind, boolean>>();

const breaksIn = (edit: Edit, kind: ScenarioKind): boolean => {
  if (edit.kinds.includes(kind)) return true;
  const known = probed.get(edit) ?? new Map<ScenarioKind, boolean>();
  probed.set(edit, known);
  const breaks = known.get(kind) ?? probe(edit, kind);
  known.set(kind, breaks);
  return breaks;
};

type Common = { readonly kinds: readonly ScenarioKind[]; readonly guest: Edit | null };

/**
 * The kinds that both edits were made for; without any, those of the edit that is made for fewer (a full context, say)
 * as far as the other breaks its rule there too, else the other way round.
 */
const commonKinds = (one: Edit, other: Edit): Common => {
  const shared = one.kinds.filter((kind) => other.kinds.includes(kind));
  if (shared.length > 0) return { kinds: shared, guest: null };
  const [special, general] = one.kinds.length <= other.kinds.length ? [one, other] : [other, one];
  const kinds = special.kinds.filter((kind) => breaksIn(general, kind));
  if (kinds.length > 0) return { kinds, guest: general };
  return { kinds: general.kinds.filter((kind) => breaksIn(special, kind)), guest: special };
};

export type PairWay = Way & { readonly guest: keyof Pair | null };

const waysWith = (first: Edit, second: Edit): readonly PairWay[] => {
  const { kinds, guest } = commonKinds(first, second);
  const name = guest === null ? null : guest === first ? 'first' : 'second';
  return kinds.map((kind) => ({ first, second, kind, guest: name }));
};

/** Every way to break both rules of a pair. */
export const waysOf = ({ first, second }: Pair): readonly PairWay[] =>
  breakingEdits(first).flatMap((one) => breakingEdits(second).flatMap((other) => waysWith(one, other)));
