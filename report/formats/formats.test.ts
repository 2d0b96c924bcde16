// Tests of the formats for other tools: valid by their schemas, red where the gate is, and no text breaks out of them.
import Ajv from 'ajv-draft-04';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';
import { greenReport, HOSTILE, hostileReport } from '../testing/hostile';
import { baseline, entry } from '../testing/samples';
import type { Report } from '../report-types';
import { annotations } from './annotations';
import { writeJunit } from './junit';
import { escapeMarkdown, writeMarkdown } from './markdown';
import { writeSarif } from './sarif';

const read = (path: string): string => readFileSync(path, 'utf8');
const xsd = read(join(__dirname, 'junit.xsd'));
const reports: readonly (readonly [string, Report])[] = [
  ['red', hostileReport()],
  ['green', greenReport()],
  ['empty', { ...greenReport(), rules: [], notApplicable: [] }],
];

const errorsOf = async (xml: string): Promise<readonly string[]> => {
  const { errors } = await validateXML({ xml: { fileName: 'junit.xml', contents: xml }, schema: xsd });
  return errors.map(({ message }) => message);
};

describe('junit.xml', () => {
  it.each(reports)('of a %s report is valid', async (_name, report) => {
    expect(await errorsOf(writeJunit(report))).toEqual([]);
  });

  it('is not valid when something is missing, so that the check checks', async () => {
    const xml = writeJunit(hostileReport());
    expect(await errorsOf(xml.replace(' type="', ' kind="'))).not.toEqual([]);
    expect(await errorsOf(xml.replace('</testcase>', ''))).not.toEqual([]);
  });

  it.each(reports)('of a %s report fails exactly where the gate is red', (_name, report) => {
    const xml = writeJunit(report);
    expect(/<failure|<error/.test(xml)).toBe(report.gate.problems.length > 0);
    const total = (name: string): number =>
      [...xml.matchAll(new RegExp(`<testsuite [^>]*\\b${name}="(\\d+)"`, 'g'))].reduce(
        (sum, [, count]) => sum + Number(count),
        0,
      );
    expect(total('failures')).toBe([...xml.matchAll(/<failure /g)].length);
    expect(total('errors')).toBe([...xml.matchAll(/<error /g)].length);
    expect(total('skipped')).toBe([...xml.matchAll(/<skipped>/g)].length);
    expect(total('tests')).toBe([...xml.matchAll(/<testcase /g)].length);
  });

  it('tells every problem, and says of a known deviation that it is known', () => {
    const report = hostileReport();
    const xml = writeJunit(report);
    for (const { kind } of report.gate.problems) expect(xml).toContain(`${kind}:`);
    expect(xml).toMatch(/name="accounts\/known"[^>]*><skipped>Known in the baseline: deviates/);
    expect(xml).not.toContain('<script');
  });
});

// The official schema, which this package ships for its own matchers.
const SARIF_SCHEMA = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');

type SarifResult = {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly suppressions: readonly { readonly justification: string }[];
};
type Sarif = {
  readonly runs: readonly [
    {
      readonly results: readonly SarifResult[];
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    },
  ];
};

describe('report.sarif', () => {
  // One of its patterns is not a Unicode expression, and the formats are of another package.
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false });
  const validate = ajv.compile(JSON.parse(read(SARIF_SCHEMA)) as object);
  const known = baseline([
    entry('accounts/known', {
      verdict: 'spurious-error',
      expected: 'accepted',
      observed: 'light-system:6014',
      reason: HOSTILE,
    }),
  ]);
  const sarif = (report: Report): Sarif => JSON.parse(writeSarif(report, known)) as Sarif;

  it.each(reports)('of a %s report is valid by the official schema', (_name, report) => {
    validate(sarif(report));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('is not valid when something is wrong, so that the check checks', () => {
    const text = writeSarif(hostileReport(), null);
    expect(validate(JSON.parse(text.replaceAll('"error"', '"fatal"')))).toBe(false);
    expect(validate(JSON.parse(text.replaceAll('"message"', '"massage"')))).toBe(false);
  });

  it.each(reports)('of a %s report has errors exactly where the gate is red', (_name, report) => {
    const { results, tool } = sarif(report).runs[0];
    expect(results.some(({ level }) => level === 'error')).toBe(report.gate.problems.length > 0);
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  });

  it('suppresses a known deviation with its reason, and nothing else', () => {
    const { results } = sarif(hostileReport()).runs[0];
    const suppressed = results.filter(({ suppressions }) => suppressions.length > 0);
    expect(suppressed.map(({ ruleId, level }) => [ruleId, level])).toEqual([['accounts/known', 'note']]);
    expect(suppressed[0]?.suppressions[0]?.justification).toBe(HOSTILE);
  });
});

describe('summary.md', () => {
  it('says the verdict, every kind of problem, and which deviations are new', () => {
    const report = hostileReport();
    const text = writeMarkdown(report);
    expect(text).toMatch(/^## ❌ The harness or the validator failed/);
    for (const { kind } of report.gate.problems) expect(text).toContain(`**${kind}**`);
    expect(text).toMatch(/accounts\/new .*\*\*new\*\*/);
    expect(text).toMatch(/accounts\/known .* known \|/);
    expect(writeMarkdown(greenReport())).toMatch(/^## ✅ Conformant with its baseline/);
  });

  it('lets no text of a report become markup', () => {
    expect(writeMarkdown(hostileReport())).not.toMatch(/<script|<img/);
    expect(escapeMarkdown('a | b\n# c <i> [x](y) @me')).toBe('a \\| b \\# c &lt;i> \\[x\\](y) \\@me');
  });

  it('keeps every table row on one line with as many cells as its head', () => {
    const rows = writeMarkdown(hostileReport())
      .split('\n')
      .filter((line) => line.startsWith('|'));
    for (const row of rows) expect([4, 6]).toContain(row.replaceAll('\\|', '').split('|').length - 1);
  });
});

describe('annotations', () => {
  it('are one line a problem, and none where the gate is green', () => {
    const report = hostileReport();
    const lines = annotations(report);
    expect(lines).toHaveLength(report.gate.problems.length);
    for (const line of lines) expect(line).toMatch(/^::(error|warning) title=[^:,\n]+::[^\n]+$/);
    expect(annotations(greenReport())).toEqual([]);
  });

  it('escape what GitHub reads as its own', () => {
    const line = annotations(hostileReport()).find((text) => text.includes('fault')) ?? '';
    expect(line).toContain('%250A%0A');
  });

  it('are at most ten of a level, and the last says how many there are', () => {
    const [problem] = hostileReport().gate.problems;
    const problems = Array.from({ length: 25 }, () => problem as NonNullable<typeof problem>);
    const green = greenReport();
    const lines = annotations({ ...green, gate: { ...green.gate, problems } });
    expect(lines).toHaveLength(10);
    expect(lines.at(-1)).toContain('16 more problems');
  });
});
