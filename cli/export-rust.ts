// The command `export` to Rust: a witness as a Cargo project with a LiteSVM or a Mollusk test, in a folder of its own.
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { raiserOf } from '../harness/raw-outcome';
import { rawInstructions } from '../harness/raw-instructions';
import { loadCaller } from '../programs/caller/load';
import { loadRelease, type Fixture } from '../programs/load';
import { makeFolder } from '../programs/make-folder';
import { rustProject } from '../report/export/rust/project';
import type { RustCase, RustOutcome, RustTransaction } from '../report/export/rust/rust-case';
import type { RustForm } from '../report/export/rust/runtimes';
import type { ExportInput } from '../report/export/prose';
import type { Observation, TransactionOutcome } from '../spec/outcome';
import type { PlannedTransaction } from '../spec/plan';
import type { RawAccount, RawCase } from '../spec/raw-case';
import { withoutV2Trees } from '../spec/versions';
import { shownPath } from '../programs/command-name';
import { requireSameThere } from './export-runtimes';
import { badInput } from './failure';
import { writing } from './report-folder';

export type RustExport = ExportInput & {
  readonly form: RustForm;
  readonly raw: RawCase;
  /** On the real programs. */
  readonly observation: Observation;
  readonly file: string;
  readonly to: string | undefined;
};

/** Units that an instruction adds to a transaction's limit where nothing asks for another one. */
const DEFAULT_UNITS = 200_000;

const outcomeOf = ({ raised }: TransactionOutcome): RustOutcome => {
  if (raised === null) return { error: null, by: null };
  return { error: raised.code ?? (raised.panicked ? 'stopped' : 'any'), by: raiserOf(raised) };
};

const fromFixture = ({ pubkey, owner, lamports, data, executable }: Fixture): RawAccount => ({
  ...{ address: pubkey, owner, executable },
  lamports: lamports.toString(),
  data: data.toString('base64'),
});

const COMPUTE_BUDGET = 'ComputeBudget111111111111111111111111111111';

function transactionOf(
  bytes: string,
  { planned, outcome, form }: { planned: PlannedTransaction; outcome: TransactionOutcome; form: RustForm },
): RustTransaction {
  const { feePayer, instructions } = rawInstructions(bytes);
  const others = instructions.filter(({ program }) => program !== COMPUTE_BUDGET);
  return {
    feePayer,
    instructions: form === 'rust-mollusk' ? others : instructions,
    outcome: outcomeOf(outcome),
    units: planned.computeUnitLimit ?? DEFAULT_UNITS * others.length,
  };
}

function rustCase({ witness, observation, raw, form, programs }: RustExport): RustCase {
  const { version } = witness.programs;
  const outcomes = observation.transactions;
  const { fixtures } = loadRelease(version);
  const published = fixtures.filter(({ pubkey }) => raw.published.includes(pubkey));
  return {
    names: raw.names,
    programs,
    callers: raw.callers,
    accounts: [...published.map(fromFixture), ...raw.accounts],
    transactions: raw.transactions.flatMap(({ bytes }, at) => {
      const [planned, outcome] = [witness.plan.transactions[at], outcomes[at]];
      return planned === undefined || outcome === undefined
        ? []
        : [transactionOf(bytes, { planned, outcome, form })];
    }),
  };
}

/** What a form cannot say, in one sentence. */
function requireSayable({ witness, observation, form, file }: RustExport): void {
  requireSameThere(witness.rule, observation.transactions, file);
  const { version } = witness.programs;
  if (withoutV2Trees(version) !== null)
    throw badInput(
      `${file} is of ${version}, whose programs do not hash on the runtimes of LiteSVM and Mollusk: use typescript.`,
    );
  const isRuntimes = observation.transactions.some(({ raised }) => raised?.program === 'runtime');
  if (form === 'rust-mollusk' && isRuntimes)
    throw badInput(
      `${file} has a transaction that is refused before its instructions run, which Mollusk cannot say: it runs instructions only; use rust-litesvm or typescript.`,
    );
}

function requireEmpty(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw badInput(`${shownPath(folder)} is not empty: name a new folder by --to.`);
}

/** Writes the project. Returns 0. */
export function exportRust(input: RustExport): number {
  const { form, to } = input;
  if (to === undefined) throw badInput(`A Rust test is several files: name a folder for them by --to.`);
  requireSayable(input);
  const project = { ...input, rust: rustCase(input), caller: loadCaller(), form };
  writing(to, () => {
    requireEmpty(to);
    for (const [name, content] of rustProject(project)) {
      const path = join(to, name);
      makeFolder(dirname(path));
      writeFileSync(path, content);
    }
  });
  process.stdout.write(
    `Wrote a Cargo project to ${shownPath(to)}; the head of tests/witness.rs says how to run it.\n`,
  );
  return 0;
}
