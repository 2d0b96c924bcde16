// In how many ways two rules can be broken at once: an edit of each, and a kind of scenario in which both break their rule.
import fc from 'fast-check';
import type { Edit } from '../../generators/edit';
import { breakingEdits, brokenOnce, type Way } from '../../generators/pairs';
import type { ScenarioKind } from '../../generators/scenario';
import type { Pair } from '../../spec/precedence';
import { FAMILY_AREAS, type Area, type Rule } from '../../spec/rule';
import { RULES } from '../../spec/rules';
import { violationsOf } from './violations';

const FAMILY: ReadonlySet<string> = new Set(FAMILY_AREAS);
/** Areas about one more instruction each: their rules are paired among themselves. */
const PAIRED: ReadonlySet<string> = new Set<Area>([
  'invoke',
  'read-only',
  'account-info',
  're-initialization',
]);

/** What a rule is paired within: the documents of the default run are one whole. */
const groupOf = ({ area }: Rule): string => (FAMILY.has(area) ? area : '');

const ASKED: readonly Rule[] = RULES.filter(
  ({ area, expects, provenance }) =>
    expects.kind === 'rejects' && provenance === 'documented' && (!FAMILY.has(area) || PAIRED.has(area)),
);

/** Rules whose violation the documents answer with an error. */
export const REJECTING: readonly string[] = ASKED.map(({ id }) => id);

/** Every unordered pair of them that is about the same instructions, in the order of the rules. */
export const PAIRS: readonly Pair[] = ASKED.flatMap((first, at) =>
  ASKED.slice(at + 1)
    .filter((second) => groupOf(second) === groupOf(first))
    .map((second) => ({ first: first.id, second: second.id })),
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
