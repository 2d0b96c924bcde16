// Picks the claims that --rule and --area name.
import { LAWS_AREA } from '../spec/law';
import { AREAS, FAMILY_AREAS } from '../spec/rule';
import { notApplicable } from '../spec/needs';
import type { Claim } from '../suites/engine-types';
import { askedInFull } from '../suites/full-runs';
import { commandName, shellWord } from '../programs/command-name';
import { errorsNamed } from './error-target';
import { badInput } from './failure';
import { unknownName } from './near';

export type Filter = {
  readonly rules: readonly string[];
  readonly areas: readonly string[];
  /** The areas about the whole instruction family too. */
  readonly all?: boolean;
  /** Only what is about this version; left out, all. */
  readonly version?: string;
};
export type Selection = {
  readonly claims: readonly Claim[];
  /** Nothing was filtered out. */
  readonly complete: boolean;
  /** Areas that the run does not speak about at all. */
  readonly outside: ReadonlySet<string>;
  /** Known claims that are not among them. */
  readonly unselected: ReadonlySet<string>;
};

const FAMILY: ReadonlySet<string> = new Set(FAMILY_AREAS);
const NOTHING: ReadonlySet<string> = new Set();

function requireKnown(what: string, names: readonly string[], known: readonly string[]): void {
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const hint =
    what === 'area' ? `choose one of ${known.join(', ')}.` : `\`${commandName()} list\` shows all.`;
  if (what === 'rule' && errorsNamed(unknown).length > 0)
    throw badInput(
      `${unknown} is an error, not a rule: \`${commandName()} run --code ${shellWord(unknown)}\` runs those about it.`,
    );
  throw badInput(unknownName(what, unknown, { known, hint }));
}

/** A rule that is asked for by name and is not about the version is refused with the reason. */
function requireAbout(
  rules: readonly string[],
  whyNot: (id: string) => string | null,
  version?: string,
): void {
  const rule = rules.find((id) => whyNot(id) !== null);
  if (rule === undefined) return;
  throw badInput(`${rule} is not applicable to ${version ?? ''}: ${whyNot(rule) ?? ''}`);
}

/** The claims that a filter chooses, and the ids of the others. */
const split = (
  claims: readonly Claim[],
  isChosen: (claim: Claim) => boolean,
): readonly [readonly Claim[], ReadonlySet<string>] => [
  claims.filter(isChosen),
  new Set(claims.filter((claim) => !isChosen(claim)).map(({ id }) => id)),
];

/**
 * The claims that are named by id or lie in a named area, in claim order; without a filter all of them,
 * those about the instruction family only with `all`.
 * @throws Failure with exit code 2 for an unknown name, and for a rule that is not about the version.
 */
export function selectClaims(
  known: readonly Claim[],
  { rules, areas, version, all = false }: Filter,
): Selection {
  const whyNot = (id: string): string | null => (version === undefined ? null : notApplicable(id, version));
  const claims = known
    .filter(({ id }) => whyNot(id) === null)
    .map((claim) => (version === undefined ? claim : askedInFull(claim, version)));
  requireKnown(
    'rule',
    rules,
    known.map(({ id }) => id),
  );
  requireAbout(rules, whyNot, version);
  requireKnown('area', areas, [...AREAS, LAWS_AREA]);
  if (rules.length + areas.length === 0) {
    const outside = all ? NOTHING : FAMILY;
    const [inside, unselected] = split(claims, ({ area }) => !outside.has(area));
    return { claims: inside, complete: true, outside, unselected };
  }
  const [chosen, unselected] = split(claims, ({ id, area }) => rules.includes(id) || areas.includes(area));
  return { claims: chosen, complete: false, outside: NOTHING, unselected };
}
