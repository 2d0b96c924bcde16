// `run --program-version all`: every pinned version in turn, each as `run` does it, and one matrix of all of them.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../programs/make-folder';
import { readManifest } from '../programs/release-manifest';
import type { Report } from '../report/report-types';
import { writeVersionsPage } from '../report/html/versions-page';
import { paintFor } from '../report/terminal/paint';
import { versionMatrixText } from '../report/terminal/version-matrix';
import { versionMatrix, type VersionRun } from '../report/version-matrix';
import { LAWS } from '../spec/laws';
import { notApplicable } from '../spec/needs';
import { RULES } from '../spec/rules';
import { shownPath } from '../programs/command-name';
import { badInput } from './failure';
import { writing } from './report-folder';
import type { RunOptions } from './run-options';

/** Runs one version quietly and returns its report. */
export type RunVersion = (options: RunOptions) => Promise<Report>;

function requirePublished({ programs, baseline }: RunOptions): void {
  if (programs.systemProgram !== undefined || programs.accountCompression !== undefined)
    throw badInput('Your own build belongs to one version: name that in place of `all`.');
  if (baseline !== undefined && baseline !== 'none')
    throw badInput('A baseline belongs to one version: with `all`, leave --baseline out or give `none`.');
}

/** A page that no run over all versions wrote is somebody's own. */
function requireOwnPage({ report }: RunOptions): void {
  const [page, matrix] = [join(report, 'index.html'), join(report, 'matrix.json')];
  const isLeft = existsSync(join(report, 'run-info.json'));
  if (existsSync(page) && !existsSync(matrix) && !isLeft)
    throw badInput(
      `The report folder ${shownPath(report)} holds an index.html that no run wrote: give another folder.`,
    );
}

/** The rules that are asked for by name and are about the version; null where none of them is. */
function rulesFor({ rules, areas }: RunOptions, version: string): readonly string[] | null {
  const own = rules.filter((id) => notApplicable(id, version) === null);
  return rules.length > 0 && own.length === 0 && areas.length === 0 ? null : own;
}

type Timed = VersionRun & { readonly seconds: number };

async function runVersion(options: RunOptions, version: string, runOne: RunVersion): Promise<Timed> {
  const rules = rulesFor(options, version);
  if (rules === null) return { version, report: null, seconds: 0 };
  const started = Date.now();
  const report = await runOne({
    ...options,
    rules,
    programs: { ...options.programs, programVersion: version },
    report: join(options.report, version),
  });
  return { version, report, seconds: Math.round((Date.now() - started) / 100) / 10 };
}

const IDS: readonly string[] = [...RULES, ...LAWS].map(({ id }) => id);

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Runs every version; each one's report is in a folder of its name. Returns the weightiest of their exit codes. */
export async function runAllVersions(options: RunOptions, runOne: RunVersion): Promise<number> {
  requirePublished(options);
  requireOwnPage(options);
  const runs: Timed[] = [];
  const versions = Object.keys(readManifest().releases);
  for (const version of versions) runs.push(await runVersion(options, version, runOne));
  const matrix = versionMatrix(runs, IDS, options.seed);
  writing(options.report, () => {
    makeFolder(options.report);
    writeFileSync(join(options.report, 'matrix.json'), json(matrix));
    writeFileSync(join(options.report, 'index.html'), writeVersionsPage(matrix));
    const seconds = Object.fromEntries(runs.map((run) => [run.version, run.seconds]));
    writeFileSync(join(options.report, 'run-info.json'), json({ seconds }));
  });
  const text = versionMatrixText(matrix, paintFor(process.stdout.isTTY, process.env));
  process.stdout.write(
    `${text}\nEverything is in ${shownPath(options.report)}: matrix.json, and each version's report in a folder of its name.\n`,
  );
  return matrix.exitCode;
}
