// The states of codes follow from results: whose number it is, what shadows it, what is frozen, what nobody tried.
import type { CodeColumn } from '../../spec/codes/types';
import type { ClaimResult } from '../../spec/result';
import { CODE_RULES } from '../../spec/rules/codes';
import type { Rule } from '../../spec/rule';
import { reportOf } from '../testing/reports';
import { finding, PROGRAMS, result } from '../testing/samples';
import { statesOf, writeFrozen, parseFrozen, type FrozenCodes } from './frozen';
import { codesProblems } from './gate';
import type { CodeCell } from './types';
import { CODE_COLUMNS } from '../../spec/codes/types';

const CPI: CodeColumn = 'InvokeCpi';
const ruleOf = (id: string): Rule => CODE_RULES.find((one) => one.id === id) as Rule;
const EXCEEDING = ruleOf('codes/invoke-cpi/outputs-exceed');
const FLAG = ruleOf('codes/invoke-cpi/compress-without-amount');
const ABSENT = ruleOf('codes/invoke-cpi/invoking-program-absent');
const OTHER_OWNER = ruleOf('codes/reinitialize/other-owner');
const WITH_DATA = ruleOf('codes/invoke/output-with-data');

const came = (
  rule: Pick<Rule, 'id'>,
  observed: string,
  change: Partial<ClaimResult> & { readonly in?: CodeColumn } = {},
): ClaimResult => {
  const { in: instruction = CPI, ...rest } = change;
  return result(rule.id, { within: [{ instruction, observed, count: 310 }], seenCodes: [], ...rest });
};

const reportWith = (rules: readonly Rule[], results: readonly ClaimResult[]) => {
  const report = reportOf({ rules, results });
  if (report.codes === undefined) throw new Error('There are no codes.');
  return { ...report, codes: report.codes };
};
type WithCodes = ReturnType<typeof reportWith>;

const cellOf = ({ codes }: WithCodes, code: number, instruction: CodeColumn = CPI): CodeCell =>
  codes.matrix.find((cell) => cell.code === code && cell.instruction === instruction) as CodeCell;

const SYSTEM = 'light-system:6004';

describe('A code under an instruction', () => {
  it('is reached where enough attempts raise it and their valid plans are accepted', () => {
    const report = reportWith([EXCEEDING], [came(EXCEEDING, SYSTEM)]);
    expect(cellOf(report, 6004)).toMatchObject({ state: 'reached', raised: 310, inValid: 0 });
  });

  it('is only seen where too few do, or twins fail', () => {
    const few = came(EXCEEDING, SYSTEM, { violating: 200, twins: 200 });
    expect(cellOf(reportWith([EXCEEDING], [few]), 6004).state).toBe('seen');
    const failing = came(EXCEEDING, SYSTEM, { inconclusive: 5 });
    expect(cellOf(reportWith([EXCEEDING], [failing]), 6004).state).toBe('seen');
  });

  it('is reached where an attempt at it raises nothing else, though another error is expected', () => {
    const place = { in: 'ReInitCpiContextAccount' } as const;
    const all = came(OTHER_OWNER, 'light-system:6055', place);
    const stateOf = (one: ClaimResult) => cellOf(reportWith([OTHER_OWNER], [one]), 6055, place.in).state;
    expect(stateOf(all)).toBe('reached');
    const accepted = { instruction: place.in, observed: 'accepted', count: 1 };
    expect(stateOf({ ...all, within: [...(all.within ?? []), accepted] })).toBe('seen');
  });

  it('is not reached by account-compression’s same number, which is listed as its own', () => {
    const report = reportWith([EXCEEDING], [came(EXCEEDING, 'account-compression:6004')]);
    expect(cellOf(report, 6004)).toMatchObject({
      state: 'shadowed',
      raised: 0,
      by: 'account-compression:6004',
    });
    expect(report.codes.passing).toMatchObject([
      { raised: 'account-compression:6004', belongs: 'account-compression', name: 'InsufficientRolloverFee' },
    ]);
  });

  it('is shadowed where every attempt gets another error, and by which', () => {
    const report = reportWith([ABSENT], [came(ABSENT, 'light-system:6002')]);
    expect(cellOf(report, 6014)).toMatchObject({ state: 'shadowed', by: 'light-system:6002' });
  });

  it('is reached elsewhere, or unreached, where an attempt is accepted', () => {
    const alone = reportWith([FLAG], [came(FLAG, 'accepted')]);
    expect(cellOf(alone, 6009).state).toBe('unreached');
    const plain = ruleOf('codes/invoke-cpi/read-only-behind');
    const sibling = ruleOf('codes/with-read-only/mode-byte');
    const both = reportWith(
      [plain, sibling],
      [came(plain, 'accepted'), came(sibling, 'light-system:6044', { in: 'InvokeCpiWithReadOnly' })],
    );
    expect(cellOf(both, 6044).state).toBe('elsewhere');
    expect(cellOf(both, 6044, 'InvokeCpiWithReadOnly').state).toBe('reached');
  });

  it('is not attempted where nobody tried', () => {
    const report = reportWith([EXCEEDING], [came(EXCEEDING, SYSTEM)]);
    expect(cellOf(report, 6004, 'Invoke').state).toBe('not-attempted');
  });

  it('is no longer reached once a valid plan raises it', () => {
    const valid: ClaimResult = {
      ...came({ id: 'codes/valid' }, SYSTEM),
      kind: 'sweep',
      findings: [finding('codes/valid', { verdict: 'spurious-error', observed: SYSTEM })],
    };
    const report = reportWith([EXCEEDING], [came(EXCEEDING, SYSTEM), valid]);
    expect(cellOf(report, 6004)).toMatchObject({ state: 'seen', inValid: 310 });
    expect(report.gate.exitCode).toBe(1);
    expect(report.gate.problems.map(({ sentence }) => sentence)).toContain(
      '6004 under InvokeCpi was raised by 310 valid plans.',
    );
  });
});

describe('Errors of others', () => {
  it('are attributed by program and number; a panic has none', () => {
    const report = reportWith(
      [EXCEEDING],
      [
        came(EXCEEDING, SYSTEM, {
          within: [
            'light-system:20001',
            'light-system:panic',
            'account-compression:14307',
            'light-system:15999',
            'solana-system:1',
          ].map((observed) => ({ instruction: CPI, observed, count: 3 })),
        }),
      ],
    );
    expect(report.codes.passing.map(({ belongs, name }) => `${belongs}: ${name}`)).toEqual([
      'batched tree: InclusionProofByIndexFailed',
      'null: null',
      'account checks: AccountOwnedByWrongProgram',
      "Solana's system program: ResultWithNegativeLamports",
    ]);
    expect(report.codes.panics).toMatchObject([{ raised: 'light-system:panic', count: 3 }]);
  });
});

const frozenAs = ({ codes }: WithCodes): FrozenCodes => ({
  formatVersion: 1,
  programVersion: '0.28.3',
  systemProgram: PROGRAMS.systemProgram,
  columns: CODE_COLUMNS,
  states: statesOf(codes.matrix),
});

describe('The gate', () => {
  const report = reportWith(
    [EXCEEDING, WITH_DATA],
    [came(EXCEEDING, SYSTEM), came(WITH_DATA, 'light-system:6014', { in: 'Invoke' })],
  );
  const problems = (frozen: FrozenCodes | null, complete = true) =>
    codesProblems({ body: report, frozen, complete }).map(({ kind, sentence }) => `${kind}: ${sentence}`);

  it('is red for what nobody tried, in a complete run only', () => {
    expect(problems(null)).toContain('vacuous: Nobody tried to raise 6004 under Invoke.');
    expect(problems(null, false)).toEqual([]);
  });

  it('is red for a state that is not as it was frozen, and names it', () => {
    const frozen = frozenAs(report);
    expect(problems(frozen).filter((one) => one.startsWith('observed-changed'))).toEqual([]);
    const edited = { ...frozen, states: { ...frozen.states, 6004: '-S----' } };
    expect(problems(edited)).toContain(
      'observed-changed: 6004 under InvokeCpi is frozen as shadowed, and is now reached.',
    );
  });

  it('reads back what it freezes, and refuses a file that lacks a state', () => {
    const states = Object.fromEntries(Object.keys(frozenAs(report).states).map((code) => [code, 'RSEUUU']));
    const frozen = { ...frozenAs(report), states };
    expect(parseFrozen(writeFrozen(frozen), 'x.json')).toEqual(frozen);
    const lacking = Object.fromEntries(Object.entries(states).slice(1));
    expect(() => parseFrozen(writeFrozen({ ...frozen, states: lacking }), 'x.json')).toThrow(
      'x.json does not have a state for each code and instruction',
    );
  });
});
