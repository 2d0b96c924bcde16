// Runs mutants: many at the instructions that traces show, or one that is named; survivors are compared.
import { createHash } from 'node:crypto';
import { mutationReport } from '../../report/mutation/report';
import type { CaseRange, Mutant, MutantRow, MutationReport } from '../../spec/mutation';
import type { CaseName } from '../../spec/survivor';
import { knownMutants, knownOrProved } from './known-mutants';
import { chosen, codeOf, coveringCases, hitsOf, hitsWithout, mutantById, shareOfCases } from './mutants';
import type { MutateOptions } from './options';
import { namingOf, rowOf, type Tried } from './rows';
import { secondsOf, type Seconds } from './seconds';
import { casesFor, isOpen, judgedRows } from './survivors';
import { trapOf, trapped } from './trap';
import { attempt, laterCases, tracesOf, tried, type Job } from './tries';

/** A report, and what is no part of it: how long each mutant took. */
export type Performed = { readonly report: MutationReport; readonly seconds: Seconds };

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Whether claims are named: then mutants are made of all that these execute, else of what InvokeCpi does. */
export const isAsked = ({ rules, areas }: MutateOptions): boolean => rules.length + areas.length > 0;

/** A sample of the mutants, or all. */
export async function perform(job: Job): Promise<Performed> {
  const { options, open, systemProgram, claims } = job;
  const { seed, cases, deep } = options;
  const code = codeOf(systemProgram);
  const naming = namingOf(code);
  const traces = await tracesOf(job);
  const hits = hitsOf(traces, isAsked(options) ? 'all' : 'InvokeCpi');
  // The controls of a kind share the cases of all claims: code is dead where none of these runs it.
  const hash = sha256(systemProgram);
  const { of: listed, isText, texts } = knownMutants(open.version, hash);
  const known = knownOrProved(listed, code);
  const changed = hitsWithout(hits, isText);
  const { mutants, controls, of } = chosen(code, { hits: changed, all: hitsOf(traces, 'all') }, options);
  const done = await tried(job, {
    mutants: mutants.map((mutant) => ({ mutant, ranges: coveringCases(traces, mutant.pc) })),
    controls: controls.map((mutant) => ({ mutant, ranges: shareOfCases(traces, mutant, controls) })),
    known,
  });
  const rowWith = (one: Tried): MutantRow => rowOf(naming, one, known(one.mutant));
  const casesOf = ({ mutant }: Tried): readonly CaseName[] => casesFor(traces, mutant);
  const judged = await judgedRows(job, done.slice(0, mutants.length), { naming, rowWith, casesOf, texts });
  const report = mutationReport({
    programs: { version: open.version, systemProgram: hash },
    ...{ seed, cases, deep, isWholeMatrix: options.matrix, isInvokeCpiOnly: !isAsked(options) },
    instructions: code.instructions.length,
    executed: hits.executed.size,
    textOnly: hits.executed.size - changed.executed.size,
    mutants: of,
    claims: claims.map(({ id }) => id),
    rows: [...judged.rows, ...done.slice(mutants.length).map(rowWith)],
  });
  return { report, seconds: secondsOf(judged.tried) };
}

/** One case of each claim that executes what the mutant changes: it stops the program once that is a trap. */
async function casesThatExecute(
  job: Job,
  mutant: Mutant,
  ranges: readonly CaseRange[],
): Promise<readonly CaseName[]> {
  const [outcome] = await attempt(job, 'traps tried', [{ mutant: trapOf(mutant), ranges }]);
  return trapped(
    outcome,
    job.claims.map(({ id }) => id),
  );
}

/** One mutant, with all cases of all claims. */
export async function performOne(job: Job, id: string): Promise<Performed> {
  const { options, open, systemProgram, claims } = job;
  const { seed, cases: perClaim, deep } = options;
  const code = codeOf(systemProgram);
  const mutant = mutantById(code, id);
  const all = await laterCases(job, new Set(claims.map((claim) => claim.id)), 0);
  const ranges = [...all.values()];
  const outcomes = await attempt(job, 'mutants tried', [{ mutant, ranges }]);
  const hash = sha256(systemProgram);
  const naming = namingOf(code);
  const { of: listed, texts } = knownMutants(open.version, hash);
  const equivalence = knownOrProved(listed, code)(mutant);
  const rowWith = (one: Tried): MutantRow => rowOf(naming, one, equivalence);
  const first = { mutant, outcomes };
  const cases = isOpen(rowWith(first)) ? await casesThatExecute(job, mutant, ranges) : [];
  const judging = { naming, rowWith, texts, casesOf: () => cases };
  const { rows, tried: done } = await judgedRows(job, [first], judging);
  const report = mutationReport({
    programs: { version: open.version, systemProgram: hash },
    ...{ seed, cases: perClaim, deep, isWholeMatrix: true, isInvokeCpiOnly: false },
    ...{ executed: 0, textOnly: 0, mutants: 1, instructions: code.instructions.length },
    claims: claims.map((claim) => claim.id),
    rows,
  });
  return { report, seconds: secondsOf(done) };
}
