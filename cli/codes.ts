// The command `codes`: the matrix of codes and instructions from the last report, one code in full, or freezing it.
import { onlyInClone } from './clone-only';
import { join } from 'node:path';
import { statesOf } from '../report/codes/frozen';
import { isFullMatrix } from '../report/codes/gate';
import type { CodesReport } from '../report/codes/types';
import { EXIT } from '../report/exit-code';
import type { Report } from '../report/report-types';
import { codeDetail, meaningsOf, panicsDetail } from '../report/terminal/codes-detail';
import { codesText } from '../report/terminal/codes-table';
import { paintFor, type Paint } from '../report/terminal/paint';
import { CODE_COLUMNS } from '../spec/codes/types';
import { commandName, shownPath } from '../programs/command-name';
import { numberOf, PANIC } from './error-target';
import { replayOn } from './explain-cases';
import { badInput, Failure } from './failure';
import { saveFrozen } from './frozen-file';
import { lastReport } from './last-report';
import { DEFAULT_REPORT } from './run-options';
import { namedRunOf } from './same-run';

export type CodesFlags = { readonly report?: string; readonly update?: boolean };

type WithCodes = Report & { readonly codes: CodesReport };

/** @throws Failure with exit code 2 where the folder has no report with attempts. */
function reportWithCodes(folder: string): WithCodes {
  const report = lastReport(folder);
  if (report?.codes === undefined)
    throw badInput(
      `${shownPath(folder)} has no report about codes: \`${commandName()} run --all\` makes one.`,
    );
  return { ...report, codes: report.codes };
}

const OPEN = new Set(['seen', 'not-attempted']);

/** What a run of everything has settled can be frozen, and nothing else. */
function requireSettled({ codes, rules }: WithCodes): void {
  const complete = rules.every(({ status }) => status !== 'not-selected');
  if (!isFullMatrix({ body: { codes, rules }, complete }))
    throw new Failure('Only a full run with --all and without --runs can be frozen.', EXIT.vacuous);
  const open = codes.matrix.find(({ state }) => OPEN.has(state));
  if (open !== undefined)
    throw new Failure(
      `${open.code} under ${open.instruction} is ${open.state}: nothing is frozen before it is settled.`,
      EXIT.vacuous,
    );
}

/** @throws Failure with exit code 2 for an own build, which would take the place of the published version that is frozen. */
export function requirePublished(report: Pick<Report, 'programs'>, folder: string): void {
  const { systemProgram, accountCompression } = namedRunOf(report);
  if ((systemProgram ?? accountCompression) !== undefined)
    throw badInput(
      `${shownPath(folder)} is a report of a build of your own, and --update freezes what the published version shows: give the report of a run without --system-program and --account-compression.`,
    );
}

function update(folder: string): string {
  const report = reportWithCodes(folder);
  requirePublished(report, folder);
  requireSettled(report);
  const { version, systemProgram } = report.programs;
  const path = saveFrozen({
    formatVersion: 1,
    programVersion: version,
    systemProgram,
    columns: CODE_COLUMNS,
    states: statesOf(report.codes.matrix),
  });
  return `The states of ${report.codes.matrix.length} cells are frozen in ${shownPath(path)}.`;
}

/** The text about one number, or about panics. @throws Failure with exit code 2 for a number that nobody defines. */
export function codeText(target: string, folder: string, paint: Paint): string {
  const report = lastReport(folder);
  if (PANIC.test(target)) return panicsDetail(report?.codes, paint);
  const code = numberOf(target);
  if (code === undefined || meaningsOf(code).length === 0)
    throw badInput(
      `"${target}" is no code that the system program, account-compression or a library has: give a number as 6027 or 0x178b, or panic; \`${commandName()} explain\` takes names, too.`,
    );
  const replayOf = (path: string): string =>
    replayOn(report === null ? {} : namedRunOf(report))(join(folder, path));
  return codeDetail(code, report?.codes, { paint, replayOf });
}

/** Prints the matrix or one code, or freezes the states. */
export function codes(target: string | undefined, flags: CodesFlags): number {
  const paint = paintFor(process.stdout.isTTY, process.env);
  const folder = flags.report ?? DEFAULT_REPORT;
  const text = (): string => {
    if (flags.update === true) onlyInClone('codes --update');
    if (flags.update === true) return update(folder);
    return target === undefined
      ? codesText(reportWithCodes(folder).codes, paint)
      : codeText(target, folder, paint);
  };
  process.stdout.write(`${text()}\n`);
  return EXIT.green;
}
