// The exit code of a mutation run: what the score, the controls and the list of equivalent mutants add up to.
import type { MutationReport } from '../../spec/mutation';
import { EXIT, worstExit } from '../exit-code';
import { staleMutants } from './report';

type Controls = Pick<MutationReport, 'controls'>;

const alarmExit = ({ controls }: Controls): number =>
  controls.some(({ alarms }) => alarms.length > 0) ? EXIT.nonconformance : EXIT.green;

const staleExit = (report: MutationReport): number =>
  staleMutants(report).length > 0 ? EXIT.stale : EXIT.green;

/** With fewer, even a score of 100 % leaves room for less than the goal: 0.97 to the power of 99 is below 5 %. */
export const FLOOR = 99;

const asked = ({ fates, survivors }: MutationReport): number =>
  fates.killed + fates['observed-only'] + fates.survived - survivors.setAside;

/** A good score of a small sample decides nothing; a bad one does. */
const sampleExit = (report: MutationReport): number =>
  report.sampled < report.mutants && asked(report) < FLOOR ? EXIT.vacuous : EXIT.green;

/** A run goes red for what any rule notices, so that all kills count; what is set aside counts neither way. */
const scoreExit = ({ scoreBesideSetAside: score, goal }: MutationReport): number =>
  score !== null && score >= goal ? EXIT.green : EXIT.nonconformance;

/** A kind of control that was never tried shows nothing. */
const triedExit = ({ controls }: Controls): number =>
  controls.every(({ tried }) => tried > 0) ? EXIT.green : EXIT.vacuous;

/** 0 where the suite is as strong as it is meant to be, and raises no false alarm. */
export const mutationExit = (report: MutationReport): number =>
  worstExit([scoreExit(report), sampleExit(report), alarmExit(report), staleExit(report), triedExit(report)]);

/** Of one mutant, 0 where any rule notices it, or it is known to be equivalent and behaves so; where it is set aside nothing is decided; of one control, where it is not noticed. */
export function oneMutantExit(report: MutationReport): number {
  if (report.fates.equivalent > 0) return EXIT.green;
  if (staleMutants(report).length > 0) return EXIT.stale;
  if (report.survivors.setAside > 0) return EXIT.vacuous;
  if (report.rows.length > 0) return scoreExit(report);
  const isTried = report.controls.some(({ tried }) => tried > 0);
  return worstExit([alarmExit(report), isTried ? EXIT.green : EXIT.vacuous]);
}
