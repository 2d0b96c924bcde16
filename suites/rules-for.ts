// Which rules a claim is judged by: some are asked only in claims of their own area, some give way to more exact ones there.
import type { Area, Rule } from '../spec/rule';
import type { Claim } from './engine-types';

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

/** Areas whose rules are about InvokeCpi too and say more than other claims ask: those go without. */
const APART: ReadonlySet<string> = new Set<Area>(['sol', 'addresses']);

const isAsked = (rule: Rule, area: string): boolean => {
  if (APART.has(rule.area) && !APART.has(area)) return false;
  if (area === 'proofs' && LESS_EXACT.has(rule.id)) return false;
  return area === 'differences' ? !SAID_ELSEWHERE.has(rule.id) : rule.area !== 'differences';
};

const kept = new WeakMap<readonly Rule[], Map<string, readonly Rule[]>>();

/** Put together once for each list of rules and each area, which is the first half of the claim's id. */
export const rulesFor = ({ id }: Pick<Claim, 'id'>, rules: readonly Rule[]): readonly Rule[] => {
  const area = id.slice(0, id.indexOf('/'));
  const byArea = kept.get(rules) ?? new Map<string, readonly Rule[]>();
  kept.set(rules, byArea);
  const asked = byArea.get(area) ?? rules.filter((rule) => isAsked(rule, area));
  byArea.set(area, asked);
  return asked;
};
