// What the ways of asking the SDK share: which checks, programs and versions, the run itself, and the files of a report.
import { fetchRelease } from '../programs/fetch';
import { fencesOf } from '../report/baseline';
import { CHECKS } from '../sdk/catalogue';
import type { Check } from '../sdk/check';
import { fetchSdk } from '../sdk/fetch';
import type { OwnBuild } from '../sdk/own-build';
import { writeSdkJunit } from '../sdk/junit';
import type { Known } from '../sdk/known';
import { reproductionPath, type SdkReport } from '../sdk/report';
import { runSdk, type ProgramVersion, type SdkFile, type SdkResult } from '../sdk/run';
import { allNotApplicable } from '../spec/needs';
import { traitsOf } from '../spec/versions';
import { loadBaseline } from './baseline-file';
import { badInput } from './failure';
import { announceDownload } from './program-options';
import type { SdkOptions } from './sdk-options';

/** By the beginning of their ids. */
export function selected(names: readonly string[]): readonly Check[] {
  for (const name of names)
    if (!CHECKS.some(({ id }) => id.startsWith(name)))
      throw badInput(
        `There is no check "${name}": the ids begin with ${[...new Set(CHECKS.map(({ id }) => id.split('/')[0]))].join(', ')}.`,
      );
  return names.length === 0 ? CHECKS : CHECKS.filter(({ id }) => names.some((name) => id.startsWith(name)));
}

async function programVersions(versions: readonly string[]): Promise<readonly ProgramVersion[]> {
  for (const version of versions) await fetchRelease(version, { onDownload: announceDownload });
  return versions.map((version) => {
    const known = fencesOf(loadBaseline(undefined, version)?.content ?? null);
    return { version, fences: new Set([...known, ...allNotApplicable(version), ...traitsOf(version)]) };
  });
}

export async function sdkFiles(versions: readonly string[]): Promise<readonly SdkFile[]> {
  const files: SdkFile[] = [];
  for (const version of versions)
    files.push({ version, entry: await fetchSdk(version, { onDownload: announceDownload }) });
  return files;
}

/** Asks each of these versions, newest first, all that is selected. */
export async function perform(
  options: SdkOptions,
  { checks, versions }: { readonly checks: readonly Check[]; readonly versions: readonly SdkFile[] },
): Promise<SdkResult> {
  const programs = await programVersions(options.programs);
  const onProgress = (version: string, program: string): void => {
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${version} on ${program} ...`);
  };
  try {
    return await runSdk({ ...options, checks, programs, versions, onProgress });
  } finally {
    if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  }
}

/** Said on standard error before anything is asked. */
export const notPinned = (path: string, { hash, hashed, libraries }: OwnBuild, counts: string): string =>
  `${path} is not pinned: nobody vouches for these bytes (sha256 ${hash} of ${hashed}). ${counts}${libraries}\n`;

/** The report, the same as JUnit XML, and beside it the lines of each finding. */
export function reportFiles(report: SdkReport, known: Known): Map<string, string> {
  const written = new Map([
    ['sdk.json', asJson(report)],
    ['junit.xml', writeSdkJunit(report, known)],
  ]);
  for (const finding of report.findings)
    if (finding.reproduction !== '') written.set(reproductionPath(finding), finding.reproduction);
  return written;
}

export const asJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
