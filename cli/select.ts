// Picks the claims that --rule and --area name.
import { LAWS_AREA } from '../spec/law';
import { AREAS, FAMILY_AREAS } from '../spec/rule';
import type { Claim } from '../suites/engine-types';
import { commandName } from './command-name';
import { badInput } from './failure';
import { unknownName } from './near';

export type Filter = {
  readonly rules: readonly string[];
  readonly areas: readonly string[];
  /** The areas about the whole instruction family too. */
  readonly all?: boolean;
};
export type Selection = {
  readonly claims: readonly Claim[];
  /** Nothing was filtered out. */
  readonly complete: boolean;
  /** Areas that the run does not speak about at all. */
  readonly outside: ReadonlySet<string>;
};

const FAMILY: ReadonlySet<string> = new Set(FAMILY_AREAS);
const NOTHING: ReadonlySet<string> = new Set();

function requireKnown(what: string, names: readonly string[], known: readonly string[]): void {
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const hint =
    what === 'area' ? `choose one of ${known.join(', ')}.` : `\`${commandName()} list\` shows all.`;
  throw badInput(unknownName(what, unknown, { known, hint }));
}

/**
 * The claims that are named by id or lie in a named area, in claim order; without a filter all of them,
 * those about the instruction family only with `all`.
 * @throws Failure with exit code 2 for an unknown name.
 */
export function selectClaims(claims: readonly Claim[], { rules, areas, all = false }: Filter): Selection {
  requireKnown(
    'rule',
    rules,
    claims.map(({ id }) => id),
  );
  requireKnown('area', areas, [...AREAS, LAWS_AREA]);
  if (rules.length + areas.length === 0) {
    const outside = all ? NOTHING : FAMILY;
    return { claims: claims.filter(({ area }) => !outside.has(area)), complete: true, outside };
  }
  const chosen = claims.filter(({ id, area }) => rules.includes(id) || areas.includes(area));
  return { claims: chosen, complete: false, outside: NOTHING };
}
