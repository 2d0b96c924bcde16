// Prints a finished run, whoever ran its claims.
import { join } from 'node:path';
import type { Report } from '../report/report-types';
import { paintFor } from '../report/terminal/paint';
import { screen } from '../report/terminal/screen';
import { parseWitness } from '../report/witness';
import { DOCUMENTED_ERRORS } from '../spec/error-table';
import { commandName, shellWord } from '../programs/command-name';
import type { ProgramOptions } from './program-options';
import { DEFAULT_REPORT, DEFAULT_SEED, type RunOptions } from './run-options';
import { sameFlags } from './same-run';

/** What decides which cases run, and on what. */
type Asked = Pick<RunOptions, 'rules' | 'areas' | 'all' | 'seed' | 'backend'>;

/** Of the options, what the advice at the end depends on. */
type Given = {
  readonly budgeted: boolean;
  readonly programs: ProgramOptions;
  /** The baseline that was named, if one was; or `none`. */
  readonly baseline?: string | undefined;
  /** Claims were chosen. */
  readonly isFiltered: boolean;
  readonly asked: Asked;
};

/** For `explain` to look at the same version and builds, by the same baseline and into the same folder. */
const explainFlagsOf = (folder: string, { programs, baseline }: Given): string =>
  [
    programs.programVersion === undefined ? '' : ` --program-version ${programs.programVersion}`,
    sameFlags({ ...programs, baseline }),
    folder === DEFAULT_REPORT ? '' : ` --report ${shellWord(folder)}`,
  ].join('');

/** For `run` to try the same cases again. */
const askedFlagsOf = ({ rules, areas, all, seed, backend }: Asked): string =>
  [
    ...rules.map((rule) => ` --rule ${shellWord(rule)}`),
    ...areas.map((area) => ` --area ${shellWord(area)}`),
    all ? ' --all' : '',
    seed === DEFAULT_SEED ? '' : ` --seed ${seed}`,
    backend === 'bankrun' ? '' : ` --backend ${backend}`,
  ].join('');

/** To standard output; `folder` as the person would type it. */
export function printRun(
  report: Report,
  files: ReadonlyMap<string, string>,
  { folder, ...given }: Given & { readonly folder: string },
): void {
  const { budgeted, programs, baseline, isFiltered } = given;
  const command = commandName();
  const witnessOf = (path: string): ReturnType<typeof parseWitness> | undefined => {
    const text = files.get(path);
    return text === undefined ? undefined : parseWitness(text, path);
  };
  const same = sameFlags({ ...programs, baseline });
  const paint = paintFor(process.stdout.isTTY, process.env);
  const replayCommand = (path: string): string => `${command} replay ${shellWord(join(folder, path))}${same}`;
  const story = { errors: DOCUMENTED_ERRORS, paint, witnessOf, replayCommand };
  const explainFlags = explainFlagsOf(folder, given);
  const isFragment = isFiltered && report.baseline === null;
  const runFlags = `${askedFlagsOf(given.asked)}${explainFlags}`;
  const next = { command, folder, budgeted, explainFlags, runFlags, isFragment };
  process.stdout.write(`${screen(report, story, next)}\n`);
}
