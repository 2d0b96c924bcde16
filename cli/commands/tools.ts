// The commands beside judging: the published programs, the benchmark, the committed proofs.
import type { Command } from 'commander';
import type { BenchFlags } from '../bench';
import { collect, type Act } from './act';

export function addTools(program: Command, act: Act): void {
  const programs = program.command('programs').description('the published programs under test');
  programs
    .command('fetch [version]')
    .description('download and verify a version into the cache')
    .action((version?: string) =>
      act(import('../programs').then(({ fetchPrograms }) => fetchPrograms(version))),
    );
  programs
    .command('list')
    .description('list the pinned versions')
    .action(() => act(import('../programs').then(({ showPrograms }) => showPrograms())));
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
    .action((flags: BenchFlags) => act(import('../bench').then(({ bench }) => bench(flags))));
  program
    .command('proofs')
    .description('make the committed proofs anew with the prover of the 0.27.0 package, and verify them')
    .option('--check', 'only verify those that are committed')
    .option('--port <number>', 'of the loopback interface, for the prover')
    .action((flags: object) => act(import('../proofs').then(({ proofs }) => proofs(flags))));
}
