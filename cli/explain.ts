// The command `explain`: everything about one rule, law, sweep or coverage item, or about all rules of one error.
import { DOCUMENTED_ERRORS, type DocumentedError } from '../spec/error-table';
import { COVERAGE } from '../spec/coverage';
import type { FrozenPrecedence } from '../spec/precedence';
import { LAWS, lawById } from '../spec/laws';
import { RULES, ruleById } from '../spec/rules';
import { explainCoverage } from '../report/terminal/explain-coverage';
import { explainLaw } from '../report/terminal/explain-law';
import { explainError, explainRule } from '../report/terminal/explain';
import { orderLines } from '../report/terminal/order-text';
import { paintFor, type Paint } from '../report/terminal/paint';
import { explainSweep } from '../report/terminal/sweep-text';
import { frozenErrors, loadBaseline, type BaselineFile } from './baseline-file';
import { commandName } from '../programs/command-name';
import { ERROR_NAMES, errorsNamed, plainTarget } from './error-target';
import { unnamedText } from './explain-unnamed';
import { allClaims } from './engine';
import type { Claim } from '../suites/engine-types';
import { badInput } from './failure';
import { casesOf, claimsOf, replayOn } from './explain-cases';
import { entryOf, type FoundWitness } from './find-witness';
import { loadFrozen } from './frozen-precedence';
import { lastReport } from './last-report';
import { unknownName } from './near';
import { pinnedVersion, type ProgramOptions } from './program-options';
import { rerun, type Rerun } from './rerun';
import { DEFAULT_REPORT, folder } from './run-options';
import type { SameRun } from './same-run';

export type ExplainFlags = ProgramOptions & {
  readonly baseline?: string;
  readonly report?: string;
};

type Context = {
  readonly paint: Paint;
  readonly baseline: BaselineFile | null;
  readonly report: string;
  /** What a suggested replay needs. */
  readonly same: SameRun;
  /** The cases to show, by rule. */
  readonly cases: ReadonlyMap<string, FoundWitness>;
  /** What they did just now, by file. */
  readonly runs: ReadonlyMap<string, Rerun>;
  readonly sweeps: readonly Claim[];
  /** Which of two broken rules wins, as frozen for the version. */
  readonly frozen: FrozenPrecedence | null;
};

function ruleText(id: string, { paint, baseline, same, cases, runs, frozen }: Context): string {
  const rule = ruleById(id);
  if (rule === undefined) return '';
  const witness = cases.get(id);
  const ran = witness === undefined ? undefined : runs.get(witness.file);
  return explainRule({
    rule,
    errors: DOCUMENTED_ERRORS,
    paint,
    entry: entryOf(baseline, id),
    witness,
    run: ran?.run ?? null,
    loaded: ran?.programs ?? null,
    order: orderLines(id, frozen),
    replayCommand: replayOn(same),
  });
}

function lawText(id: string, { paint, baseline, same, cases, runs }: Context): string | undefined {
  const law = lawById(id);
  if (law === undefined) return undefined;
  const witness = cases.get(id);
  const ran = witness === undefined ? undefined : runs.get(witness.file);
  return explainLaw({
    law,
    errors: DOCUMENTED_ERRORS,
    paint,
    entry: entryOf(baseline, id),
    witness,
    roads: ran === undefined ? null : { first: ran.first, second: ran.run },
    loaded: ran?.programs ?? null,
    replayCommand: replayOn(same),
  });
}

function sweepText(id: string, context: Context): string | undefined {
  const { paint, baseline, same, cases, runs, sweeps } = context;
  const sweep = sweeps.find((one) => one.id === id);
  if (sweep === undefined) return undefined;
  const witness = cases.get(id);
  const ran = witness === undefined ? undefined : runs.get(witness.file);
  return explainSweep({
    sweep,
    errors: DOCUMENTED_ERRORS,
    paint,
    entries: baseline?.content.deviations.filter(({ rule }) => rule === id) ?? [],
    witness,
    run: ran?.run ?? null,
    loaded: ran?.programs ?? null,
    replayCommand: replayOn(same),
  });
}

function coverageText(id: string, { paint, report }: Context): string | undefined {
  const item = COVERAGE.find((one) => one.id === id);
  if (item === undefined) return undefined;
  const row = lastReport(report)?.coverage.find((one) => one.id === id);
  return explainCoverage({ item, row, paint });
}

const errorText = (error: DocumentedError, context: Context): string =>
  [explainError(error, context.paint), ...error.rules.map((id) => ruleText(id, context))].join('\n');

function textOf(target: string, context: Context): string {
  if (ruleById(target) !== undefined) return ruleText(target, context);
  const [error] = errorsNamed(target);
  const other = (): string | undefined =>
    lawText(target, context) ??
    sweepText(target, context) ??
    coverageText(target, context) ??
    unnamedText(target, context);
  const text = error === undefined ? other() : errorText(error, context);
  if (text !== undefined) return text;
  const known = [...[...RULES, ...LAWS, ...context.sweeps, ...COVERAGE].map(({ id }) => id), ...ERROR_NAMES];
  throw badInput(
    unknownName('rule, law, sweep, coverage item or documented error', target, {
      known,
      hint: `\`${commandName()} list\` shows all rules.`,
    }),
  );
}

/** Explains the id of a rule, law, sweep or coverage item, an error code or an error name; runs a few cases where no witness lies ready. */
export async function explain(asked: string, flags: ExplainFlags): Promise<number> {
  const target = plainTarget(asked);
  const version = pinnedVersion(flags);
  const { systemProgram, accountCompression } = flags;
  const programs: ProgramOptions = {
    programVersion: version,
    ...(systemProgram === undefined ? {} : { systemProgram }),
    ...(accountCompression === undefined ? {} : { accountCompression }),
  };
  const paint = paintFor(process.stdout.isTTY, process.env);
  const baseline = loadBaseline(flags.baseline, version);
  const report = folder('--report', flags.report ?? DEFAULT_REPORT);
  const same: SameRun = { ...programs, baseline: flags.baseline };
  const sweeps = (await allClaims()).filter(({ kind }) => kind === 'sweep');
  const cases = await casesOf(claimsOf(target, sweeps), { baseline, report, programs, sweeps });
  const runs = await rerun([...cases.values()], programs, frozenErrors(baseline));
  const frozen = loadFrozen(version);
  process.stdout.write(`${textOf(target, { paint, baseline, report, same, cases, runs, sweeps, frozen })}\n`);
  return 0;
}
