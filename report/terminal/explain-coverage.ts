// What `explain` prints about one item of the coverage: what it is, how often the last run saw it, and what blocks it.
import { COVERAGE_GROUPS } from '../../spec/coverage';
import type { CoverageItem } from '../../spec/coverage-item';
import type { CoverageReport } from '../report-types';
import type { Paint } from './paint';
import { labelled, plural } from './text';

export type CoverageExplanation = {
  readonly item: CoverageItem;
  /** Its row in the last run's report; undefined where there is none. */
  readonly row: CoverageReport | undefined;
  readonly paint: Paint;
};

const rowText = ({ count, otherwise, status, blockedBy }: CoverageReport): string => {
  const other = otherwise === 0 ? '' : `; refused ${plural(otherwise, 'time')} with another code`;
  const blocked = blockedBy.length === 0 ? '' : ` by ${blockedBy.join(', ')}`;
  return `${plural(count, 'time')}, ${status}${blocked}${other}`;
};

/** One item in a few lines. */
export function explainCoverage({ item, row, paint }: CoverageExplanation): string {
  const { group, id, text, blockedBy = [], either, undocumented } = item;
  return [
    paint('bold', id),
    labelled('what', text),
    labelled('counts in', COVERAGE_GROUPS[group] ?? group),
    ...(undocumented === true ? [labelled('note', 'the documents do not define this situation')] : []),
    labelled('last run', row === undefined ? 'there is no report that counts it' : rowText(row)),
    ...(blockedBy.length === 0
      ? []
      : [labelled('blocked by', `a deviation of ${blockedBy.join(' or ')}, where there is one`)]),
    ...(either === undefined ? [] : [labelled('or', `${either}: the documents allow either`)]),
    '',
  ].join('\n');
}
