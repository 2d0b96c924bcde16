// The command line: reads the arguments, calls one command, and turns every outcome into an exit code.
import { Command, CommanderError } from 'commander';
import type { BenchFlags } from './bench';
import { EXIT } from '../report/exit-code';
import { speak } from './failure';
import { helpText, runHelpText } from './help-text';
import type { MergeFlags } from './shard/merge';
import type { PrecedenceFlags } from './precedence-options';
import { DEFAULT_REPORT, DEFAULT_SEED, DEFAULT_WORKERS, type RunFlags } from './run-options';
import { addCompare, addExport, addSdk, addMutateModel, addSpec, collect, type Act } from './more-commands';
import { VERSION } from './tool';

const BACKEND = 'runtime: bankrun (Solana 1.18), litesvm (a current Agave), or both (default: bankrun)';

const programFlags = (command: Command): Command =>
  command
    .option(
      '--program-version <version>',
      'published version of the programs and fixtures (see: programs list; `run` takes `all`, too)',
    )
    .option('--system-program <file>', 'your own build of the system program (.so)')
    .option('--account-compression <file>', 'your own build of the account-compression program (.so)');

function addRun(program: Command, act: Act): void {
  programFlags(program.command('run').description('run the suite and write a report'))
    .option('--baseline <file>', "known deviations; `none` for no baseline (default: the version's own)")
    .option('--backend <name>', BACKEND)
    .option('--rule <id>', 'only this rule; repeatable', collect)
    .option('--area <area>', 'only this area; repeatable', collect)
    .option('--all', 'also the areas about the other instructions, codes, proofs and addresses')
    .option('--runs <number>', "cases per claim, in place of each claim's own number")
    .option('--seed <number>', `seed of the generators (default: ${DEFAULT_SEED})`)
    .option('--report <folder>', `where the report goes (default: ${DEFAULT_REPORT})`)
    .option('--workers <number>', `worker processes (default: ${DEFAULT_WORKERS})`)
    .option('--shard <i/n>', 'only this part of the run; `merge` makes one report of all parts')
    .option('--budget <time>', 'stop after so long (60s, 10m, 2h), what has least evidence first')
    .option('--resume', 'go on from what an interrupted run of the same options finished')
    .option('--today <day>', 'the day that entries of the baseline may expire on (default: today)')
    .option('--summary <file>', "append the summary to this file, such as GitHub's $GITHUB_STEP_SUMMARY")
    .option('--annotate', 'print problems as annotations of GitHub Actions (default: where that runs)')
    .option('--no-annotate', 'print none')
    .option('--coverage', 'then trace a few cases of each claim: what of the compiled program ran')
    .option('--coverage-runs <number>', 'traced cases of each claim (default: 10)')
    .option('--guided', 'also change plans that reached new code, and run those; with --coverage')
    .option('--guided-runs <number>', 'plans of the guided run (default: 1000)')
    .option('--debug', 'show stacks and the output of worker processes')
    .addHelpText('after', () => runHelpText())
    .action((flags: RunFlags) => {
      act(
        Promise.all([import('./run'), import('./run-options')]).then(([{ run }, { runOptions }]) =>
          run(runOptions(flags)),
        ),
      );
    });
}

function addBaseline(program: Command, act: Act): void {
  const baseline = program.command('baseline').description("the versions' known deviations");
  baseline
    .command('update')
    .description("run the suite and write what it does as the version's baseline")
    .option('--program-version <version>', 'published version of the programs and fixtures')
    .option('--rule <id>', 'only this rule; the entries of others stay; repeatable', collect)
    .option('--area <area>', 'only this area; the entries of others stay; repeatable', collect)
    .option('--all', 'also the areas about the other instructions, codes, proofs and addresses')
    .option('--runs <number>', "cases per claim, in place of each claim's own number")
    .option('--seed <number>', `seed of the generators (default: ${DEFAULT_SEED})`)
    .option('--report <folder>', `where the last round's report goes (default: ${DEFAULT_REPORT})`)
    .option('--workers <number>', `worker processes (default: ${DEFAULT_WORKERS})`)
    .option('--debug', 'show stacks and the output of worker processes')
    .action((flags: RunFlags) => {
      act(
        Promise.all([import('./baseline-update'), import('./run-options')]).then(
          ([{ updateBaseline }, { runOptions }]) => updateBaseline(runOptions(flags)),
        ),
      );
    });
}

function addReplay(program: Command, act: Act): void {
  programFlags(program.command('replay <file-or-folder>').description('run recorded cases again'))
    .option('--backend <name>', BACKEND)
    .option('--debug', 'show stacks and the output of the worker process')
    .action((path: string, flags: object) =>
      act(import('./replay').then(({ replay }) => replay(path, flags))),
    );
}

function addPrecedence(program: Command, act: Act): void {
  programFlags(
    program
      .command('precedence')
      .description('which error wins where two rules are broken at once: observed for all pairs, and frozen'),
  )
    .option('--pair <rule,rule>', 'only this pair; repeatable', collect)
    .option('--cases <number>', 'cases of each pair (default: 8)')
    .option('--update', 'freeze what is seen for this version, added to what is frozen of the same program')
    .option('--baseline <file>', 'known deviations; `none` for no baseline and nothing frozen')
    .option('--seed <number>', `seed of the generators (default: ${DEFAULT_SEED})`)
    .option('--report <folder>', `where the report goes (default: ${DEFAULT_REPORT}/precedence)`)
    .option('--workers <number>', `worker processes (default: ${DEFAULT_WORKERS})`)
    .option('--debug', 'show stacks and the output of worker processes')
    .action((flags: PrecedenceFlags) => {
      act(
        Promise.all([import('./precedence'), import('./precedence-options')]).then(
          ([{ precedence }, { precedenceOptions }]) => precedence(precedenceOptions(flags)),
        ),
      );
    });
}

function addMerge(program: Command, act: Act): void {
  program
    .command('merge <folders...>')
    .description('make one report of all shards of a run: the same as without shards, and the gate')
    .option('--report <folder>', `where the report goes (default: ${DEFAULT_REPORT})`)
    .option('--today <day>', 'the day that entries of the baseline may expire on (default: today)')
    .option('--summary <file>', "append the summary to this file, such as GitHub's $GITHUB_STEP_SUMMARY")
    .option('--annotate', 'print problems as annotations of GitHub Actions (default: where that runs)')
    .option('--no-annotate', 'print none')
    .action((folders: readonly string[], flags: MergeFlags) =>
      act(import('./shard/merge').then(({ merge }) => merge(folders, flags))),
    );
}

function addTools(program: Command, act: Act): void {
  const programs = program.command('programs').description('the published programs under test');
  programs
    .command('fetch [version]')
    .description('download and verify a version into the cache')
    .action((version?: string) =>
      act(import('./programs').then(({ fetchPrograms }) => fetchPrograms(version))),
    );
  programs
    .command('list')
    .description('list the pinned versions')
    .action(() => act(import('./programs').then(({ showPrograms }) => showPrograms())));
  program
    .command('bench')
    .description('measure the speed of the suite')
    .option(
      '--part <name>',
      'replay, shares, speed, growth or workers; repeatable (default: all but workers)',
      collect,
    )
    .option('--backend <name>', 'bankrun or litesvm (default: each in turn)')
    .option('--workers', 'as --part workers: two worker processes over one, on the default run')
    .option('--quick', 'a few rounds: a look, not figures')
    .action((flags: BenchFlags) => act(import('./bench').then(({ bench }) => bench(flags))));
  program
    .command('proofs')
    .description('make the committed proofs anew with the prover of the 0.27.0 package, and verify them')
    .option('--check', 'only verify those that are committed')
    .option('--port <number>', 'of the loopback interface, for the prover')
    .action((flags: object) => act(import('./proofs').then(({ proofs }) => proofs(flags))));
}

function addReading(program: Command, act: Act): void {
  program
    .command('list')
    .description('list rules, laws and sweeps, or what covers each section of the documents')
    .option('--documents', 'section by section, with what is not checked and why')
    .action((flags: { documents?: boolean }) => act(import('./list').then(({ list }) => list(flags))));
  program
    .command('explain <code-or-rule>')
    .description('explain a rule, law, sweep, coverage item or error: what is said where, and a case')
    .option('--program-version <version>', 'whose baseline to look into')
    .option('--baseline <file>', 'the baseline to look into')
    .option('--report <folder>', 'the report folder to look into after the baseline')
    .action((target: string, flags: object) =>
      act(import('./explain').then(({ explain }) => explain(target, flags))),
    );
}

function addCodes(program: Command, act: Act): void {
  program
    .command('codes [code]')
    .description('every code under every instruction, from the last report; or one code in full')
    .option('--report <folder>', 'the report folder to look into')
    .option('--update', "freeze the last report's states for its version")
    .action((target: string | undefined, flags: object) =>
      act(import('./codes').then(({ codes }) => codes(target, flags))),
    );
}

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
    addTools,
  ])
    add(program, act);
  const quiet = (command: Command): void => {
    command.exitOverride().showSuggestionAfterError();
    command.commands.forEach(quiet);
  };
  quiet(program);
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
