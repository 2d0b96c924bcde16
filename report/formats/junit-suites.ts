// Suites of tests as JUnit XML, whatever they are about; the schema is junit.xsd beside this file.
import { element, type Attributes } from './xml';

type Result = 'passed' | 'failed' | 'error' | 'skipped';
export type Test = {
  readonly name: string;
  readonly classname: string;
  readonly result: Result;
  /** XML: what is wrong, or why it was left out; empty where it passed. */
  readonly body: string;
};
export type Suite = { readonly name: string; readonly tests: readonly Test[] };

const testXml = ({ name, classname, body }: Test): string =>
  `    ${element('testcase', { name, classname, time: 0 }, body === '' ? [] : [body])}`;

const propertiesXml = (properties: Attributes): string => {
  const list = Object.entries(properties).map(([name, value]) => element('property', { name, value }));
  return `    ${element('properties', {}, list)}`;
};

/** The schema requires all three, and the report has neither time nor machine: the same run gives the same bytes. */
const UNKNOWN = { timestamp: '1970-01-01T00:00:00', hostname: 'localhost', time: 0 } as const;

function suiteXml({ name, tests }: Suite, id: number, properties: Attributes): string {
  const count = (wanted: Result): number => tests.filter(({ result }) => result === wanted).length;
  const attributes: Attributes = {
    name,
    package: 'cpi-conformance',
    id,
    tests: tests.length,
    failures: count('failed'),
    errors: count('error'),
    skipped: count('skipped'),
    ...UNKNOWN,
  };
  const lines = [propertiesXml(properties), ...tests.map(testXml), '    <system-out/>', '    <system-err/>'];
  return `  ${element('testsuite', attributes, ['\n', lines.join('\n'), '\n  '])}`;
}

/** The text of a file: the same for the same tests. `properties` is what all of them ran on. */
export function writeSuites(suites: readonly Suite[], properties: Attributes): string {
  const written = suites.map((suite, id) => suiteXml(suite, id, properties));
  const body = written.length === 0 ? [] : ['\n', written.join('\n'), '\n'];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', {}, body)}\n`;
}
