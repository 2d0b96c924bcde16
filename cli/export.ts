// The command `export`: a witness as a test of its own, or as steps in prose.
import { prose } from '../report/export/prose';
import { typescriptTest } from '../report/export/typescript';
import { DOCUMENTED_ERRORS } from '../spec/error-table';
import type { PlannedTransaction } from '../spec/plan';
import type { Run } from '../report/history';
import type { Witness } from '../spec/result';
import type { RuntimeName } from '../spec/runtime';
import { RUNTIMES, type RustForm } from '../report/export/rust/runtimes';
import { isRecorded } from '../suites/asked';
import { claimById, claims } from '../suites/claims';
import { namedBuilds, unnamedBuild, type BuildFlags } from './export-build';
import { forTypescript, NOT_RUN, observed, rawOf } from './export-observed';
import { exportRust } from './export-rust';
import { badInput } from './failure';
import type { FoundWitness } from './find-witness';
import { runtimeOf } from './recorded-runtime';
import { testedPrograms } from './tested-programs';
import { readWitnesses, requireKnownRules } from './witness-files';

export type ExportFlags = BuildFlags & { readonly as: string; readonly to?: string };

const isRust = (form: string): form is RustForm => form in RUNTIMES;

/** @throws Failure for a form that there is not, one that is printed and not written to a folder, or a folder without a name. */
function requireForm({ as, to }: ExportFlags): void {
  if (isRust(as) && to === '') throw badInput('--to names no folder: name a new one.');
  if (isRust(as)) return;
  if (!['typescript', 'jest', 'prose'].includes(as))
    throw badInput(
      `--as must be typescript (jest means the same), rust-litesvm, rust-mollusk or prose, but is "${as}".`,
    );
  if (to !== undefined) throw badInput(`--to is for Rust tests: ${as} is printed.`);
}

/** What bare legacy transactions of these programs cannot say. */
const needsMore = ({ versioned, instructions }: PlannedTransaction): boolean =>
  versioned !== undefined || instructions.some(({ kind }) => kind === 'token');

/** What a test of this form will run on; prose tells what the witness's own runtime does. */
function runtimeFor(as: string, witness: Witness): RuntimeName | undefined {
  if (as === 'prose') return undefined;
  return isRust(as) && runtimeOf(witness) === 'litesvm' ? 'litesvm' : 'bankrun';
}

/** @throws Failure for a case of the other runtime, which does not show itself on the one that a test would run on. */
function requireShown({ content, file }: FoundWitness, { verdict }: Run, as: string): void {
  const runtime = runtimeOf(content);
  if (runtime === 'both')
    throw badInput(
      `${file} shows that the runtimes disagree, which a test on one of them cannot say: use prose.`,
    );
  if (runtime === 'litesvm' && !isRust(as) && verdict.observed !== content.observed)
    throw badInput(
      `${file} was seen on LiteSVM; bankrun, on which a TypeScript test runs, does ${verdict.observed} in place of ${content.observed}: use rust-litesvm.`,
    );
}

/** A test on the real programs does not see what account-compression is handed, and one in Rust no effects at all. */
function requireSeen({ content, file }: FoundWitness, as: string): void {
  if (content.verdict !== 'wrong-effect') return;
  const claim = claimById(content.rule);
  if (claim !== undefined && isRecorded(claim))
    throw badInput(
      `${file} is about what is handed to account-compression, which a test on the real programs does not see: use prose.`,
    );
  if (isRust(as))
    throw badInput(
      `${file} is about what an instruction leaves or logs, which a test in Rust does not compare yet: use typescript.`,
    );
}

/** The one witness of a file. @throws Failure for none or several. */
function oneOf(path: string): FoundWitness {
  const { witnesses } = readWitnesses(path);
  const [found, second] = witnesses;
  if (found !== undefined && second === undefined) return found;
  throw badInput(
    `${path} holds ${witnesses.length} witnesses of rules, laws or sweeps: name the file of one.`,
  );
}

/** Prints the witness in another form, or writes it to a folder. Returns 0. */
export async function exportWitness(path: string, flags: ExportFlags): Promise<number> {
  const { as, to } = flags;
  requireForm(flags);
  const found = oneOf(path);
  requireKnownRules([found], new Set(claims().map(({ id }) => id)));
  const { content: witness, file } = found;
  const programs = testedPrograms(witness.programs);
  const builds = namedBuilds(programs, flags, file);
  const isProse = as === 'prose';
  if (builds === null && !isProse) throw unnamedBuild(programs, file, as);
  if (!isProse) requireSeen(found, as);
  const options = { programVersion: witness.programs.version, ...builds };
  const { run, real } =
    builds === null ? NOT_RUN : await observed(found, options, { runtime: runtimeFor(as, witness) });
  const input = { witness, run, errors: DOCUMENTED_ERRORS, programs };
  if (isProse) {
    process.stdout.write(prose(input));
    return 0;
  }
  if (run === null || real === null)
    throw badInput(`${file} stops the validator, so that there is no outcome to test for.`);
  requireShown(found, run, as);
  if (witness.plan.transactions.some(needsMore))
    throw badInput(`${file} has lookup tables or tokens, which a test of its own cannot say yet: use prose.`);
  const test = { ...input, raw: rawOf(witness), observation: real.observation };
  if (isRust(as)) return exportRust({ ...test, form: as, file, to });
  process.stdout.write(typescriptTest({ ...test, ...forTypescript(test) }));
  return 0;
}
