// Tests of what a report says about runtimes that differ: apart from the verdicts, and red where nobody has listed it.
import type { Disagreement } from '../spec/runtime';
import { EXIT } from './exit-code';
import { writeReport, parseReport } from './report';
import { disagreementWitnesses } from './runtimes';
import { runtimesSection } from './html/runtimes';
import { runtimesText } from './terminal/runtimes-text';
import { paintFor } from './terminal/paint';
import { reportOf } from './testing/reports';
import { result, rule, witness } from './testing/samples';

const CLAIM = 'sol/recipient-is-program';
const KNOWN: Disagreement = {
  part: 'outcome',
  bankrun: 'solana-system:ExecutableLamportChange',
  litesvm: 'light-system:ExternalAccountLamportSpend',
};
const STRANGE: Disagreement = { part: 'lamports', bankrun: '', litesvm: '' };

const ran = (...disagreements: readonly Disagreement[]) => {
  const found = disagreements.map((one) => ({ ...one, count: 2, witness: witness(CLAIM) }));
  return { ...result(CLAIM), disagreements: found };
};
const report = (backend: 'bankrun' | 'litesvm' | 'both', ...disagreements: readonly Disagreement[]) =>
  reportOf({ rules: [rule(CLAIM)], results: [ran(...disagreements)], backend });
const plain = paintFor(false, {});

it('lists a known difference with its reason, and is not red for it', () => {
  const made = report('both', KNOWN);
  expect(made.disagreements).toMatchObject([{ claim: CLAIM, known: 'lamports-of-a-program', count: 2 }]);
  expect(made.gate.problems.filter(({ kind }) => kind === 'runner-disagrees')).toEqual([]);
  expect(runtimesText(made, plain)).toContain('known: lamports-of-a-program, met in 2 plans');
  expect(runtimesSection(made)).not.toBeNull();
});

it('is a fault, and no finding about the program, where nobody has listed it', () => {
  const made = report('both', KNOWN, STRANGE);
  expect(made.gate.exitCode).toBe(EXIT.fault);
  expect(made.gate.problems[0]).toMatchObject({ kind: 'runner-disagrees', claim: CLAIM });
  expect(made.gate.problems[0]?.sentence).toContain('lamports');
  expect(made.rules[0]?.findings).toEqual(report('both').rules[0]?.findings);
  expect(runtimesText(made, plain)).toContain('runner-disagrees');
});

it('names the file of each witness as the report does', () => {
  const made = report('both', KNOWN, STRANGE);
  const files = disagreementWitnesses([ran(KNOWN, STRANGE)]).map(([path]) => path);
  expect(made.disagreements?.map((row) => row.witness)).toEqual(files);
  expect(new Set(files).size).toBe(2);
});

it('says what it ran on, and reads itself back', () => {
  for (const backend of ['bankrun', 'litesvm', 'both'] as const) {
    const made = report(backend);
    expect(made.backend).toBe(backend);
    expect(parseReport(writeReport(made), 'report.json')).toEqual(JSON.parse(JSON.stringify(made)));
  }
  expect(runtimesText(report('bankrun'), plain)).toBe('');
  expect(report('bankrun').disagreements).toBeUndefined();
});
