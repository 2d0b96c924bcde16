// The command `export`: a witness as a test of its own, or as steps in prose.
import { createHash } from 'node:crypto';
import { loadCaller } from '../programs/caller/load';
import { loadRelease } from '../programs/load';
import { rawCase } from '../harness/raw-case';
import { prose } from '../report/export/prose';
import { typescriptTest } from '../report/export/typescript';
import { DOCUMENTED_ERRORS } from '../spec/error-table';
import type { PlannedTransaction } from '../spec/plan';
import type { Run } from '../report/history';
import type { ProgramHashes, Witness } from '../spec/result';
import type { RuntimeName } from '../spec/runtime';
import { RUNTIMES, type RustForm } from '../report/export/rust/runtimes';
import { exportRust } from './export-rust';
import { frozenErrors, loadBaseline } from './baseline-file';
import { badInput } from './failure';
import type { FoundWitness } from './find-witness';
import { programsOf } from './published-programs';
import { runtimeOf } from './recorded-runtime';
import { rerun } from './rerun';
import { readWitnesses } from './witness-files';

export type ExportFlags = { readonly as: string; readonly to?: string };

const isRust = (form: string): form is RustForm => form in RUNTIMES;

/** @throws Failure for a form that there is not, or one that is printed and not written to a folder. */
function requireForm({ as, to }: ExportFlags): void {
  if (isRust(as)) return;
  if (!['typescript', 'jest', 'prose'].includes(as))
    throw badInput(
      `--as must be typescript (jest means the same), rust-litesvm, rust-mollusk or prose, but is "${as}".`,
    );
  if (to !== undefined) throw badInput(`--to is for Rust tests: ${as} is printed.`);
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** What bare legacy transactions of these programs cannot say. */
const needsMore = ({ versioned, instructions }: PlannedTransaction): boolean =>
  versioned !== undefined || instructions.some(({ kind }) => kind === 'token');

/** A case of somebody's own build is no case of the published programs, which an exported test would run. */
function requirePublished({ version, systemProgram, accountCompression }: ProgramHashes, file: string): void {
  const release = loadRelease(version);
  const isSame =
    sha256(release.systemProgram) === systemProgram &&
    sha256(release.accountCompression) === accountCompression;
  if (!isSame)
    throw badInput(
      `${file} is of another build than the published ${version}: only cases of published programs can be exported.`,
    );
}

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

/** Prints the witness in another form, or writes it to a folder. Returns 0. */
export async function exportWitness(path: string, flags: ExportFlags): Promise<number> {
  const { as, to } = flags;
  requireForm(flags);
  const { witnesses } = readWitnesses(path);
  const [found, second] = witnesses;
  if (found === undefined || second !== undefined)
    throw badInput(
      `${path} holds ${witnesses.length} witnesses of rules, laws or sweeps: name the file of one.`,
    );
  const { content: witness, file } = found;
  const { version } = witness.programs;
  requirePublished(witness.programs, file);
  const again = { backend: runtimeFor(as, witness), ...frozenErrors(loadBaseline(undefined, version)) };
  const run = (await rerun([found], { programVersion: version }, again)).get(file)?.run ?? null;
  const input = { witness, run, errors: DOCUMENTED_ERRORS };
  if (as === 'prose') {
    process.stdout.write(prose(input));
    return 0;
  }
  if (run === null) throw badInput(`${file} stops the validator, so that there is no outcome to test for.`);
  requireShown(found, run, as);
  if (witness.plan.transactions.some(needsMore))
    throw badInput(`${file} has lookup tables or tokens, which a test of its own cannot say yet: use prose.`);
  const { systemProgram, accountCompression, fixtures, noop } = loadRelease(version);
  const caller = loadCaller();
  const programs = { systemProgram, accountCompression, caller, ...(noop === undefined ? {} : { noop }) };
  const raw = rawCase({ programs, fixtures, plan: witness.plan });
  if (isRust(as)) return exportRust({ ...input, form: as, raw, file, to });
  process.stdout.write(
    typescriptTest({ ...input, raw, caller: caller.toString('base64'), published: programsOf(version) }),
  );
  return 0;
}
