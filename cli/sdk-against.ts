// `sdk --sdk A --against B`: both builds are asked the same cases, and only what differs is shown.
import { existsSync } from 'node:fs';
import { changesBetween, countsText, worsened, type Change } from '../sdk/against';
import { underSampled } from '../sdk/evidence';
import { compare, exitCodeOf, NOTHING_KNOWN } from '../sdk/known';
import { asSecond, isOwn, ownBuild, type OwnBuild } from '../sdk/own-build';
import { problemLines } from '../sdk/matrix';
import { reportOf, type SdkReport } from '../sdk/report';
import type { SdkFile } from '../sdk/run';
import { readSdkManifest, sdkVersions } from '../sdk/sdk-manifest';
import { plural, wrap } from '../report/terminal/text';
import { commandName, shellWord, shownPath } from '../programs/command-name';
import { badInput } from './failure';
import { openReportFolder } from './report-folder';
import type { SdkOptions } from './sdk-options';
import { notPinned, perform, reportFiles, sdkFiles, selected } from './sdk-run';

async function openBuild(path: string): Promise<OwnBuild> {
  const build = await ownBuild(path);
  process.stderr.write(notPinned(path, build, ''));
  return build;
}

/** A pinned version by its number, anything else by its path (a folder that is named as one: `./0.23.3`). */
async function openBefore(named: string): Promise<SdkFile & Partial<OwnBuild>> {
  const [pinned] = await sdkFiles(sdkVersions().filter((version) => version === named));
  if (pinned !== undefined) return pinned;
  if (!existsSync(named))
    throw badInput(
      `There is no folder, archive or pinned version ${named}: --against takes one of them, versions are ${sdkVersions().join(', ')}.`,
    );
  const build = await openBuild(named);
  return { ...build, version: asSecond(build.version) };
}

const changeLine = ({ kind, check, program, before, after }: Change): string =>
  wrap(`${kind.padEnd(7)}${check} on ${program}: ${countsText(before)} → ${countsText(after)}`, 2, 9);

function explainLine(changes: readonly Change[]): readonly string[] {
  const worse = changes.find(({ kind }) => kind === 'worse');
  const outcome = worse && worsened(worse);
  if (worse === undefined || outcome === undefined) return [];
  return [
    'The first in full, with lines that show it:',
    `  ${commandName()} sdk --explain ${shellWord(`${worse.check}/${outcome}`)}`,
  ];
}

/** Only what differs, and how many checks were asked. */
function showAgainst(report: SdkReport, changes: readonly Change[], folder: string): string {
  const [after, before] = report.sdk;
  const of = (kind: Change['kind']): number => changes.filter((one) => one.kind === kind).length;
  const asked = plural(report.checks.length * report.programs.length, 'check');
  const sum = `${changes.length} of ${asked} ${changes.length === 1 ? 'differs' : 'differ'}: ${of('worse')} worse, ${of('better')} better, ${of('other')} other. The list of known findings is not consulted.`;
  return [
    `${after} against ${before} on ${report.programs.join(', ')}, seed ${report.seed}, cases of each check: ${report.runs}`,
    ...changes.map(changeLine),
    ...problemLines(report.problems),
    wrap(sum),
    ...explainLine(changes),
    `The report is in ${folder}.`,
  ].join('\n');
}

/** Returns the exit code: 1 if a check got worse, 4 if too few cases of one counted, else 0. */
export async function sdkAgainst(options: SdkOptions, own: string, against: string): Promise<number> {
  process.env['RUST_LOG'] ??= 'off'; // read when the validator's library loads
  const checks = selected(options.checks);
  const before = await openBefore(against);
  const after = await openBuild(own);
  const folder = openReportFolder(options.report);
  try {
    const result = await perform(options, { checks, versions: [after, before] });
    const changes = changesBetween(result.cells, before.version, after.version);
    const vacuous = compare(result.cells, NOTHING_KNOWN, false).filter(({ kind }) => kind === 'vacuous');
    const problems = [...vacuous, ...underSampled(result.cells, checks)];
    const report = reportOf({
      package: readSdkManifest().package,
      seed: options.seed,
      runs: options.runs,
      sdk: [after.version, before.version],
      programs: options.programs,
      against: {
        after: aboutOf(after),
        before: aboutOf(before),
        changes,
      },
      checks,
      result,
      problems,
      exitCode: changes.some(({ kind }) => kind === 'worse') ? 1 : exitCodeOf(problems),
    });
    folder.replace(reportFiles(report, NOTHING_KNOWN));
    process.stdout.write(`${showAgainst(report, changes, shownPath(options.report))}\n`);
    return report.exitCode;
  } finally {
    folder.close();
  }
}

const aboutOf = ({ version, hash, hashed, libraries }: SdkFile & Partial<OwnBuild>) =>
  isOwn(version) && hash !== undefined && hashed !== undefined && libraries !== undefined
    ? { version, hash, hashed, libraries }
    : { version };
