// The command line: reads the arguments, calls one command, and turns every outcome into an exit code.
import { Command, CommanderError } from 'commander';
import { EXIT } from '../report/exit-code';
import { addPrecedence, addReplay } from './commands/cases';
import { addCodes, addReading } from './commands/reading';
import { addBaseline, addMerge, addRun } from './commands/run';
import { addTools } from './commands/tools';
import { speak } from './failure';
import { helpText } from './help-text';
import type { Act } from './commands/act';
import { addCompare, addExport, addMutate, addMutateModel, addSdk, addSpec } from './commands/beside';
import { commandName } from '../programs/command-name';
import { VERSION } from './tool';

/** Every command; `act` receives what the chosen one returns. */
export function buildProgram(act: Act): Command {
  const program = new Command('cpi-conformance')
    .description(
      'Decides whether a compiled Light system program does what INVOKE_CPI.md and CPI_CONTEXT.md say.',
    )
    .version(VERSION)
    .addHelpText('after', () => helpText());
  for (const add of [
    addRun,
    addMerge,
    addCompare,
    addBaseline,
    addReading,
    addCodes,
    addExport,
    addSpec,
    addReplay,
    addPrecedence,
    addSdk,
    addMutateModel,
    addMutate,
    addTools,
  ])
    add(program, act);
  const quiet = (command: Command, typed: string): void => {
    command
      .exitOverride()
      .showSuggestionAfterError()
      .showHelpAfterError(`\`${typed} --help\` says what there is.`);
    for (const one of command.commands) quiet(one, `${typed} ${one.name()}`);
  };
  quiet(program, commandName());
  return program;
}

function failed(error: unknown, debug: boolean): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.green : EXIT.badInput;
  const { sentence, exitCode } = speak(error, debug);
  process.stderr.write(`${sentence}\n`);
  return exitCode;
}

/** Runs the command in `argv` (without node and script). Returns the exit code; never throws. */
export async function main(argv: readonly string[]): Promise<number> {
  let chosen: Promise<number> | number = EXIT.green;
  try {
    await buildProgram((code) => (chosen = code)).parseAsync([...argv], { from: 'user' });
    return await chosen;
  } catch (error) {
    return failed(error, argv.includes('--debug'));
  }
}
