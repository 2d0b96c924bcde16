// `sdk --explain <finding>`: one finding of the last report in full, with lines of TypeScript that show it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport, type SdkReport } from '../sdk/report';
import type { Finding } from '../sdk/types';
import { labelled, wrap } from '../report/terminal/text';
import { commandName, shownPath } from '../programs/command-name';
import { badInput } from './failure';
import { readGiven } from './given-file';
import { nearMatches } from './near';

function lastReport(folder: string): SdkReport {
  const path = join(folder, 'sdk.json');
  if (!existsSync(path))
    throw badInput(
      `There is no report of the SDK validation in ${shownPath(folder)}: run \`${commandName()} sdk\` first.`,
    );
  return parseReport(readGiven(path), shownPath(path));
}

function found(report: SdkReport, id: string): Finding {
  const finding = report.findings.find((one) => one.id === id);
  if (finding !== undefined) return finding;
  const ids = report.findings.map((one) => one.id);
  const near = nearMatches(id, ids);
  const hint = near.length > 0 ? `did you mean ${near.join(' or ')}?` : `it has ${ids.join(', ') || 'none'}.`;
  throw badInput(`The last report has no finding "${id}": ${hint}`);
}

function story(report: SdkReport, { id, check, whys, sdk, program, reproduction }: Finding): string {
  const says = report.checks.find((one) => one.id === check)?.says ?? '';
  const lines = reproduction === '' ? 'There is nothing that a user of the SDK could write.' : reproduction;
  return [
    id,
    '',
    labelled('should be', says),
    ...whys.map((why, at) => labelled(at === 0 ? 'but' : '', `${why}.`)),
    labelled('SDK', sdk.join(', ')),
    labelled('programs', program.join(', ')),
    '',
    wrap(`With ${report.package} installed, in a file of its own:`, 2),
    '',
    lines,
  ].join('\n');
}

/** Prints it. Returns the exit code. */
export function explainFinding(id: string, folder: string): number {
  const report = lastReport(folder);
  process.stdout.write(`${story(report, found(report, id))}\n`);
  return 0;
}
