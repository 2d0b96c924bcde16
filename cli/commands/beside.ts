// The commands beside a run: comparing builds, exporting witnesses, checking the documents, and the published SDKs.
import type { Command } from 'commander';
import type { ExportFlags } from '../export';
import { DEFAULT_REPORT, DEFAULT_SEED } from '../run-options';
import type { SdkFlags } from '../sdk-options';
import type { MutateModelFlags } from '../model-mutation/options';
import type { SpecFlags } from '../spec-check';
import { collect, collectNames, type Act } from './act';

export function addCompare(program: Command, act: Act): void {
  program
    .command('diff <before> <after>')
    .description('the same plans on two builds (published versions or .so files): what changed')
    .option('--program-version <version>', 'where the accounts of a build given as a file come from')
    .option('--rule <id>', 'only plans about this rule; repeatable, or several with commas', collectNames)
    .option('--area <area>', 'only plans of this area; repeatable, or several with commas', collectNames)
    .option('--all', 'also the areas about the other instructions, codes, proofs and addresses')
    .option('--cases <number>', 'plans of each claim (default: 40)')
    .option(
      '--precedence',
      'also break two rules at once, all pairs: which error wins, and where that changed',
    )
    .option(
      '--pair <a,b>',
      'only this pair of rules, and no claims unless some are named; repeatable',
      collect,
    )
    .option('--seed <number>', `seed of the generators (default: ${DEFAULT_SEED})`)
    .option('--json', 'print diff.json in place of the text')
    .option('--report <folder>', `where the report goes (default: ${DEFAULT_REPORT}/diff)`)
    .option('--summary <file>', "append the summary to this file, such as GitHub's $GITHUB_STEP_SUMMARY")
    .option('--debug', 'show stacks and the output of worker processes')
    .action((before: string, after: string, flags: object) =>
      act(import('../compare/diff').then(({ diff }) => diff(before, after, flags))),
    );
  program
    .command('bisect <witness>')
    .description(
      'one recorded case on every published version with v2 trees: between which of them it changes',
    )
    .option('--system-program <file>', 'your own build, as the last of them')
    .option('--program-version <version>', 'where the accounts of your own build come from')
    .option('--debug', 'show stacks and the output of the worker processes')
    .action((path: string, flags: object) =>
      act(import('../compare/bisect').then(({ bisect }) => bisect(path, flags))),
    );
}

export function addExport(program: Command, act: Act): void {
  program
    .command('export <witness>')
    .description('print a witness as a test that needs nothing of this project, or as steps in prose')
    .requiredOption(
      '--as <form>',
      'typescript (for bankrun and node:test), rust-litesvm, rust-mollusk, or prose',
    )
    .option('--to <folder>', 'where a Rust test goes, which is several files: a new folder')
    .option('--system-program <file>', 'the build of your own that the witness is of')
    .option('--account-compression <file>', 'the same of the account-compression program')
    .action((path: string, flags: ExportFlags) =>
      act(import('../export').then(({ exportWitness }) => exportWitness(path, flags))),
    );
}

export function addSpec(program: Command, act: Act): void {
  program
    .command('spec')
    .description('the documents that the rules are made from')
    .command('check')
    .description('whether the documents in a folder still say what the rules cite; exit code 5 if not')
    .requiredOption('--documents <folder>', 'a folder with any of the documents')
    .option('--update', 'note their sentences (as hashes) as those that the rules were written for')
    .action((flags: SpecFlags) => act(import('../spec-check').then(({ specCheck }) => specCheck(flags))));
}

export function addSdk(program: Command, act: Act): void {
  program
    .command('sdk')
    .description('compare the published TypeScript SDK with the programs: bytes, values, effects, decoding')
    .option('--versions <list>', 'versions of the SDK, separated by commas (default: all that are pinned)')
    .option(
      '--sdk <folder or .tgz>',
      'an unreleased build of the SDK: its folder, or what npm pack made of it',
    )
    .option(
      '--against <version, folder or .tgz>',
      'show only where --sdk differs from this one; exit code 1 if anything is worse, 4 if a check has too few cases',
    )
    .option('--program-versions <list>', 'versions of the programs, or `all` (default: the default one)')
    .option('--check <id>', 'only checks whose id begins so; repeatable', collect)
    .option('--baseline <file>', 'known findings (default: baselines/sdk.json); `none` for none')
    .option('--runs <number>', 'cases of each check (default: 60)')
    .option('--seed <number>', `seed of the generators (default: ${DEFAULT_SEED})`)
    .option('--report <folder>', `where the report goes (default: ${DEFAULT_REPORT}/sdk)`)
    .option('--explain <finding>', 'a finding of the last report in full, with lines that show it')
    .option('--debug', 'show stacks')
    .action((flags: SdkFlags) => {
      const { explain } = flags;
      const options = import('../sdk-options');
      if (explain !== undefined)
        act(
          Promise.all([options, import('../sdk-explain')]).then(([{ explainedFolder }, { explainFinding }]) =>
            explainFinding(explain, explainedFolder(flags)),
          ),
        );
      else
        act(
          Promise.all([options, import('../sdk')]).then(([{ sdkOptions }, { sdk }]) =>
            sdk(sdkOptions(flags)),
          ),
        );
    });
}

export function addMutateModel(program: Command, act: Act): void {
  program
    .command('mutate-model')
    .description(
      'every documented rule made wrong in the model (dropped, negated, a neighbour’s error): do the programs refute it',
    )
    .option('--program-version <version>', 'published version of the programs')
    .option('--rule <id>', 'only mutants of this rule; repeatable, or several with commas', collectNames)
    .option('--area <area>', 'only mutants of this area; repeatable, or several with commas', collectNames)
    .option('--cases <number>', 'cases of each claim (default: 40)')
    .option('--seed <number>', `seed of the generators (default: ${DEFAULT_SEED})`)
    .option('--json', 'print model-mutation.json in place of the text')
    .option('--report <folder>', `where the report goes (default: ${DEFAULT_REPORT}/model-mutation)`)
    .option('--debug', 'show stacks and the output of the worker process')
    .action((flags: MutateModelFlags) =>
      act(import('../model-mutation/mutate-model').then(({ mutateModel }) => mutateModel(flags))),
    );
}

export function addMutate(program: Command, act: Act): void {
  program
    .command('mutate')
    .description('change the system program one instruction at a time: does the suite notice?')
    .option('--program-version <version>', 'published version of the programs and fixtures')
    .option('--system-program <file>', 'your own build of the system program (.so)')
    .option('--baseline <file>', "known deviations; `none` for no baseline (default: the version's own)")
    .option('--rule <id>', 'only with cases of this rule; repeatable, or several with commas', collectNames)
    .option('--area <area>', 'only with cases of this area; repeatable, or several with commas', collectNames)
    .option('--sample <number>', 'how many mutants, chosen by the seed (default: 200)')
    .option('--all', 'all mutants, which takes an hour and more')
    .option('--mutant <id>', 'only this mutant, with all cases')
    .option(
      '--matrix',
      'ask the rules about proofs, too, where another has noticed already, which takes longer',
    )
    .option('--cases <number>', 'cases of each rule that are traced and tried (default: 8)')
    .option('--deep <number>', 'cases of each rule where nothing is noticed (default: 60)')
    .option('--seed <number>', `seed of the generators and of the sample (default: ${DEFAULT_SEED})`)
    .option('--workers <number>', 'worker processes (default: 2)')
    .option('--report <folder>', `where mutation.json goes (default: ${DEFAULT_REPORT}/mutation)`)
    .option('--json', 'print mutation.json in place of the text')
    .option('--debug', 'show stacks and the output of worker processes')
    .action((flags: object) => act(import('../mutate/mutate').then(({ mutate }) => mutate(flags))));
}
