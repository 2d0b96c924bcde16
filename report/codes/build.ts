// The part of the report about codes.
import type { ClaimResult } from '../../spec/result';
import type { RuleReport } from '../report-types';
import { codeMatrix } from './cells';
import { passingCodes } from './passing';
import type { CodesReport } from './types';

/** undefined where no attempt ran. */
export const codesReport = (
  rules: readonly RuleReport[],
  results: readonly ClaimResult[],
): CodesReport | undefined =>
  rules.some(({ area, executed }) => area === 'codes' && executed > 0)
    ? { matrix: codeMatrix({ rules, results }), ...passingCodes(results) }
    : undefined;
