// Whether plans that were to be valid are accepted and do something else than documented, which is no lack of evidence alone.
import type { MatrixEntry } from '../spec/result';
import { ACCEPTED } from './outcome-names';
import type { Report } from './report-types';

/** Of a valid plan, accepted with another effect than documented. */
export const hasOtherEffect = ({ verdict, observed }: MatrixEntry): boolean =>
  verdict === 'inconclusive' && observed.startsWith(`${ACCEPTED}, wrong `);

/** Of a valid plan, not accepted. */
const isRefused = ({ verdict, observed }: MatrixEntry): boolean =>
  verdict === 'inconclusive' && !observed.startsWith(ACCEPTED);

export type ValidPlans = { readonly refused: boolean; readonly otherEffect: boolean };

/** What became of the valid plans that cases were made from; those of laws are told with the law. */
export function validPlansOf({ rules, sweeps }: Pick<Report, 'rules' | 'sweeps'>): ValidPlans {
  const outcomes = [...rules, ...sweeps].flatMap((row) => row.outcomes);
  return { refused: outcomes.some(isRefused), otherEffect: outcomes.some(hasOtherEffect) };
}
