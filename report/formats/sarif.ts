// The report as SARIF 2.1.0: each claim a rule, each deviation a result; a known one is suppressed with its reason.
import { createHash } from 'node:crypto';
import type { Baseline } from '../../spec/result';
import { documentLink } from '../document-link';
import { entriesOf, isDeviation, sameOutcome } from '../findings';
import type { FindingReport, Problem, Report } from '../report-types';
import { inCases } from '../terminal/text';
import { claimRows, wholeProblems, type ClaimRow } from './claims';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';
const INFORMATION = 'https://github.com/Lightprotocol/light-protocol/tree/main/programs/system';
/** For what is about no single claim. */
const GATE = 'gate';

type Level = 'error' | 'note';
type Located = { readonly claim: string; readonly path: string };

/** The file is relative to the folder that report.sarif lies in. */
const locationOf = ({ claim, path }: Located): object => ({
  physicalLocation: { artifactLocation: { uri: encodeURI(path) }, region: { startLine: 1 } },
  logicalLocations: [{ name: claim, kind: 'member' }],
});

/** The same for the same deviation in every run, so that tools can follow it. */
const fingerprint = (...parts: readonly string[]): object => ({
  'cpiConformance/v1': createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32),
});

function ruleOf({ id, statement, sources, suite }: ClaimRow): object {
  const [first] = sources;
  const link = first === undefined ? null : documentLink(first.document, first.section);
  return {
    id,
    shortDescription: { text: statement },
    ...(link === null ? {} : { helpUri: link }),
    properties: { tags: [suite, ...new Set(sources.map(({ document }) => document))] },
  };
}

const GATE_RULE = {
  id: GATE,
  shortDescription: { text: 'The run as a whole is complete and fits its baseline.' },
};

type Result = { readonly ruleId: string; readonly level: Level; readonly rest: object };

function findingResult(row: ClaimRow, finding: FindingReport, baseline: Baseline | null): Result {
  const { verdict, expected, observed, count, detail, witness, listed } = finding;
  const more = detail === '' ? '' : ` (${detail})`;
  const text = `${row.statement} The documents say ${expected}, the program did ${observed}${more}: ${verdict} ${inCases(count)}.`;
  const entry = entriesOf(baseline, row.id).find((one) => sameOutcome(one, finding));
  return {
    ruleId: row.id,
    level: listed ? 'note' : 'error',
    rest: {
      message: { text },
      locations: [locationOf({ claim: row.id, path: witness })],
      partialFingerprints: fingerprint(row.id, verdict, expected, observed),
      suppressions: listed
        ? [
            {
              kind: 'external',
              status: 'accepted',
              justification: entry?.reason ?? 'Listed in the baseline.',
            },
          ]
        : [],
      properties: { verdict, expected, observed, count },
    },
  };
}

const problemResult = (ruleId: string, { kind, sentence }: Problem): Result => ({
  ruleId,
  level: 'error',
  rest: {
    message: { text: `${kind}: ${sentence}` },
    locations: [locationOf({ claim: ruleId, path: 'report.json' })],
    partialFingerprints: fingerprint(ruleId, kind, sentence.replace(/\d+/g, '#')),
    suppressions: [],
    properties: { problem: kind },
  },
});

/** What the findings of the same claim already say. */
const isToldByFinding = ({ kind }: Problem): boolean => kind === 'unlisted-deviation';

function resultsOf(report: Report, rows: readonly ClaimRow[], baseline: Baseline | null): readonly Result[] {
  const own = rows.flatMap((row) => {
    const findings = row.findings.filter(isDeviation);
    const fresh = findings.some(({ listed }) => !listed);
    const problems = row.problems.filter((problem) => !fresh || !isToldByFinding(problem));
    return [
      ...findings.map((finding) => findingResult(row, finding, baseline)),
      ...problems.map((problem) => problemResult(row.id, problem)),
    ];
  });
  return [...own, ...wholeProblems(report).map((problem) => problemResult(GATE, problem))];
}

/**
 * report.sarif. Results of level `error` are those for which the gate is red.
 * @param baseline gives the reasons of suppressions
 */
export function writeSarif(report: Report, baseline: Baseline | null): string {
  const rows = claimRows(report);
  const [name = '', version = ''] = report.tool.split(' ');
  const rules = [GATE_RULE, ...rows.map(ruleOf)];
  const indexOf = new Map([GATE, ...rows.map(({ id }) => id)].map((id, index) => [id, index]));
  const results = resultsOf(report, rows, baseline).map(({ ruleId, level, rest }) => ({
    ruleId,
    ruleIndex: indexOf.get(ruleId),
    level,
    ...rest,
  }));
  const { exitCode } = report.gate;
  const run = {
    tool: { driver: { name, version, informationUri: INFORMATION, rules } },
    invocations: [{ executionSuccessful: exitCode !== 3, exitCode }],
    properties: { programs: report.programs, seed: report.seed, executed: report.executed },
    columnKind: 'utf16CodeUnits',
    results,
  };
  return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, null, 2)}\n`;
}
