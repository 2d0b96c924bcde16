// Tests of the output for people: complete, at most 100 columns, and plain without a terminal.
import { DOCUMENT_SECTIONS } from '../../spec/documents';
import { DOCUMENTED_ERRORS } from '../../spec/error-table';
import { RULES } from '../../spec/rules';
import { baseline, entry, ERRORS, finding, PROGRAMS, result, rule, witness } from '../testing/samples';
import { reportOf } from '../testing/reports';
import { explainRule } from './explain';
import { documentList, ruleList } from './list';
import { expectedText, observedText } from './names';
import { paintFor, plain } from './paint';
import { replayText } from './replay-text';
import { screen } from './screen';
import { headingText, wrap } from './text';

const longest = (text: string): number => Math.max(...text.split('\n').map(({ length }) => length));
const ESCAPE = '\u001b';

const story = {
  errors: ERRORS,
  paint: plain,
  witnessOf: () => witness('accounts/one'),
  replayCommand: (path: string) => `replay ${path}`,
};
const results = [
  result('accounts/one', { findings: [finding('accounts/one')] }),
  result('accounts/any', { kind: 'sweep' }),
];
const rules = [rule('accounts/one'), rule('accounts/two')];
const text = screen(reportOf({ rules, results }), story, { command: 'suite', folder: 'out' });

describe("a run's output", () => {
  it('tells a deviation with statement, place, outcome, difference and replay command', () => {
    for (const part of [
      'accounts/one: missing-error in 310 cases, not in the baseline',
      'The context account is there when context data is. [INVOKE_CPI.md, Errors]',
      '6020 CpiContextAccountUndefined',
      'accounts[10] cpi_context_account .key is context:2',
      'replay witnesses/accounts--one--missing-error.json',
    ]) {
      expect(text.replace(/\s+/g, ' ')).toContain(part);
    }
  });

  it("names the rules that a sweep's deviation rests on", () => {
    const swept = { ...finding('accounts/any'), because: ['accounts/two', 'accounts/one'] };
    const sweep = result('accounts/any', { kind: 'sweep', findings: [swept] });
    const output = screen(reportOf({ rules, results: [sweep] }), story, { command: 'suite', folder: 'out' });
    expect(output).toContain('rests on accounts/one, accounts/two.');
  });

  it('names the result, its exit code and the next command', () => {
    expect(text).toContain('Not conformant. (exit code 1)');
    expect(text).toContain('suite explain accounts/one');
  });

  it('stays within 100 columns', () => {
    expect(longest(text)).toBeLessThanOrEqual(100);
  });

  it('says which deviation blocks which rule', () => {
    const spurious = { verdict: 'spurious-error', expected: 'accepted', observed: 'runtime:X' } as const;
    const blocked = result('accounts/two', {
      inconclusive: 310,
      violating: 0,
      twins: 0,
      matrix: [{ ...spurious, verdict: 'inconclusive', count: 310 }],
    });
    const blocking = result('accounts/one', { findings: [finding('accounts/one', spurious)] });
    const output = screen(reportOf({ rules, results: [blocking, blocked] }), story, {
      command: 'suite',
      folder: 'out',
    });
    expect(output).toContain('The deviation of accounts/one blocks cases of accounts/two.');
  });

  it('of some claims only lists what they tried and the fences that held something back', () => {
    const listed = baseline([
      entry('accounts/one', { fence: 'accounts/one' }),
      entry('accounts/two', { fence: 'accounts/two' }),
    ]);
    const outputOf = (complete: boolean): string =>
      screen(
        reportOf({
          rules,
          results: [result('accounts/one', { fenced: { 'accounts/two': 3 } })],
          baseline: listed,
          complete,
          selected: new Set(complete ? ['accounts/one', 'accounts/two'] : ['accounts/one']),
        }),
        story,
        { command: 'suite', folder: 'out' },
      );
    const [whole, some] = [outputOf(true), outputOf(false)];
    expect(whole).toContain('NotEnoughAccountKeys');
    expect(some).not.toContain('NotEnoughAccountKeys');
    expect(some).toContain('1 documented error not tried in this selection.');
    expect(some).toContain('CpiContextAccountUndefined');
    expect(whole).toMatch(/^ {2}accounts\/one .*no such fence/m);
    expect(some).not.toMatch(/^ {2}accounts\/one .*no such fence/m);
    expect(some).toMatch(/^ {2}accounts\/two .*no such fence/m);
  });

  it('is green for a run that conforms', () => {
    const output = screen(
      reportOf({ rules: [rule('accounts/one')], results: [result('accounts/one')] }),
      story,
      { command: 'suite', folder: 'out' },
    );
    expect(output).toContain('Conformant with its baseline. (exit code 0)');
    expect(output).not.toContain('Problems');
  });
});

describe('colour', () => {
  it('is used on a terminal only, and never with NO_COLOR', () => {
    expect(paintFor(true, {})('red', 'x')).toContain(ESCAPE);
    expect(paintFor(true, { NO_COLOR: '' })('red', 'x')).toContain(ESCAPE);
    expect(paintFor(true, { NO_COLOR: '1' })('red', 'x')).toBe('x');
    expect(paintFor(false, {})('red', 'x')).toBe('x');
    expect(text).not.toContain(ESCAPE);
  });
});

describe('error numbers', () => {
  it("get the documents' names, except in other programs", () => {
    expect(expectedText('6020|any error', ERRORS)).toBe(
      '6020 CpiContextAccountUndefined or any error that no document names',
    );
    expect(observedText('light-system:6020', ERRORS)).toBe(
      '6020 CpiContextAccountUndefined from light-system',
    );
    expect(observedText('account-compression:6020', ERRORS)).toBe('6020 from account-compression');
    expect(observedText('light-system:panic', ERRORS)).toBe('light-system panicked');
    expect(observedText('accepted', ERRORS)).toBe('accepted');
  });
});

describe('the lists', () => {
  it('name every rule', () => {
    const list = ruleList(RULES, plain);
    for (const { id } of RULES) expect(list).toContain(id);
    expect(longest(list)).toBeLessThanOrEqual(100);
  });

  it('name every section, and the reason for everything that is not checked', () => {
    const list = documentList(DOCUMENT_SECTIONS, plain);
    const flat = list.replace(/\s+/g, ' ');
    for (const { section, unchecked } of DOCUMENT_SECTIONS) {
      expect(list).toContain(headingText(section));
      for (const { why } of unchecked) expect(flat).toContain(why.replace(/\s+/g, ' '));
    }
    expect(longest(list)).toBeLessThanOrEqual(100);
  });
});

describe('an explanation', () => {
  const explanation = {
    rule: rule('accounts/one', { note: 'Read narrowly.' }),
    errors: DOCUMENTED_ERRORS,
    paint: plain,
    entry: entry('accounts/one'),
    witness: { file: 'w.json', content: witness('accounts/one') },
    run: null,
    replayCommand: (file: string) => `suite replay ${file}`,
    loaded: null,
  };

  it('shows statement, place, known deviation, plan, difference and replay command', () => {
    const output = explainRule(explanation);
    for (const part of [
      'INVOKE_CPI.md, Errors',
      'light-system',
      'Read narrowly.',
      'the program does not look',
      'program A calls InvokeCpi as first set on context:2',
      'is context:2 instead of context:1',
      'suite replay w.json',
    ]) {
      expect(output.replace(/\s+/g, ' ')).toContain(part);
    }
    expect(longest(output)).toBeLessThanOrEqual(100);
  });

  it('of an effect says nothing of a twin that it does not have', () => {
    const effect = rule('accounts/one', { expects: { kind: 'effect' } });
    const content = witness('accounts/one', { twin: null });
    const shown = { ...explanation, witness: { file: 'w.json', content } };
    expect(explainRule({ ...shown, rule: effect })).not.toContain('difference');
    expect(explainRule(shown)).toContain('difference');
  });

  it('says what to do when there is no case yet', () => {
    expect(explainRule({ ...explanation, entry: undefined, witness: undefined })).toContain(
      'No case to show',
    );
  });
});

describe("a replay's output", () => {
  const telling = {
    file: 'w.json',
    witness: witness('accounts/one'),
    twinAccepted: true,
    backend: 'bankrun',
    programs: PROGRAMS,
    errors: ERRORS,
    paint: plain,
    history: null,
    verdict: {
      kind: 'missing-error',
      transaction: 0,
      expected: '6020',
      observed: 'accepted',
      detail: '',
      because: [],
    },
  } as const;

  it('says that a case does what was recorded', () => {
    expect(replayText(telling)).toContain('w.json: as recorded');
  });

  it('says that a case no longer deviates, and that the programs are others', () => {
    const verdict = { ...telling.verdict, kind: 'match', observed: 'light-system:6020' } as const;
    const output = replayText({
      ...telling,
      verdict,
      programs: { ...PROGRAMS, systemProgram: 'e'.repeat(64) },
    });
    expect(output).toContain('no longer deviates');
    expect(output).toContain('another system program');
    expect(output).not.toContain('another account-compression');
  });

  it('does not say of what never deviated that it no longer does; another account-compression is told, too', () => {
    const verdict = { ...telling.verdict, kind: 'match', observed: 'light-system:6020' } as const;
    const output = replayText({
      ...telling,
      witness: { ...telling.witness, kind: 'exemplar', verdict: 'match', observed: 'light-system:6021' },
      verdict,
      programs: { ...PROGRAMS, accountCompression: 'e'.repeat(64) },
    });
    expect(output).toContain('as documented, otherwise than recorded');
    expect(output).toContain('another account-compression program');
    expect(output).not.toContain('another system program');
  });

  it('says that a case proves nothing when its twin is rejected', () => {
    expect(replayText({ ...telling, twinAccepted: false })).toContain('proves nothing');
  });
});

it('wraps at spaces and leaves long words whole', () => {
  expect(
    wrap(`${'word '.repeat(30)}${'x'.repeat(120)}`, 2)
      .split('\n')
      .map((line) => line.length > 100),
  ).toEqual([false, false, true]);
});

it('keeps a run with a baseline apart from one without', () => {
  const output = screen(
    reportOf({
      rules: [rule('accounts/one')],
      results: [results[0] as (typeof results)[0]],
      baseline: baseline([entry('accounts/one')]),
    }),
    story,
    { command: 'suite', folder: 'out' },
  );
  expect(output).toContain('deviates (known)');
});
