// The commands that run claims and judge a program: run, merge, baseline.
import type { Command } from 'commander';
import { runHelpText } from '../help-text';
import { collect, collectNames, type Act } from './act';
import { DEFAULT_REPORT, DEFAULT_SEED, DEFAULT_WORKERS, type RunFlags } from '../run-options';
import type { MergeFlags } from '../shard/merge';
import { BACKEND, programFlags } from './flags';

export function addRun(program: Command, act: Act): void {
  programFlags(program.command('run').description('run the suite and write a report'))
    .option('--baseline <file>', "known deviations; `none` for no baseline (default: the version's own)")
    .option('--backend <name>', BACKEND)
    .option('--rule <id>', 'only this rule; repeatable, or several with commas', collectNames)
    .option('--area <area>', 'only this area; repeatable, or several with commas', collectNames)
    .option(
      '--code <code>',
      'only the rules that stand for this documented error; repeatable, or several with commas',
      collectNames,
    )
    .option(
      '--section <section>',
      'only what covers this section, as `CPI_CONTEXT.md#Validation Rules`, or a document; repeatable',
      collect,
    )
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
    .option('--guided', 'traces too (--coverage), and changes plans that reached new code further; see below')
    .option('--guided-runs <number>', 'plans of the guided run (default: 1000)')
    .option('--debug', 'show stacks and the output of worker processes')
    .addHelpText('after', () => runHelpText())
    .action((flags: RunFlags) => {
      act(
        Promise.all([import('../run'), import('../run-options')]).then(([{ run }, { runOptions }]) =>
          run(runOptions(flags)),
        ),
      );
    });
}

export function addBaseline(program: Command, act: Act): void {
  const baseline = program.command('baseline').description("the versions' known deviations");
  baseline
    .command('update')
    .description("run the suite and write what it does as the version's baseline")
    .option('--program-version <version>', 'published version of the programs and fixtures')
    .option(
      '--rule <id>',
      'only this rule; the entries of others stay; repeatable, or several with commas',
      collectNames,
    )
    .option(
      '--area <area>',
      'only this area; the entries of others stay; repeatable, or several with commas',
      collectNames,
    )
    .option('--all', 'also the areas about the other instructions, codes, proofs and addresses')
    .option('--runs <number>', "cases per claim, in place of each claim's own number")
    .option('--seed <number>', `seed of the generators (default: ${DEFAULT_SEED})`)
    .option('--report <folder>', `where the last round's report goes (default: ${DEFAULT_REPORT})`)
    .option('--workers <number>', `worker processes (default: ${DEFAULT_WORKERS})`)
    .option('--debug', 'show stacks and the output of worker processes')
    .action((flags: RunFlags) => {
      act(
        Promise.all([import('../baseline-update'), import('../run-options')]).then(
          ([{ updateBaseline }, { runOptions }]) => updateBaseline(runOptions(flags)),
        ),
      );
    });
}

export function addMerge(program: Command, act: Act): void {
  program
    .command('merge <folders...>')
    .description('make one report of all shards of a run: the same as without shards, and the gate')
    .option('--report <folder>', `where the report goes (default: ${DEFAULT_REPORT})`)
    .option('--today <day>', 'the day that entries of the baseline may expire on (default: today)')
    .option('--summary <file>', "append the summary to this file, such as GitHub's $GITHUB_STEP_SUMMARY")
    .option('--annotate', 'print problems as annotations of GitHub Actions (default: where that runs)')
    .option('--no-annotate', 'print none')
    .action((folders: readonly string[], flags: MergeFlags) =>
      act(import('../shard/merge').then(({ merge }) => merge(folders, flags))),
    );
}
