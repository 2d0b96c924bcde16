// A witness as a TypeScript test of its own: it needs published packages only and nothing of this project.
import type { RawCase, RawOutcome } from '../../spec/raw-case';
import { lawById } from '../../spec/laws';
import { commented, titleOf } from './outcome-text';
import { prose, type ExportInput } from './prose';
import { namedBuilds, ownOf, type PublishedAccount, type TestedProgram } from './tested-program';
import { BODY, HEAD, TYPES } from './typescript-body';

export type TestInput = ExportInput & {
  readonly raw: RawCase;
  /** What each transaction does. */
  readonly outcomes: readonly RawOutcome[];
  /** The calling program's bytes in base64. */
  readonly caller: string;
  readonly programs: readonly TestedProgram[];
  /** Accounts of the published package. */
  readonly published: readonly PublishedAccount[];
};

const json = (value: unknown): string => JSON.stringify(value, null, 2);

/** What is compared, which depends on what there is to compare. */
function compared({ witness, outcomes, raw, programs }: TestInput): string {
  const logged = outcomes.some(({ derived }) => derived !== null)
    ? '\nOf a proof that the system program refuses, the hashes, roots and addresses that it logs are compared, too.'
    : '';
  const law =
    lawById(witness.rule) === undefined
      ? ''
      : '\nThe law compares two roads, and only the second one is run here: a change of the first is not noticed.';
  const isCalled = programs.some(({ address, variable }) => variable !== null && address in raw.names);
  const uncalled = isCalled
    ? ''
    : '\nNone of the programs under test is called here: what is shown is what the runtime and the calling program do.';
  return `It passes as long as the program does what was observed; what is documented is above. Of a refused transaction
it compares the runtime's error, the instruction that failed, and the program that raised it, which is the first to
fail; of an accepted one the data (by sha256) and the lamports of each account that it may write.${logged}${law}${uncalled}
It does not compare what a refused transaction leaves, which accounts belong to whom, compute units, and what the
system program hands to account-compression beyond what that leaves in accounts.`;
}

/** Which builds are run, and how another one is. */
function builds(programs: readonly TestedProgram[]): string {
  if (ownOf(programs).length === 0)
    return `The programs must be those that were observed, by sha256; SYSTEM_PROGRAM=<file> (or ACCOUNT_COMPRESSION) puts a
build of your own in the program's place, which is not compared.`;
  return namedBuilds(programs);
}

const variables = (programs: readonly TestedProgram[]): string =>
  ownOf(programs)
    .map(({ variable }) => `${variable}=<file> `)
    .join('');

/** The test passes as long as the programs do what they were seen to do. */
export function typescriptTest(input: TestInput): string {
  const { witness, raw, caller, programs, published, outcomes } = input;
  const version = witness.programs.version;
  const transactions = raw.transactions.map(({ bytes, blockhashAt }) => ({ bytes, blockhashAt }));
  return [
    commented(prose(input), '//'),
    '//',
    commented(
      `To run it, in an empty folder:
  npm init -y
  npm install solana-bankrun@0.4.0 @solana/web3.js@1.98.4 @lightprotocol/zk-compression-cli@${version} tsx @types/node
  ${variables(programs)}RUST_LOG=off npx tsx --test <this file>
${compared(input)}
Signatures are dummies: bankrun takes them.
${builds(programs)}`,
      '//',
    ),
    HEAD,
    TYPES,
    `const TITLE = ${json(titleOf(input))};`,
    `const PACKAGE = process.env['ZK_COMPRESSION_CLI'] ?? 'node_modules/@lightprotocol/zk-compression-cli';`,
    `const PACKAGE_VERSION = ${json(`@lightprotocol/zk-compression-cli@${version}`)};`,
    `/** The programs: where each stands, its file in the package, the variable that names another one, and the sha256. */`,
    `const PROGRAMS: Program[] = ${json(programs)};`,
    `/** What each transaction does. */`,
    `const OUTCOMES: Outcome[] = ${json(outcomes)};`,
    `/** Who is who. */\nexport const NAMES: Record<string, string> = ${json(raw.names)};`,
    `const CALLERS: string[] = ${json(raw.callers)};`,
    `/** Accounts of the package. */\nconst PUBLISHED: { address: string; file: string; sha256: string }[] = ${json(published)};`,
    `const ACCOUNTS: Account[] = ${json(raw.accounts)};`,
    `const TRANSACTIONS: { bytes: string; blockhashAt: number }[] = ${json(transactions)};`,
    `/** A small program that makes the cross-program calls its instruction data lists. */\nconst CALLER =\n  ${json(caller)};`,
    '',
    BODY,
  ].join('\n');
}
