// Mutants as they are counted in tests.
import { CONTROLS, type Fate, type Kill, type MutantRow } from '../../spec/mutation';
import type { Comparison, Survival, SurvivalKind } from '../../spec/survivor';
import { mutationReport, type ReportInput } from './report';

export const KILL: Kill = {
  ...{ claim: 'a/b', index: 1, verdict: 'missing-error', expected: '6002', observed: 'accepted' },
  ...{ isObserved: false, hasStopped: false },
};

export const row = (id: string, fate: Fate, change: Partial<MutantRow> = {}): MutantRow => ({
  ...{ id, operator: 'negate', offset: 16, before: '00', after: '01', pc: 2, fate, cases: 3 },
  ...{ function: 'function_1', instruction: 'jeq r1, 0x0, 5', kills: [], by: null, reason: null },
  ...{ unjudged: null, survival: null, disassembly: [] },
  ...change,
});
export const killed = (id: string, ...kills: readonly string[]): MutantRow =>
  row(id, 'killed', { kills, by: KILL });

export const report = (rows: readonly MutantRow[], change: Partial<ReportInput> = {}) =>
  mutationReport({
    programs: { version: '0.28.3', systemProgram: 'ab' },
    ...{ seed: 1, cases: 2, deep: 3, instructions: 10, executed: 5, mutants: 9 },
    ...{ isWholeMatrix: true, isInvokeCpiOnly: false, textOnly: 0 },
    claims: ['a/b', 'c/d'],
    rows,
    ...change,
  });

export const COMPARISON: Comparison = {
  ...{ cases: 32, claims: 3, executions: 40, effects: 35, casesWithEffect: 32 },
  ...{ distances: { least: '0', most: '3', nearest: '1' } },
  difference: {
    ...{ claim: 'c/d', index: 4, use: { pc: 9, register: null }, handed: null },
    detour: { original: 1, changed: 2, met: null },
  },
};
export const survival = (kind: SurvivalKind, change: Partial<Survival> = {}): Survival => ({
  ...{ kind, why: 'for a reason', isSetAside: false, comparison: COMPARISON },
  ...change,
});

export const SURVIVOR = row('00010:negate', 'survived', {
  unjudged: { claim: 'c/d', index: 4 },
  survival: survival('changed', {
    why: 'something changed in case 4 of c/d, and no rule is about it',
    comparison: null,
  }),
});
export const ASIDE = row('00011:store', 'survived', { survival: survival('unused', { isSetAside: true }) });
export const APART = [
  row('00030:store', 'crash'),
  row('00040:store', 'timeout'),
  row('00050:store', 'unloadable'),
];
export const ALARM = row('00070:log-text', 'killed', { operator: 'log-text', by: KILL, kills: ['a/b'] });
export const QUIET = CONTROLS.map((operator) => row(`00080:${operator}`, 'survived', { operator }));
export const EQUIVALENT = row('00060:store', 'equivalent', { reason: 'it is dead' });
