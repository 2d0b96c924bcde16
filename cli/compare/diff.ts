// The command `diff`: the same plans on two builds, and what changed between them.
import { fencesOf } from '../../report/baseline';
import { changesBetween, type Looked } from '../../report/compare/changes';
import { writeComparisonMarkdown } from '../../report/compare/markdown';
import { saysNothing } from '../../report/compare/order';
import { EXIT } from '../../report/exit-code';
import { plural } from '../../report/terminal/text';
import { fileStem } from '../../report/file-names';
import { writeJson } from '../../report/json';
import { writeWitness } from '../../report/witness';
import type { Change, Comparison, ShownChange } from '../../spec/comparison';
import { allNotApplicable } from '../../spec/needs';
import type { ProgramHashes, Witness } from '../../spec/result';
import type { Case } from '../../spec/verdict';
import { traitsOf } from '../../spec/versions';
import type { Claim } from '../../suites/engine-types';
import { loadBaseline } from '../baseline-file';
import { appendSummary, requireSummary } from '../ci-output';
import { Failure } from '../failure';
import { allClaims } from '../engine';
import { showLine } from '../progress';
import { openReportFolder } from '../report-folder';
import { runInfo } from '../run-report';
import { selectClaims } from '../select';
import { TOOL } from '../tool';
import { withBoth, type Both } from './both';
import { buildOf, requireUse, type Build } from './build-option';
import { compareOrder } from './diff-order';
import { diffOptions, type DiffFlags, type DiffOptions } from './diff-options';
import { askedText, changeCount, showComparison, type Compared } from './diff-screen';
import { showChange } from './show-change';

/** Changes whose witness is made smaller; the witnesses of the others stay as they were generated. */
const SHRUNK = 40;

async function lookAll(both: Both, claims: readonly Claim[], cases: number): Promise<readonly Looked[]> {
  const all: Looked[] = [];
  const stop = showLine(process.stderr, () => `${all.length} of ${plural(claims.length, 'claim')}`);
  try {
    for (const { id, kind } of claims)
      all.push({ claim: id, isSweep: kind === 'sweep', ...(await both.look(id, cases)) });
    return all;
  } finally {
    stop();
  }
}

const pathOf = ({ kind, claim }: Change, at: number): string =>
  `witnesses/diff/${String(at + 1).padStart(3, '0')}--${fileStem(claim)}--${kind}.json`;

/** As a deviation of the second build from the first: `replay` runs it on either. */
const witnessOf = (change: Change, { plan, twin }: Case, programs: ProgramHashes): Witness => ({
  formatVersion: 1,
  rule: change.claim,
  kind: 'deviation',
  verdict: 'observed-changed',
  expected: change.before === '' ? 'the same compute units' : change.before,
  observed: change.after === '' ? 'other compute units' : change.after,
  detail: `${change.kind} between two builds; no document judges it`,
  plan,
  twin,
  programs,
});

async function compare(both: Both, claims: readonly Claim[], options: DiffOptions): Promise<Compared> {
  const { cases, seed } = options;
  const looked = await lookAll(both, claims, cases);
  const files = new Map<string, string>();
  const changes: ShownChange[] = [];
  for (const [at, change] of changesBetween(looked).entries()) {
    const isWorthIt = at < SHRUNK && change.kind !== 'units';
    const shown = await showChange(both, change, isWorthIt ? undefined : 0);
    const witness = pathOf(change, at);
    files.set(witness, writeWitness(witnessOf(change, shown, both.programs.after)));
    changes.push({ ...change, witness });
  }
  const executed = looked.reduce((sum, { before }) => sum + before.length, 0);
  const ordered = options.order === null ? null : await compareOrder(both, options.order);
  const comparison: Comparison = {
    formatVersion: 1,
    tool: TOOL,
    ...both.programs,
    seed,
    cases,
    claims: claims.length,
    executed,
    changes,
    ...(ordered && { precedence: ordered.order }),
  };
  return {
    comparison,
    files: new Map([['diff.json', writeJson(comparison, new Map())], ...files, ...(ordered?.files ?? [])]),
  };
}

/** Laws are about two roads; all else is one plan. */
async function claimsFor(options: DiffOptions, { files }: Build): Promise<readonly Claim[]> {
  const { rules, areas, all, isAboutClaims } = options;
  if (!isAboutClaims) return [];
  const { version } = files;
  const { claims } = selectClaims(await allClaims(), { rules, areas, all, version });
  return claims.filter(({ kind }) => kind !== 'law');
}

/**
 * The plans are those of a run on the second build: what its version is known to do differently is exercised by its own
 * rule, and keeps no other rule's plans from being accepted.
 */
function fencesFor({ files: { version } }: Build): ReadonlySet<string> {
  const baseline = loadBaseline(undefined, version)?.content ?? null;
  return new Set([...fencesOf(baseline), ...allNotApplicable(version), ...traitsOf(version)]);
}

/** Returns 0 where the builds do the same with every plan, 1 where not, 4 where nothing could be compared. */
export async function diff(one: string, other: string, flags: DiffFlags): Promise<number> {
  const started = Date.now();
  const options = diffOptions(flags);
  requireUse(flags.programVersion, [one, other]);
  const [before, after] = [
    await buildOf(one, flags.programVersion),
    await buildOf(other, flags.programVersion),
  ];
  const claims = await claimsFor(options, after);
  if (claims.length === 0 && options.order === null)
    throw new Failure(
      'Nothing is compared: laws compare two roads on one build, and what is named holds nothing else.',
      EXIT.vacuous,
    );
  requireSummary(options);
  const folder = openReportFolder(options.report);
  const { seed, debug } = options;
  const fences = fencesFor(after);
  try {
    process.stderr.write(
      `Running ${askedText(claims.length, options)}, on ${before.name} and on ${after.name}.\n`,
    );
    const done = await withBoth({ before, after, seed, fences, debug }, (both) =>
      compare(both, claims, options),
    );
    const summary = writeComparisonMarkdown(done.comparison, { before: before.name, after: after.name });
    const info = runInfo({ workers: 2 }, started);
    folder.replace(new Map([...done.files, ['summary.md', summary], ['run-info.json', info]]));
    appendSummary(options.summary, summary);
    showComparison(done, [before, after], options);
    if (changeCount(done.comparison) > 0) return EXIT.nonconformance;
    const { precedence } = done.comparison;
    if (precedence !== undefined && saysNothing(precedence))
      throw new Failure(
        'The order of checks is not compared: on one of the builds no case of these pairs of rules could be decided.',
        EXIT.vacuous,
      );
    return EXIT.green;
  } finally {
    folder.close();
  }
}
