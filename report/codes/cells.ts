// Computes where each code stands under each instruction, from what all claims showed.
import { trialById } from '../../spec/attempts';
import { SYSTEM_CODES } from '../../spec/codes/system';
import { CODE_COLUMNS, type CodeColumn } from '../../spec/codes/types';
import type { ClaimResult } from '../../spec/result';
import { EVIDENCE_FLOOR } from '../bound';
import { ACCEPTED } from '../outcome-names';
import type { RuleReport } from '../report-types';
import type { CodeAttempt, CodeCell, CodeState } from './types';

type Came = CodeAttempt['came'][number];

/** A rule that ran, with the outcomes of its cases by instruction. */
export type RanRule = {
  readonly rule: RuleReport;
  readonly within: ReadonlyMap<CodeColumn, readonly Came[]>;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const byCount = (a: Came, b: Came): number => b.count - a.count || (a.observed < b.observed ? -1 : 1);

/** Of one claim, by instruction; the most frequent outcome first. */
export const outcomesWithin = ({ within = [] }: ClaimResult): RanRule['within'] =>
  new Map(
    CODE_COLUMNS.map((column) => [
      column,
      within
        .filter(({ instruction }) => instruction === column)
        .map(({ observed, count }) => ({ observed, count }))
        .sort(byCount),
    ]),
  );

/** The system program's own code as it is observed: another program's same number is another name. */
export const ownName = (code: number): string => `light-system:${code}`;

const countOf = (came: readonly Came[], observed: string): number =>
  sum(came.filter((one) => one.observed === observed).map(({ count }) => count));

/** Attempts say what they aim at; every other rule aims at the code that it expects. */
const aimsAt = ({ id, code: expected }: RuleReport, code: number): boolean =>
  trialById(id)?.aims.includes(code) === true || expected === code;

type Place = { readonly code: number; readonly column: CodeColumn };

const attemptOf = ({ rule, within }: RanRule, column: CodeColumn): readonly CodeAttempt[] => {
  const came = within.get(column) ?? [];
  if (came.length === 0) return [];
  return [{ rule: rule.id, count: sum(came.map(({ count }) => count)), came, witness: rule.exemplar }];
};

/** An attempt at the code that was never answered in another way, whatever another version answers. */
const raisesOnly = ({ rule, within }: RanRule, { code, column }: Place): boolean =>
  trialById(rule.id)?.aims.includes(code) === true &&
  (within.get(column) ?? []).every(({ observed }) => observed === ownName(code));

/** Whether the rule alone shows that the code comes exactly when it is tried. */
const isExact = (ran: RanRule, place: Place): boolean => {
  const { status, code, inconclusive } = ran.rule;
  const isSo = (status === 'conforms' && code === place.code) || raisesOnly(ran, place);
  return isSo && inconclusive === 0;
};

const isReached = (rules: readonly RanRule[], place: Place): boolean => {
  const { code, column } = place;
  const exact = rules.filter((one) => isExact(one, place));
  const raised = exact.map(({ within }) => countOf(within.get(column) ?? [], ownName(code)));
  const twins = exact.map(({ rule: { twins: accepted } }, at) => ((raised[at] ?? 0) > 0 ? accepted : 0));
  return sum(raised) >= EVIDENCE_FLOOR && sum(twins) >= EVIDENCE_FLOOR;
};

const refusal = (attempts: readonly CodeAttempt[]): string | null => {
  const came = attempts.flatMap((one) => one.came);
  if (came.length === 0 || came.some(({ observed }) => observed === ACCEPTED)) return null;
  const names = [...new Set(came.map(({ observed }) => observed))];
  return names.sort((a, b) => countOf(came, b) - countOf(came, a) || (a < b ? -1 : 1))[0] ?? null;
};

export type CellInput = {
  readonly rules: readonly RuleReport[];
  readonly results: readonly ClaimResult[];
};

type Known = {
  readonly ran: readonly RanRule[];
  readonly results: readonly ClaimResult[];
  readonly valid: readonly ClaimResult[];
};

const VALID = /\/valid$/;

const known = ({ rules, results }: CellInput): Known => ({
  ran: rules.flatMap((rule) => {
    const result = results.find(({ claim }) => claim === rule.id);
    return result === undefined ? [] : [{ rule, within: outcomesWithin(result) }];
  }),
  results,
  valid: results.filter(({ claim, kind }) => kind === 'sweep' && VALID.test(claim)),
});

const raisedIn = (results: readonly ClaimResult[], { code, column }: Place): number =>
  sum(
    results.flatMap(({ within = [] }) =>
      within
        .filter(({ instruction, observed }) => instruction === column && observed === ownName(code))
        .map(({ count }) => count),
    ),
  );

/** A cell without looking at its neighbours: `unreached` may still turn out to be reached elsewhere. */
function cellAt(place: Place, { ran, results, valid }: Known): CodeCell {
  const { code, column } = place;
  const attempts = ran.filter(({ rule }) => aimsAt(rule, code)).flatMap((one) => attemptOf(one, column));
  const raised = raisedIn(results, place);
  const inValid = raisedIn(valid, place);
  const by = raised === 0 ? refusal(attempts) : null;
  const state = ((): CodeState => {
    if (inValid === 0 && isReached(ran, place)) return 'reached';
    if (raised > 0) return 'seen';
    if (attempts.length === 0) return 'not-attempted';
    return by === null ? 'unreached' : 'shadowed';
  })();
  return { code, instruction: column, state, by, raised, inValid, attempts };
}

const lookedAround = (cells: readonly CodeCell[]): readonly CodeCell[] => {
  const reached = cells.some(({ state }) => state === 'reached');
  return cells.map((cell) =>
    reached && cell.state === 'unreached' ? { ...cell, state: 'elsewhere' } : cell,
  );
};

/** One cell for each code and instruction, code by code. */
export const codeMatrix = (input: CellInput): readonly CodeCell[] => {
  const all = known(input);
  return SYSTEM_CODES.flatMap(({ code }) =>
    lookedAround(CODE_COLUMNS.map((column) => cellAt({ code, column }, all))),
  );
};
