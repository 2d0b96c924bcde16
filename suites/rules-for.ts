// Which rules a claim is judged by: those about the instruction family only in claims about it, some only in their own area.
import type { Law } from '../spec/law';
import { FAMILY_AREAS, type Area, type Rule } from '../spec/rule';

/** Areas that know which proofs are valid. */
const ABOUT_PROOFS: ReadonlySet<string> = new Set<Area>(['proofs', 'token']);

/** Where proofs are asked about, their rules say with a code what these say without. */
const LESS_EXACT: ReadonlySet<string> = new Set([
  'modes/execute-refuses-unprovable',
  'modes/execute-verifies-proof',
]);

/** What a row of the comparison says once more; a row is judged by what it says itself, and every other claim without the rows. */
const SAID_ELSEWHERE: ReadonlySet<string> = new Set([
  'invoke/authority-signs',
  'invoke/input-owner',
  'invoke/input-without-data',
  'accounts/authority-signer-optional',
  'signer-checks/input-owner',
]);

/** Observed, and beside what the documents speak about: any other claim leaves the case open, as the documents do. */
const ONLY_IN_THEIR_OWN: ReadonlySet<string> = new Set(['validation/context-cut']);

/** Of InvokeCpi the area `sol` says it, which no law asks: the siblings' road must not be judged by more than its own. */
const NOT_IN_LAWS: ReadonlySet<string> = new Set([
  'read-only/less-out-than-in',
  'account-info/less-out-than-in',
]);

const FAMILY: ReadonlySet<string> = new Set(FAMILY_AREAS);
/** Areas whose rules are about InvokeCpi too and say more than other claims ask: those go without. */
const APART: ReadonlySet<string> = new Set<Area>(['sol', 'addresses']);

const isAsked = (rule: Rule, area: string): boolean => {
  if (!FAMILY.has(area)) return !FAMILY.has(rule.area);
  if (APART.has(rule.area) && !APART.has(area)) return false;
  if (ABOUT_PROOFS.has(area) && LESS_EXACT.has(rule.id)) return false;
  return area === 'differences' ? !SAID_ELSEWHERE.has(rule.id) : rule.area !== 'differences';
};

const kept = new WeakMap<readonly Rule[], Map<string, readonly Rule[]>>();

/** By what a claim is about: its law's own area, else the first half of its id. */
type Judged = { readonly id: string; readonly law?: Law };

/** Put together once for each list of rules and each area, and for the claims of rules that are asked nowhere else. */
export const rulesFor = ({ id, law }: Judged, rules: readonly Rule[]): readonly Rule[] => {
  const area = law?.area ?? id.slice(0, id.indexOf('/'));
  const known = kept.get(rules) ?? new Map<string, readonly Rule[]>();
  kept.set(rules, known);
  const isLaw = law !== undefined;
  const name = ONLY_IN_THEIR_OWN.has(id) ? id : `${isLaw ? 'laws of ' : ''}${area}`;
  const isHere = (rule: Rule): boolean =>
    isAsked(rule, area) &&
    (rule.id === id || !ONLY_IN_THEIR_OWN.has(rule.id)) &&
    !(isLaw && NOT_IN_LAWS.has(rule.id));
  const asked = known.get(name) ?? rules.filter(isHere);
  known.set(name, asked);
  return asked;
};
