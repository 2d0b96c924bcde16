// Tests of what a run advises at its end: commands that look at the same programs, and nothing that would lose a baseline.
import { baseline, entry, ERRORS, finding, result, rule, witness } from '../testing/samples';
import { reportOf } from '../testing/reports';
import { plain } from './paint';
import { screen } from './screen';

const story = {
  errors: ERRORS,
  paint: plain,
  witnessOf: () => witness('accounts/one'),
  replayCommand: (path: string) => `replay ${path}`,
};
const deviating = result('accounts/one', { findings: [finding('accounts/one')] });

describe('the advice where there is too little evidence', () => {
  const few = reportOf({
    rules: [rule('accounts/one'), rule('accounts/two')],
    results: [result('accounts/one', { requested: 310, executed: 8, violating: 8, twins: 8 })],
  });
  const advice = (budgeted: boolean): string =>
    screen(few, story, { command: 'suite', folder: 'out', budgeted }).replace(/\s+/g, ' ');

  it('is about the number of cases, or about the time that the run was given', () => {
    expect(few.gate.exitCode).toBe(4);
    expect(advice(false)).toContain('Run without --runs; raise it if cases are inconclusive: suite run');
    expect(advice(true)).toContain('Run with a longer --budget or without one, or go on with --resume');
    expect(advice(true)).not.toContain('--runs');
  });

  it('asks for the same claims and cases again', () => {
    const runFlags = ' --area modes --seed 77 --backend litesvm';
    const text = screen(few, story, { command: 'suite', folder: 'out', runFlags }).replace(/\s+/g, ' ');
    expect(text).toContain(`suite run${runFlags}`);
  });
});

it('where no valid plan is accepted, the sweep of valid plans is what shows by what they are refused', () => {
  const refused = { requested: 310, executed: 310, violating: 0, twins: 0, inconclusive: 310 };
  const shut = reportOf({
    rules: [rule('accounts/one'), rule('accounts/two')],
    results: [result('accounts/one', refused)],
  });
  const explainFlags = ' --system-program my.so --report out';
  const text = screen(shut, story, { command: 'suite', folder: 'out', explainFlags });
  expect(shut.gate.exitCode).toBe(4);
  expect(text.replace(/\s+/g, ' ')).toContain(
    'suite run --rule effects/valid --system-program my.so --report out',
  );
});

describe('the advice where some valid plans are refused', () => {
  const some = reportOf({
    rules: [rule('accounts/one')],
    results: [
      result('accounts/one', {
        requested: 310,
        executed: 310,
        violating: 250,
        twins: 250,
        inconclusive: 60,
      }),
    ],
  });

  it('is the sweep that judges them, and more cases, not fewer options', () => {
    const next = { command: 'suite', folder: 'out', explainFlags: ' --report out' };
    const text = screen(some, story, next).replace(/\s+/g, ' ');
    expect(text).toContain('Valid plans that cases of 1 claim are made from are refused');
    expect(text).toContain('suite run --rule effects/valid --report out');
    expect(text).toContain('Run with more cases by --runs: suite run');
    expect(text).not.toContain('Run without --runs');
  });

  it('does not say refused where they are accepted with another effect', () => {
    const inconclusive = { expected: 'accepted', verdict: 'inconclusive', count: 60 } as const;
    const advised = (...observed: readonly string[]): string =>
      screen(
        reportOf({
          rules: [rule('accounts/one')],
          results: [
            result('accounts/one', {
              violating: 250,
              twins: 250,
              inconclusive: 60,
              matrix: observed.map((name) => ({ ...inconclusive, observed: name })),
            }),
          ],
        }),
        story,
        { command: 'suite', folder: 'out' },
      ).replace(/\s+/g, ' ');
    const other = 'accepted with another effect than documented: which and how, each with a witness';
    expect(advised('accepted, wrong context')).toContain(`are made from are ${other}`);
    expect(advised('accepted, wrong context', 'light-system:6002')).toContain(`are refused, or ${other}`);
  });
});

describe('the advice where the baseline says what is no longer so', () => {
  const adviceOn = (entries: Parameters<typeof baseline>[0], more: object = {}): string =>
    screen(
      reportOf({
        rules: [rule('accounts/one')],
        results: [result('accounts/one')],
        baseline: baseline(entries),
        ...more,
      }),
      story,
      { command: 'suite', folder: 'out' },
    ).replace(/\s+/g, ' ');

  it('is to take out what is gone, not to accept anything', () => {
    const text = adviceOn([entry('accounts/one')]);
    expect(text).toContain('(exit code 5)');
    expect(text).toContain('take its entries out of the baseline in use');
    expect(text).not.toContain('Accept as known');
  });
});

describe('what a red run advises', () => {
  const red = { rules: [rule('accounts/one')], results: [deviating] };
  const advised = (change: Partial<Parameters<typeof screen>[2]>, report = reportOf(red)): string =>
    screen(report, story, { command: 'suite', folder: 'out', ...change }).replace(/\s+/g, ' ');

  it('explains with the same programs and the same report', () => {
    expect(advised({ explainFlags: ' --system-program my.so --report out' })).toContain(
      'suite explain accounts/one --system-program my.so --report out',
    );
  });

  it('explains no rule that does not exist', () => {
    const listed = baseline([entry('accounts/one'), entry('accounts/nope')]);
    const stale = reportOf({ ...red, baseline: listed });
    expect(stale.gate.problems.map(({ claim }) => claim)).toContain('accounts/nope');
    expect(advised({}, stale)).not.toContain('explain accounts/nope');
  });

  it('proposes a baseline only where that knows of all claims', () => {
    expect(advised({})).toContain('Accept as known');
    expect(advised({ isFragment: true })).not.toContain('Accept as known');
  });

  it('names both programs as evidence', () => {
    expect(advised({})).toMatch(/System program a{16}\.\.\. and account-compression b{16}\.\.\./);
  });
});
