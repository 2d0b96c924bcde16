// Tests of the matrix of versions: cells, rows that differ, what is not applicable, and which exit code wins.
import type { Report } from './report-types';
import { reportOf } from './testing/reports';
import { baseline, entry, finding, result, rule } from './testing/samples';
import { paintFor } from './terminal/paint';
import { versionMatrixText } from './terminal/version-matrix';
import { versionMatrix } from './version-matrix';

const IDS = ['accounts/one', 'accounts/two', 'accounts/three'];
const rules = IDS.map((id) => rule(id));

const fine = reportOf({ rules, results: IDS.map((id) => result(id)) });
const older = reportOf({
  rules: rules.slice(0, 2),
  results: [result('accounts/one'), result('accounts/two', { findings: [finding('accounts/two')] })],
  notApplicable: [{ id: 'accounts/three', why: 'It has none.' }],
});
const run = (version: string, report: Report | null) => ({ version, report });
const matrix = versionMatrix([run('2.0.0', fine), run('1.0.0', older)], IDS, 7);

describe('the matrix of versions', () => {
  it('has a row for each rule, with what was seen where it deviates, and n.a. where it is about nothing', () => {
    expect(matrix.rows.map(({ id, cells }) => [id, ...cells.map(({ status }) => status)])).toEqual([
      ['accounts/one', 'conforms', 'conforms'],
      ['accounts/two', 'conforms', 'deviates'],
      ['accounts/three', 'conforms', 'n.a.'],
    ]);
    expect(matrix.rows[1]?.cells[1]?.observed).toEqual(['missing-error: accepted']);
    expect(matrix.rows.map(({ differs }) => differs)).toEqual([false, true, true]);
  });

  it('counts what is not applicable neither as run nor as green', () => {
    const [newer, old] = matrix.versions;
    expect(newer).toMatchObject({ rules: { conforms: 3 }, notApplicable: 0, exitCode: 0 });
    expect(old).toMatchObject({ rules: { conforms: 1, deviates: 1 }, notApplicable: 1, exitCode: 1 });
    expect(older.rules.map(({ id }) => id)).not.toContain('accounts/three');
  });

  it('counts as not applicable only what was asked for', () => {
    const [, old] = versionMatrix([run('2.0.0', fine), run('1.0.0', older)], ['accounts/one'], 7).versions;
    expect(old?.notApplicable).toBe(0);
    const ofOne = [run('2.0.0', fine), run('1.0.0', null)];
    expect(versionMatrix(ofOne, ['accounts/one'], 7).versions[1]?.notApplicable).toBe(1);
  });

  it('differs where two versions deviate in other ways', () => {
    const other = reportOf({
      rules: rules.slice(1, 2),
      results: [
        result('accounts/two', { findings: [finding('accounts/two', { observed: 'light-system:6001' })] }),
      ],
    });
    const [row] = versionMatrix([run('2.0.0', other), run('1.0.0', older)], ['accounts/two'], 7).rows;
    expect(row?.differs).toBe(true);
  });

  it('ends with the weightiest exit code: a nonconformance before a stale baseline before too little evidence', () => {
    const stale = reportOf({
      rules: rules.slice(0, 1),
      results: [result('accounts/one')],
      baseline: baseline([entry('accounts/one')]),
    });
    const few = reportOf({
      rules: rules.slice(0, 1),
      results: [result('accounts/one', { violating: 3, twins: 3 })],
    });
    const codeOf = (...reports: readonly Report[]): number =>
      versionMatrix(
        reports.map((report, index) => run(String(index), report)),
        IDS,
        7,
      ).exitCode;
    expect([codeOf(fine), codeOf(few), codeOf(stale)]).toEqual([0, 4, 5]);
    expect(codeOf(fine, few, stale)).toBe(5);
    expect(codeOf(few, stale, older)).toBe(1);
  });

  it('takes a version that nothing was asked of for one without a word', () => {
    const { versions, rows } = versionMatrix([run('2.0.0', fine), run('1.0.0', null)], IDS, 7);
    expect(versions[1]).toMatchObject({ exitCode: 0, executed: 0 });
    expect(rows[0]?.cells[1]?.status).toBe('n.a.');
  });

  it('prints a summary of each version and only the rows that differ', () => {
    const text = versionMatrixText(matrix, paintFor(false, {}));
    expect(text).toContain('Rules and laws in which the versions differ: 2 of 3');
    expect(text).toMatch(/accounts\/two +conforms +deviates accepted/);
    expect(text).toMatch(/accounts\/three +conforms +n\.a\./);
    expect(text).not.toContain('accounts/one');
    expect(text).toContain('Exit code 1');
  });
});
