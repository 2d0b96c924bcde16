// The commands about single cases and pairs of rules: replay, precedence.
import type { Command } from 'commander';
import { collect, type Act } from './act';
import type { PrecedenceFlags } from '../precedence-options';
import { DEFAULT_REPORT, DEFAULT_SEED, DEFAULT_WORKERS } from '../run-options';
import { programFlags, RECORDED_BACKEND } from './flags';

export function addReplay(program: Command, act: Act): void {
  programFlags(program.command('replay <file-or-folder>').description('run recorded cases again'))
    .option('--backend <name>', RECORDED_BACKEND)
    .option(
      '--baseline <file>',
      "what is frozen of errors that no document names; `none` for nothing (default: the version's own)",
    )
    .option('--debug', 'show stacks and the output of the worker process')
    .action((path: string, flags: object) =>
      act(import('../replay').then(({ replay }) => replay(path, flags))),
    );
}

export function addPrecedence(program: Command, act: Act): void {
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
        Promise.all([import('../precedence'), import('../precedence-options')]).then(
          ([{ precedence }, { precedenceOptions }]) => precedence(precedenceOptions(flags)),
        ),
      );
    });
}
