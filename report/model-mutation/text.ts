// The matrix of the mutants of the model on a terminal: what refuted each, after how many cases, and what is left.
import {
  MUTATIONS,
  type ModelMutationReport,
  type MutantResult,
  type Mutation,
} from '../../spec/model-mutation';
import { ruleById } from '../../spec/rules';
import type { Paint } from '../terminal/paint';
import { plural, table, wrap } from '../terminal/text';
import { standingOf, type Standing } from './report';

const TITLES: Readonly<Record<Mutation, string>> = {
  dropped: 'dropped',
  negated: 'negated',
  neighbour: "neighbour's error",
};

const cellOf = (mutant: MutantResult | undefined): string => {
  if (mutant === undefined) return '-';
  const { refutation, cases, rule } = mutant;
  if (refutation === null) return standingOf(mutant) === 'explained' ? 'explained' : 'NOT REFUTED';
  const place = refutation.claim === rule ? '' : ` (${refutation.claim})`;
  const mark = standingOf(mutant) === 'stale' ? ' STALE' : '';
  return `${cases}${place}${mark}`;
};

const grouped = <T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const own = groups.get(keyOf(item)) ?? [];
    groups.set(keyOf(item), own);
    own.push(item);
  }
  return groups;
};

const areaOf = (rule: string): string => ruleById(rule)?.area ?? '';

function matrix({ mutants }: ModelMutationReport, paint: Paint): string {
  const rows = [...grouped(mutants, ({ rule }) => rule)].map(([rule, its]) => [
    rule,
    ...MUTATIONS.map((mutation) => cellOf(its.find((mutant) => mutant.mutation === mutation))),
  ]);
  const dress = (cell: string): string =>
    /NOT REFUTED|STALE/.test(cell)
      ? paint('red', cell)
      : /^explained/.test(cell)
        ? paint('yellow', cell)
        : cell;
  const areas = grouped(rows, ([rule = '']) => areaOf(rule));
  return [...areas]
    .map(([area, its]) => {
      const columns = [{ title: 'rule' }, ...MUTATIONS.map((mutation) => ({ title: TITLES[mutation] }))];
      return `${paint('bold', area)}\n${table(columns, its, dress)}\n`;
    })
    .join('\n');
}

const ofStanding = ({ mutants }: ModelMutationReport, standing: Standing): readonly MutantResult[] =>
  mutants.filter((mutant) => standingOf(mutant) === standing);

/** What the rule's own cases show by the documents: a rule that the program never keeps refutes nothing. */
const evidenceOf = ({ own }: ModelMutationReport, { rule }: MutantResult): string => {
  const { executed, matching } = own[rule] ?? { executed: 0, matching: 0 };
  return `${matching} of its rule's own ${plural(executed, 'case')} did what the documents say`;
};

function explained(report: ModelMutationReport, paint: Paint): readonly string[] {
  const mutants = ofStanding(report, 'explained');
  if (mutants.length === 0) return [];
  return [
    paint('bold', 'Not refuted, and why no plan can'),
    ...mutants.map(({ id, says, explained: why }) => wrap(`${id}: ${says}; ${why ?? ''}`, 2, 6)),
    '',
  ];
}

function survived(report: ModelMutationReport, paint: Paint): readonly string[] {
  const mutants = ofStanding(report, 'survived');
  if (mutants.length === 0) return [];
  return [
    paint(
      'red',
      'Not refuted: a model that says this is as good as the documents, as far as the suite shows',
    ),
    ...mutants.map((mutant) =>
      wrap(`${mutant.id}: ${mutant.says}; ${mutant.cases} cases tried, ${evidenceOf(report, mutant)}`, 2, 6),
    ),
    '',
  ];
}

function stale(report: ModelMutationReport, paint: Paint): readonly string[] {
  const mutants = ofStanding(report, 'stale');
  if (mutants.length === 0) return [];
  return [
    paint('red', 'Refuted, though it is explained why nothing can: the explanation must go'),
    ...mutants.map(({ id, explained: why, refutation }) =>
      wrap(
        `${id}: ${why ?? ''}; refuted by case ${refutation?.index ?? 0} of ${refutation?.claim ?? ''}`,
        2,
        6,
      ),
    ),
    '',
  ];
}

const notApplicable = ({ notApplicable: reasons }: ModelMutationReport): readonly string[] => {
  const rules = Object.keys(reasons).length;
  return rules === 0
    ? []
    : [wrap(`${plural(rules, 'rule')} not applicable to this version, neither tried nor counted.`), ''];
};

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
};

const summary = ({ totals, mutants, programs, cases, seed }: ModelMutationReport): string => {
  const refuted = mutants.filter(({ refutation }) => refutation !== null);
  const needed = refuted.map(({ cases: its }) => its);
  const besides = refuted.filter(({ refutation }) => refutation?.documents !== 'match').length;
  return wrap(
    `${totals.mutants} wrong models on ${programs.version}: ${totals.refuted} refuted (half of them by ` +
      `${plural(median(needed), 'case')} or fewer, the hardest by ${Math.max(0, ...needed)}; ${besides} by cases in ` +
      `which the program does not do what the documents say either), ${totals.explained} explained, ` +
      `${totals.survived} neither, ${totals.stale} stale. Seed ${seed}, ${plural(cases, 'case')} of each claim.`,
  );
};

/** What `mutate-model` prints. A cell of the matrix: the cases that were needed, and the claim if it is another rule's. */
export const mutationText = (report: ModelMutationReport, paint: Paint): string =>
  [
    matrix(report, paint),
    ...notApplicable(report),
    ...explained(report, paint),
    ...stale(report, paint),
    ...survived(report, paint),
    summary(report),
  ].join('\n');
