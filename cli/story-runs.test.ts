// Tests that a page says which stories it lacks, and why.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writePage } from '../report/html/page';
import { samplePage } from '../report/testing/page';
import { witness } from '../report/testing/samples';
import { writeWitness } from '../report/witness';
import { storyRuns, type StoryRuns } from './story-runs';

const temporary = mkdtempSync(join(tmpdir(), 'stories-test-'));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

const { report } = samplePage();
const healthy = { ...report, faults: [] };
const files = new Map(
  [...report.rules, ...report.laws, ...report.sweeps].flatMap(({ findings }) =>
    findings.map((finding) => [finding.witness, writeWitness(witness('accounts/new'))] as const),
  ),
);

async function told(of: typeof report, version: string): Promise<{ runs: StoryRuns; err: string }> {
  let err = '';
  const spy = jest.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true));
  const open = { version, seed: 1, fences: new Set<string>() };
  const around = { open, folder: { temporary } as never, options: { debug: false } };
  const runs = await storyRuns(of, files, { ...around, signal: new AbortController().signal });
  spy.mockRestore();
  return { runs, err };
}

it('a worker that cannot run the witnesses is told on standard error, and on the page', async () => {
  const { runs, err } = await told(healthy, '9.9.9');
  expect(runs.runs.size).toBe(0);
  expect(runs.untold).toMatch(
    /^What happened in \d of \d deviations is not told: the validator stopped when they were run again \(.*9\.9\.9.*\); `replay` runs each witness by itself\.$/,
  );
  expect(err).toBe(`index.html: ${runs.untold ?? ''}\n`);
  const page = writePage({ ...samplePage(), untold: runs.untold });
  expect(page).toContain('<strong>What happened in');
  expect(writePage(samplePage())).not.toContain('What happened in');
});

it('a fault of the run itself takes no story from the deviations that it found', async () => {
  const { runs } = await told(report, '0.28.3');
  expect(report.faults).not.toEqual([]);
  expect(runs.untold).toBeNull();
  expect(runs.runs.size).toBeGreaterThan(0);
});

it('an interrupt is no fault of the worker that it ends', async () => {
  const interrupt = new AbortController();
  const open = { version: '0.28.3', seed: 1, fences: new Set<string>() };
  const around = { open, folder: { temporary } as never, options: { debug: false } };
  const runs = storyRuns(healthy, files, { ...around, signal: interrupt.signal });
  interrupt.abort();
  await expect(runs).rejects.toMatchObject({ name: 'Failure', exitCode: 130 });
});
