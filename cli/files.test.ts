// Tests of the files a run writes and later commands read: report folder, witnesses, baselines.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseBaseline, writeBaseline } from '../report/baseline';
import { FROZEN_ERROR } from '../report/outcome-names';
import { parseReport } from '../report/report';
import { parseWitness, writeWitness } from '../report/witness';
import { baseline, entry, ERRORS, finding, PROGRAMS, result, rule, witness } from '../report/testing/samples';
import { reportOf } from '../report/testing/reports';
import type { Baseline } from '../spec/result';
import { loadBaseline } from './baseline-file';
import { faultWitness } from './fault';
import { entryOf, findExemplar, findWitness } from './find-witness';
import { reportFiles } from './report-files';
import { readWitnesses } from './witness-files';

const root = mkdtempSync(join(tmpdir(), 'files-test-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const put = (name: string, text: string): string => {
  const path = join(root, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
};

const stranger = { raised: 'runtime:X', count: 1, witness: witness('accounts/one') };
const results = [
  result('accounts/one', {
    findings: [finding('accounts/one')],
    seenCodes: [...result('x').seenCodes, stranger],
  }),
  result('accounts/two', { exemplar: null }),
];
const report = reportOf({ rules: [rule('accounts/one'), rule('accounts/two')], results });
const NOTHING = { isOutside: () => false, unselected: new Set<string>() };
const files = reportFiles({
  report,
  results,
  errors: ERRORS,
  baseline: null,
  known: [],
  unasked: NOTHING,
  faults: [],
});

describe('the files of a report', () => {
  it('are the report, a witness per deviation, an exemplar per reached error and rule, and a proposed baseline', () => {
    expect([...files.keys()].sort()).toEqual([
      'baseline/0.28.3.json',
      'baseline/0.28.3/accounts--one--missing-error.json',
      'exemplars/6020.json',
      'exemplars/accounts--one.json',
      'exemplars/runtime-X.json',
      'report.json',
      'witnesses/accounts--one--missing-error.json',
    ]);
  });

  it('all parse with their schemas', () => {
    for (const [path, text] of files) {
      const parse =
        path === 'report.json' ? parseReport : path === 'baseline/0.28.3.json' ? parseBaseline : parseWitness;
      expect(() => parse(text, path)).not.toThrow();
    }
  });

  it('include everything that the report points to', () => {
    const named = [...report.rules, ...report.sweeps].flatMap(({ findings }) =>
      findings.map((item) => item.witness),
    );
    for (const path of [...named, ...report.ledger.undocumented.map((item) => item.witness)])
      expect(files.has(path)).toBe(true);
    for (const { exemplar } of report.rules) if (exemplar !== null) expect(files.has(exemplar)).toBe(true);
  });

  it('hold the case that stopped a claim', () => {
    const { plan, twin } = witness('a/b');
    const fault = {
      claim: 'a/b',
      sentence: 'It crashed.',
      cause: 'SIGSEGV',
      index: 3,
      planned: { plan, twin },
    };
    const content = faultWitness(fault, PROGRAMS);
    expect(content).toMatchObject({ verdict: 'harness-fault', observed: 'SIGSEGV', detail: 'It crashed.' });
    expect(content === null ? null : parseWitness(writeWitness(content), 'x')).toEqual(content);
    expect(faultWitness({ ...fault, planned: null }, PROGRAMS)).toBeNull();
  });
});

describe('a proposed baseline', () => {
  const kept = entry('modes/other', { witness: 'mine/other.json' });
  const known = baseline([entry('accounts/one'), entry('accounts/two'), kept], {
    observed: [
      { rule: 'accounts/two', raised: 'light-system:6020' },
      { rule: 'modes/other', raised: 'light-system:6021' },
    ],
  });
  const filesBy = (isOutside: (claim: string) => boolean, ...unselected: readonly string[]) => {
    const unasked = { isOutside, unselected: new Set(unselected) };
    const one = reportOf({
      rules: [rule('accounts/one'), rule('accounts/two')],
      results: results.slice(0, 1),
    });
    const of = { report: one, results: results.slice(0, 1), errors: ERRORS, baseline: known, faults: [] };
    const beside = known.deviations.map(({ rule: of, witness: name }) => [name ?? '', witness(of)] as const);
    return reportFiles({ ...of, unasked, known: beside });
  };

  const proposedBy = (...run: Parameters<typeof filesBy>): Baseline =>
    parseBaseline(filesBy(...run).get('baseline/0.28.3.json') ?? '', 'x');

  it('of a run of some claims keeps what the baseline says of the others', () => {
    const { deviations, observed } = proposedBy(() => false, 'accounts/two', 'modes/other');
    expect(new Set(deviations.map((one) => one.rule))).toEqual(
      new Set(['accounts/one', 'accounts/two', 'modes/other']),
    );
    expect(observed).toEqual(known.observed);
  });

  it('forgets a rule that there is no longer, and keeps areas that the run is not about', () => {
    const rulesIn = (isOutside: (claim: string) => boolean): readonly string[] =>
      proposedBy(isOutside).deviations.map((one) => one.rule);
    expect(rulesIn(() => false)).not.toContain('modes/other');
    expect(rulesIn((claim) => claim.startsWith('modes/'))).toContain('modes/other');
  });

  it('has no witness beside it that it does not name: what is frozen has no entry', () => {
    const frozen = finding('accounts/one', { expected: FROZEN_ERROR });
    const found = [result('accounts/one', { findings: [frozen] })];
    const rules = [rule('accounts/one')];
    const of = { errors: ERRORS, baseline: null, known: [], unasked: NOTHING, faults: [] };
    const written = reportFiles({ ...of, report: reportOf({ rules, results: found }), results: found });
    const names = [...written.keys()].filter((name) => name.startsWith('baseline/'));
    expect([...written.keys()]).toContain('witnesses/accounts--one--missing-error.json');
    expect(names).toEqual(['baseline/0.28.3.json']);
  });

  it('has every witness that it names beside it, and can be given by --baseline from another folder', () => {
    const written = filesBy((claim) => claim.startsWith('modes/'), 'accounts/two');
    expect([...written.keys()]).toContain('baseline/mine/other.json');
    for (const [name, text] of written) if (name.startsWith('baseline/')) put(`accepted/${name}`, text);
    const path = join(root, 'accepted', 'baseline', '0.28.3.json');
    expect(loadBaseline(path, '0.28.3')?.content.deviations).toHaveLength(3);
    expect([...filesBy(() => false).keys()]).not.toContain('baseline/mine/other.json');
  });
});

describe('a witness of a rule', () => {
  for (const [name, text] of files) put(`report/${name}`, text);
  const folder = join(root, 'report');
  const published = { report: folder, ownBuild: false };

  it("is the baseline's, if that has one, but of an own build the last report's", () => {
    put('base/0.28.3/one.json', writeWitness(witness('accounts/one', { detail: 'from the baseline' })));
    const path = put('base/0.28.3.json', writeBaseline(baseline([entry('accounts/one')])));
    const loaded = loadBaseline(path, '0.28.3');
    expect(findWitness('accounts/one', loaded, published)?.content.detail).toBe('from the baseline');
    expect(entryOf(loaded, 'accounts/one')?.status).toBe('deviates');
    const own = findWitness('accounts/one', loaded, { ...published, ownBuild: true });
    expect(own?.content.detail).not.toBe('from the baseline');
    expect(own?.file).toContain('witnesses');
  });

  it("is else the last report's deviation, or its exemplar", () => {
    expect(findWitness('accounts/one', null, published)?.content.kind).toBe('deviation');
    rmSync(join(folder, 'witnesses'), { recursive: true });
    expect(findWitness('accounts/one', null, published)?.content.kind).toBe('exemplar');
    expect(findWitness('accounts/two', null, published)).toBeUndefined();
    expect(findExemplar('runtime:X', folder)?.content.rule).toBe('accounts/one');
  });
});

describe('the witnesses to replay', () => {
  it('are every witness in a folder, and not its report or baseline', () => {
    for (const [name, text] of files) put(`all/${name}`, text);
    expect(readWitnesses(join(root, 'all')).witnesses).toHaveLength(5);
  });

  it('are one file', () => {
    expect(readWitnesses(put('single.json', writeWitness(witness('a/b')))).witnesses).toMatchObject([
      { content: { rule: 'a/b' } },
    ]);
  });

  it('are refused in one sentence when there are none, or they are something else', () => {
    mkdirSync(join(root, 'empty'));
    expect(() => readWitnesses(join(root, 'empty'))).toThrow(/holds no witness files\.$/);
    expect(() => readWitnesses(join(root, 'nowhere'))).toThrow(/^There is no file or folder /);
    expect(() => readWitnesses(put('bad.json', '{}'))).toThrow(
      /bad\.json lacks the field "formatVersion"\.$/,
    );
  });
});

describe('the baseline of a run', () => {
  it('is none if asked for', () => {
    expect(loadBaseline('none', '0.28.3')).toBeNull();
  });

  it('is none for a version that has no file', () => {
    expect(loadBaseline(undefined, 'no-such-version')).toBeNull();
  });

  it('is refused in one sentence when it is missing', () => {
    expect(() => loadBaseline(join(root, 'missing.json'), 'x')).toThrow(
      /cannot be read: there is no such file\.$/,
    );
  });
});
