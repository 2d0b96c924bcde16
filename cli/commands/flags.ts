// Options that several commands share.
import type { Command } from 'commander';

export const BACKEND =
  'runtime: bankrun (Solana 1.18), litesvm (a current Agave), or both (default: bankrun)';

/** Of recorded cases, which know where they were seen. */
export const RECORDED_BACKEND =
  'runtime: bankrun (Solana 1.18), litesvm (a current Agave), or both (default: the one that each case was seen on)';

export const programFlags = (command: Command): Command =>
  command
    .option(
      '--program-version <version>',
      'published version of the programs and fixtures (see: programs list; `run` takes `all`, too)',
    )
    .option('--system-program <file>', 'your own build of the system program (.so)')
    .option('--account-compression <file>', 'your own build of the account-compression program (.so)');
