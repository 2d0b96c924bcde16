// Prints a finished run, whoever ran its claims.
import { join } from 'node:path';
import type { Report } from '../report/report-types';
import { paintFor } from '../report/terminal/paint';
import { screen } from '../report/terminal/screen';
import { parseWitness } from '../report/witness';
import { DOCUMENTED_ERRORS } from '../spec/error-table';
import { commandName, shellWord } from './command-name';
import { ownBuildFlags, type ProgramOptions } from './program-options';

/** Of the options, what the advice at the end depends on. */
type Given = { readonly budgeted: boolean; readonly programs: ProgramOptions };

/** To standard output; `folder` as the person would type it. */
export function printRun(
  report: Report,
  files: ReadonlyMap<string, string>,
  { folder, budgeted, programs }: Given & { readonly folder: string },
): void {
  const command = commandName();
  const witnessOf = (path: string): ReturnType<typeof parseWitness> | undefined => {
    const text = files.get(path);
    return text === undefined ? undefined : parseWitness(text, path);
  };
  const own = ownBuildFlags(programs);
  const paint = paintFor(process.stdout.isTTY, process.env);
  const replayCommand = (path: string): string => `${command} replay ${shellWord(join(folder, path))}${own}`;
  const story = { errors: DOCUMENTED_ERRORS, paint, witnessOf, replayCommand };
  process.stdout.write(`${screen(report, story, { command, folder, budgeted })}\n`);
}
