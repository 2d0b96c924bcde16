// Tests that replayed cases are judged by a baseline: its frozen errors where no document names one, and what it lists.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../programs/root';
import { parseBaseline, writeBaseline } from '../report/baseline';
import { main } from './main';

const root = mkdtempSync(join(tmpdir(), 'replay-baseline-test-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

type Said = { readonly code: number; readonly out: string };

async function call(...argv: readonly string[]): Promise<Said> {
  let out = '';
  const spies = [
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true)),
    jest.spyOn(process.stderr, 'write').mockReturnValue(true),
  ];
  const code = await main(argv);
  for (const spy of spies) spy.mockRestore();
  return { code, out };
}

const RULE = 'effects/inputs-nullified';
const NEVER = 'account-compression:14309';

/** The shipped baseline without one frozen error, so that the published program has changed by it. */
function otherBaseline(): string {
  const shipped = join(projectRoot(), 'baselines', '0.28.3.json');
  const content = parseBaseline(readFileSync(shipped, 'utf8'), shipped);
  const observed = content.observed.filter(({ rule, raised }) => rule !== RULE || raised !== NEVER);
  const deviations = content.deviations.map((entry) => ({ ...entry, witness: null }));
  const file = join(root, 'other.json');
  writeFileSync(file, writeBaseline({ ...content, deviations, observed }));
  return file;
}

describe('an error that no document names and another baseline does not freeze', () => {
  const report = join(root, 'report');
  const witness = join(report, 'witnesses', 'effects--inputs-nullified--observed-changed.json');
  const baseline = otherBaseline();
  let run: Said;
  beforeAll(async () => {
    const few = ['--runs', '40', '--workers', '1', '--report', report];
    run = await call('run', '--rule', RULE, '--baseline', baseline, ...few);
  });

  it('is red, and the suggested commands name that baseline', () => {
    expect(run.code).toBe(1);
    const flags = `--baseline ${baseline}`;
    expect(run.out).toContain(`cpi-conformance replay ${witness} ${flags}\n`);
    expect(run.out).toContain(`cpi-conformance explain ${RULE} ${flags} --report ${report}\n`);
    const page = readFileSync(join(report, 'index.html'), 'utf8');
    expect(page).toContain('observed-changed.json --baseline your-baseline.json</code>');
  });

  it('is told on the page as what it is', () => {
    const page = readFileSync(join(report, 'index.html'), 'utf8').replace(/\s+/g, ' ');
    expect(page).toMatch(
      /<dt>The program did<\/dt> <dd> ?rejected[^<]*14309[^<]*\(no document names the error/,
    );
  });

  it('is red again by the command that is printed, and its story says so', async () => {
    const { code, out } = await call('replay', witness, '--baseline', baseline);
    expect(code).toBe(1);
    expect(out).toContain('as recorded');
    expect(out.replace(/\s+/g, ' ')).toMatch(/the program did rejected[^(]* \(no document names the error/);
    const explained = await call('explain', RULE, '--baseline', baseline, '--report', report);
    expect(explained.out).toContain(`replay ${witness} --baseline ${baseline}\n`);
  });

  it("is as it was seen by the version's own baseline, and by none", async () => {
    for (const flags of [[], ['--baseline', 'none']]) {
      const { code, out } = await call('replay', witness, ...flags);
      expect(code).toBe(0);
      expect(out).toMatch(/^1 replayed, 0 not as documented\.$/m);
    }
  });
});

describe('A replayed deviation', () => {
  const KNOWN = join(projectRoot(), 'baselines', '0.28.3', 'validation--tree-on-write--missing-error.json');

  it('that the baseline lists is told with its reason, and counted apart', async () => {
    const { code, out } = await call('replay', KNOWN);
    expect(code).toBe(1);
    expect(out).toMatch(/^ {2}baseline {4}lists this: Writes are not checked against/m);
    expect(out).toMatch(/^1 replayed, 1 not as documented \(the baseline lists 1, 0 it does not\)\.$/m);
  });

  it('that the baseline does not list is told so', async () => {
    const bare = join(root, 'bare.json');
    const shipped = join(projectRoot(), 'baselines', '0.28.3.json');
    const content = parseBaseline(readFileSync(shipped, 'utf8'), shipped);
    writeFileSync(bare, writeBaseline({ ...content, deviations: [] }));
    const { code, out } = await call('replay', KNOWN, '--baseline', bare);
    expect(code).toBe(1);
    expect(out).toMatch(/^ {2}baseline {4}does not list this$/m);
    expect(out).toMatch(/^1 replayed, 1 not as documented \(the baseline lists 0, 1 it does not\)\.$/m);
  });

  it('is only counted without a baseline', async () => {
    const { out } = await call('replay', KNOWN, '--baseline', 'none');
    expect(out).not.toMatch(/^ {2}baseline/m);
    expect(out).toMatch(/^1 replayed, 1 not as documented\.$/m);
  });
});
