// The commands that tell what is known: list, explain, codes.
import type { Command } from 'commander';
import type { Act } from './act';
import { programFlags } from './flags';

export function addReading(program: Command, act: Act): void {
  program
    .command('list')
    .description('list rules, laws and sweeps, or what covers each section of the documents')
    .option('--documents', 'section by section, with what is not checked and why')
    .option('--json', 'all of it as data, the sections too (report/catalogue.schema.json)')
    .action((flags: { documents?: boolean; json?: boolean }) =>
      act(import('../list').then(({ list }) => list(flags))),
    );
  programFlags(
    program
      .command('explain <code-or-rule>')
      .description('explain a rule, law, sweep, coverage item or error: what is said where, and a case'),
  )
    .option('--baseline <file>', 'the baseline to look into')
    .option(
      '--report <folder>',
      'the report folder to look into: after the baseline, for your own build before',
    )
    .action((target: string, flags: object) =>
      act(import('../explain').then(({ explain }) => explain(target, flags))),
    );
}

export function addCodes(program: Command, act: Act): void {
  program
    .command('codes [code]')
    .description('every code under every instruction, from the last report; or one code in full')
    .option('--report <folder>', 'the report folder to look into')
    .option('--update', "freeze the last report's states for its version")
    .action((target: string | undefined, flags: object) =>
      act(import('../codes').then(({ codes }) => codes(target, flags))),
    );
}
