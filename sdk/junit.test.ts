// Tests of the SDK validation as JUnit XML: valid, red exactly where the exit code is, and what is known says why.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';
import { projectRoot } from '../programs/root';
import { changesBetween } from './against';
import { writeSdkJunit } from './junit';
import { compare, exitCodeOf, NOTHING_KNOWN, type Known } from './known';
import type { SdkReport } from './report';
import type { Cell, Finding, Outcome } from './types';

const cell = (check: string, sdk: string, counts: Cell['counts'], outcome: Outcome = 'same'): Cell => ({
  check,
  sdk,
  program: '0.28.3',
  outcome,
  counts,
});
const finding: Finding = {
  id: 'encode/a/rejected',
  check: 'encode/a',
  outcome: 'rejected',
  whys: ['the <flags> are & zero'],
  sdk: ['2.0.0'],
  program: ['0.28.3'],
  reproduction: 'lines',
};
const known: Known = {
  formatVersion: 1,
  entries: [
    {
      check: 'encode/a',
      outcome: 'rejected',
      sdk: ['2.0.0'],
      program: ['0.28.3'],
      reason: 'the flags have other names',
    },
  ],
};

function reportOf(cells: readonly Cell[], listed: Known, more: Partial<SdkReport> = {}): SdkReport {
  const problems = compare(cells, listed, true);
  return {
    formatVersion: 1,
    package: '@lightprotocol/stateless.js',
    seed: 7,
    runs: 3,
    sdk: ['2.0.0', '1.0.0'],
    programs: ['0.28.3'],
    checks: [{ id: 'encode/a', says: 'a' }],
    cells,
    findings: [finding],
    problems,
    exitCode: exitCodeOf(problems),
    ...more,
  };
}

const FINE = [cell('encode/a', '1.0.0', { same: 3 }), cell('encode/b', '2.0.0', {}, 'not-asked')];
const REJECTED = cell('encode/a', '2.0.0', { same: 2, rejected: 1 }, 'rejected');
const names = (xml: string): readonly (string | undefined)[] =>
  [...xml.matchAll(/<testcase name="([^"]+)" classname="([^"]+)"[^>]*><failure/g)].map(
    ([, name, classname]) => `${name} ${classname}`,
  );

const cases: readonly (readonly [string, SdkReport, Known, readonly string[]])[] = [
  ['as listed', reportOf([...FINE, REJECTED], known), known, []],
  [
    'with what is not listed',
    reportOf([...FINE, REJECTED], NOTHING_KNOWN),
    NOTHING_KNOWN,
    ['encode/a cpi-conformance.sdk.2.0.0.0.28.3'],
  ],
  [
    'with what is gone',
    reportOf([...FINE, cell('encode/a', '2.0.0', { same: 3 })], known),
    known,
    ['encode/a cpi-conformance.sdk.2.0.0.0.28.3'],
  ],
  [
    'with a check that says nothing',
    reportOf([...FINE, cell('encode/c', '1.0.0', {})], NOTHING_KNOWN),
    NOTHING_KNOWN,
    ['encode/c cpi-conformance.sdk.1.0.0.0.28.3'],
  ],
];

describe('A report of the SDK validation as JUnit XML', () => {
  it.each(cases)('is valid, and red exactly where the exit code is: %s', async (_, report, listed, red) => {
    const xml = writeSdkJunit(report, listed);
    const schema = readFileSync(join(projectRoot(), 'report', 'formats', 'junit.xsd'), 'utf8');
    const { errors } = await validateXML({ xml: { fileName: 'junit.xml', contents: xml }, schema });
    expect(errors.map(({ message }) => message)).toEqual([]);
    expect(names(xml)).toEqual(red);
    expect(red.length > 0).toBe(report.exitCode !== 0);
  });

  it('has a suite for each version, and says of what is left out why', () => {
    const xml = writeSdkJunit(reportOf([...FINE, REJECTED], known), known);
    expect([...xml.matchAll(/<testsuite name="([^"]+)"/g)].map(([, name]) => name)).toEqual([
      '@lightprotocol/stateless.js 2.0.0 on programs 0.28.3',
      '@lightprotocol/stateless.js 1.0.0 on programs 0.28.3',
    ]);
    expect(xml).toContain('<skipped>rejected, as listed: the flags have other names</skipped>');
    expect(xml).toContain('<skipped>This version does not offer what the check is about.</skipped>');
    expect(xml).toMatch(/name="encode\/a" classname="cpi-conformance\.sdk\.1\.0\.0\.0\.28\.3" time="0"\/>/);
  });

  it('tells what came and where the lines are that show it', () => {
    const xml = writeSdkJunit(reportOf([REJECTED], NOTHING_KNOWN), NOTHING_KNOWN);
    expect(xml).toContain(
      'rejected: the &lt;flags&gt; are &amp; zero (reproductions/encode--a--rejected.ts)',
    );
  });

  it('of two builds tests the first, and fails where that is worse', () => {
    const cells = [REJECTED, cell('encode/a', '1.0.0', { same: 3 })];
    const changes = changesBetween(cells, '1.0.0', '2.0.0');
    const sides = { after: { version: '2.0.0' }, before: { version: '1.0.0' } };
    const xml = (after: typeof changes): string =>
      writeSdkJunit(
        reportOf(cells, NOTHING_KNOWN, { problems: [], against: { ...sides, changes: after } }),
        NOTHING_KNOWN,
      );
    expect(names(xml(changes))).toEqual(['encode/a cpi-conformance.sdk.2.0.0.0.28.3']);
    expect(xml(changes)).toContain('worse: 3 same before, 2 same, 1 rejected now');
    expect(xml(changes)).not.toContain('1.0.0 on programs');
    expect(xml([])).toContain('<skipped>As before: 2 same, 1 rejected.</skipped>');
  });
});
