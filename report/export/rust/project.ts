// A witness as a Cargo project of its own: manifest, test, accounts and the calling program.
import type { Witness } from '../../../spec/result';
import { wrap } from '../../terminal/text';
import { commented, titleOf } from '../outcome-text';
import { prose } from '../prose';
import { namedBuilds, ownOf, type TestedProgram } from '../tested-program';
import { constantsOf, declared, spellWith } from './constants';
import type { RustInput } from './rust-case';
import { LOADING } from './loading';
import { RAISED_BY, RUNTIMES, type RustForm, type Runtime } from './runtimes';
import { SHARED } from './shared';
import { dataFile, tables } from './tables';

export type ProjectInput = RustInput & {
  readonly form: RustForm;
  /** The calling program's bytes. */
  readonly caller: Buffer;
};

const manifest = ({ name, crates }: Runtime): string =>
  [
    `# A witness as a ${name} test; tests/witness.rs says what it shows and how to run it.`,
    '[package]',
    'name = "witness"',
    'version = "0.1.0"',
    'edition = "2021"',
    'publish = false',
    '',
    '[dev-dependencies]',
    ...crates,
    '',
    '# Stands alone, in another workspace too.',
    '[workspace]',
    '',
  ].join('\n');

/** Which builds are run, and how another one is. */
function builds(programs: readonly TestedProgram[]): string {
  if (ownOf(programs).length === 0)
    return `SYSTEM_PROGRAM=<file> (or ACCOUNT_COMPRESSION) puts a build of your own in the program's place, whose hash is not
checked.`;
  return namedBuilds(programs);
}

const howTo = (
  { name, limits }: Runtime,
  { programs: { version }, runtime }: Witness,
  programs: readonly TestedProgram[],
): string => `To run it, in this folder:
  npm install --no-save --ignore-scripts @lightprotocol/zk-compression-cli@${version}
  cargo test
The first line can be left out if ZK_COMPRESSION_CLI names a folder that has the package (bin/ is what is read).
${builds(programs)}
It passes as long as the program does what was observed; what is documented is above. Of a refused transaction it
compares the number of the error, or of an error of the runtime's own whether a program panicked or was stopped; of an
accepted one that it is accepted, and not what it leaves in the accounts.
${wrap(limits, 0)}
The outcomes were observed in ${runtime === 'litesvm' ? "LiteSVM's Node build" : 'bankrun (Solana 1.18)'}. This file's use of ${name}'s interface was compiled against
stand-ins for the crates, and not against the crates themselves: they could not be had where it was made.`;

const functionName = (rule: string): string => rule.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_');

function testText(input: ProjectInput): string {
  const { form, rust, witness } = input;
  const runtime = RUNTIMES[form];
  const { version } = witness.programs;
  const constants = constantsOf(rust.names);
  const code = tables(rust, spellWith(constants));
  const body = `/// ${titleOf(input)}.\n#[test]\nfn ${functionName(witness.rule)}() {\n${runtime.body}}`;
  return [
    commented(prose(input), '//!'),
    '//!',
    commented(howTo(runtime, witness, input.programs), '//!'),
    runtime.imports,
    'const PACKAGE: &str = "node_modules/@lightprotocol/zk-compression-cli";',
    `const PACKAGE_VERSION: &str = "@lightprotocol/zk-compression-cli@${version}";`,
    '',
    '/// Who is who.',
    declared(constants, code),
    '',
    body,
    '',
    code,
    '',
    `${SHARED}${LOADING}${form === 'rust-litesvm' ? RAISED_BY : ''}`,
  ].join('\n');
}

/** The files of the project by path; running it needs the published package besides. */
export function rustProject(input: ProjectInput): ReadonlyMap<string, string | Buffer> {
  const withData = input.rust.accounts.filter(({ data }) => data !== '');
  return new Map<string, string | Buffer>([
    ['Cargo.toml', manifest(RUNTIMES[input.form])],
    ['tests/witness.rs', testText(input)],
    ['tests/caller.so', input.caller],
    ...withData.map((account): [string, Buffer] => [
      `tests/${dataFile(account)}`,
      Buffer.from(account.data, 'base64'),
    ]),
  ]);
}
