// What `--help` says below the commands: examples, exit codes, and where things are written.
import { cacheRoot } from '../programs/root';
import { commandName, shownPath } from '../programs/command-name';
import { NOT_CHANGED } from './coverage/traceable';
import { DEFAULT_REPORT } from './run-options';

const EXIT_CODES = `Exit codes:
  0    conformant with the baseline
  1    nonconformance: something the baseline does not list
  2    bad input: one sentence says what is wrong and what to do
  3    fault of the harness or the validator; with --backend both, the runtimes disagree
  4    too little evidence
  5    stale baseline
  130  interrupted; the previous report stays as it was`;

const writes = (): string => `Where a run writes:
  ${shownPath(DEFAULT_REPORT)}/
      the report, in the current folder; --report names another one
  ${shownPath(cacheRoot())}
      the published programs (7 MB, downloaded once; old versions 150 MB, the SDKs 50 MB) and
      temporary files; the environment CPI_CONFORMANCE_CACHE names another one
  the file of --summary; the commands that update write the clone's own files`;

/** For the command itself. */
export const helpText = (): string => {
  const name = commandName();
  return `
Examples:
  ${name} run
      the published programs: a minute and a half
  ${name} run --system-program ./my_system_program.so
      your own build, compared with the published version's baseline
  ${name} run --rule signer-checks/authority-is-pda --runs 1000
  ${name} explain 6028
      what is said about an error, and a case that raises it
  ${name} replay ${DEFAULT_REPORT}/witnesses
      what a run has found, again

${EXIT_CODES}

${writes()}

To check your own program's calls in a test of yours: import { checkCaller } from 'cpi-conformance' (see the README).`;
};

/** For `run`. */
export const runHelpText = (): string => `
Examples:
  ${commandName()} run --all                      everything: several minutes
  ${commandName()} run --area validation          one area; \`list\` names rules and areas
  ${commandName()} run --code 6027                the rules about an error; \`--section\` a part of a document
  ${commandName()} run --coverage --guided        and what of the compiled program ran: some minutes more
  ${commandName()} run --program-version all      one matrix of all published versions
  ${commandName()} run --baseline none            what the program does, whatever is known of it

--coverage and --guided need:
  a whole run of one version: not with --shard, --budget, --resume or --program-version all
  a program that LiteSVM runs and can trace: not the published 0.18.0 and 0.10.0
  for --guided, claims whose plans can be changed: not only those of ${[...NOT_CHANGED].join(', ')}
  --guided traces as --coverage does, whether that is given or not

${EXIT_CODES}

${writes()}`;
