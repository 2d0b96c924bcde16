// Tests of how mutants are counted, written and told.
import { CONTROLS, type Fate, type Kill, type MutantRow } from '../../spec/mutation';
import { schemaParser } from '../schema';
import schema from '../mutation.schema.json';
import { plain } from '../terminal/paint';
import { writeMutation } from './json';
import { parseKnownMutants } from './known';
import { mutationExit, oneMutantExit } from './exit';
import { mutationReport, type ReportInput } from './report';
import { mutantText, mutationText, staleLines } from './text';

const KILL: Kill = {
  ...{ claim: 'a/b', index: 1, verdict: 'missing-error', expected: '6002', observed: 'accepted' },
  ...{ isObserved: false, hasStopped: false },
};

const row = (id: string, fate: Fate, change: Partial<MutantRow> = {}): MutantRow => ({
  ...{ id, operator: 'negate', offset: 16, before: '00', after: '01', pc: 2, fate, cases: 3 },
  ...{ function: 'function_1', instruction: 'jeq r1, 0x0, 5', kills: [], by: null, reason: null },
  ...{ unjudged: null, survival: null, disassembly: [] },
  ...change,
});
const killed = (id: string, ...kills: readonly string[]): MutantRow => row(id, 'killed', { kills, by: KILL });

const report = (rows: readonly MutantRow[], change: Partial<ReportInput> = {}) =>
  mutationReport({
    programs: { version: '0.28.3', systemProgram: 'ab' },
    ...{ seed: 1, cases: 2, deep: 3, instructions: 10, executed: 5, mutants: 9 },
    ...{ isWholeMatrix: true, isInvokeCpiOnly: false, textOnly: 0 },
    claims: ['a/b', 'c/d'],
    rows,
    ...change,
  });

const SURVIVOR = row('00010:negate', 'survived', { unjudged: { claim: 'c/d', index: 4 } });
const APART = [row('00030:store', 'crash'), row('00040:store', 'timeout'), row('00050:store', 'unloadable')];
const ALARM = row('00070:log-text', 'killed', { operator: 'log-text', by: KILL, kills: ['a/b'] });
const QUIET = CONTROLS.map((operator) => row(`00080:${operator}`, 'survived', { operator }));
const EQUIVALENT = row('00060:store', 'equivalent', { reason: 'it is dead' });

describe('A mutation report', () => {
  it('counts crashes, timeouts, unloadable and equivalent mutants apart from the score', () => {
    const rows = [killed('1', 'a/b', 'c/d'), killed('2', 'a/b'), SURVIVOR, ...APART, EQUIVALENT];
    const { score, fates, sampled } = report(rows);
    expect(score).toBeCloseTo(2 / 3);
    expect(sampled).toBe(7);
    expect(fates).toMatchObject({
      killed: 2,
      crash: 1,
      timeout: 1,
      unloadable: 1,
      equivalent: 1,
      survived: 1,
    });
  });

  it('counts what only observed rules notice apart', () => {
    const { score, scoreWithObserved } = report([killed('1', 'a/b'), row('2', 'observed-only')]);
    expect([score, scoreWithObserved]).toEqual([0.5, 1]);
  });

  it('says which rule notices what nothing else does', () => {
    const { claims } = report([killed('1', 'a/b', 'c/d'), killed('2', 'a/b')]);
    expect(claims).toEqual([
      { claim: 'a/b', kills: 2, alone: 1 },
      { claim: 'c/d', kills: 1, alone: 0 },
    ]);
  });

  it('says so only where every claim was asked of every mutant', () => {
    const part = report([killed('1', 'a/b')], { isWholeMatrix: false });
    expect(part.claims[0]).toEqual({ claim: 'a/b', kills: 1, alone: null });
    expect(mutationText(part, plain)).not.toContain('alone');
    expect(mutationText(report([killed('1', 'a/b')]), plain)).toContain('alone');
    expect(schemaParser(schema)(writeMutation(part), 'mutation.json')).toMatchObject({
      isWholeMatrix: false,
    });
  });

  it('says how many instructions only make text', () => {
    const text = mutationText(report([killed('1', 'a/b')], { textOnly: 3 }), plain);
    expect(text).toMatch(/3\s+instructions\s+of\s+these\s+only\s+make\s+log\s+text/);
  });

  it('is green where nearly all are killed, and no control is', () => {
    expect(mutationExit(report([killed('1', 'a/b'), ...QUIET], { mutants: 1 }))).toBe(0);
    expect(mutationExit(report([killed('1', 'a/b'), SURVIVOR, ...QUIET]))).toBe(1);
    expect(mutationExit(report([killed('1', 'a/b'), ALARM, ...QUIET]))).toBe(1);
    expect(mutationExit(report(QUIET))).toBe(1);
  });

  it('is vacuous where a sample is too small to show that the goal is reached', () => {
    const many = Array.from({ length: 99 }, (_, at) => killed(`${at}`, 'a/b'));
    expect(mutationExit(report([...many.slice(1), ...QUIET], { mutants: 500 }))).toBe(4);
    expect(mutationExit(report([...many, ...QUIET], { mutants: 500 }))).toBe(0);
    expect(mutationText(report(many.slice(1), { mutants: 500 }), plain)).toMatch(
      /Fewer\s+than\s+99\s+mutants/,
    );
  });

  it('is vacuous where a kind of control was not tried, or not loaded', () => {
    const unloadable = row('00071:log-text', 'unloadable', { operator: 'log-text' });
    expect(mutationExit(report([killed('1', 'a/b'), ...QUIET.slice(1)]))).toBe(4);
    expect(mutationExit(report([killed('1', 'a/b'), unloadable, ...QUIET.slice(1)]))).toBe(4);
  });

  it('is stale where a mutant that is listed as equivalent is killed', () => {
    const stale = report([{ ...killed('00060:store', 'a/b'), reason: 'listed as equivalent' }, ...QUIET]);
    expect(mutationExit(stale)).toBe(5);
    expect(oneMutantExit(stale)).toBe(5);
    expect(mutationText(stale, plain)).toContain(
      '00060:store is listed as equivalent, but was killed: take it out of baselines/mutants/0.28.3.json.',
    );
  });

  it('is stale where something changes at a mutant that is listed as equivalent, and no rule is about it', () => {
    const listed = { ...SURVIVOR, reason: 'listed as equivalent' };
    const many = Array.from({ length: 99 }, (_, at) => killed(`${at}`, 'a/b'));
    expect(oneMutantExit(report([listed]))).toBe(5);
    expect(mutationExit(report([...many, listed, ...QUIET], { mutants: 500 }))).toBe(5);
    expect(staleLines(report([listed]))).toEqual([
      '00010:negate is listed as equivalent, but something changed in case 4 of c/d: take it out of baselines/mutants/0.28.3.json.',
    ]);
  });

  it('of one mutant that is known to be equivalent and behaves so is green', () => {
    expect(oneMutantExit(report([EQUIVALENT]))).toBe(0);
  });

  it('of one control is green where nothing notices it', () => {
    expect(oneMutantExit(report(QUIET.slice(0, 1)))).toBe(0);
    expect(oneMutantExit(report([ALARM]))).toBe(1);
    expect(oneMutantExit(report([SURVIVOR]))).toBe(1);
  });

  it('fits its schema', () => {
    const text = writeMutation(report([killed('1', 'a/b'), SURVIVOR, ...APART, EQUIVALENT]));
    expect(schemaParser(schema)(text, 'mutation.json')).toMatchObject({ formatVersion: 1 });
  });

  it('tells of a survivor where something changed and no rule is about it', () => {
    const text = mutationText(report([killed('1', 'a/b'), SURVIVOR]), plain);
    expect(text).toContain('00010:negate  jeq r1, 0x0, 5  in function_1: survived');
    expect(text).toContain('something changed in case 4 of c/d, and no rule is about it');
    expect(text).toContain('Score: 50.0 % by documented rules');
  });

  it('tells of one mutant which case shows it, and who else noticed', () => {
    const text = mutantText(killed('00010:negate', 'a/b', 'c/d'));
    expect(text).toContain('noticed by a/b in case 1: missing-error, expected 6002, observed accepted');
    expect(text).toContain('and by c/d');
  });
});

it('A known mutant needs a reason', () => {
  const list = { formatVersion: 1, programVersion: '0.28.3', systemProgram: 'a'.repeat(64) };
  const text = JSON.stringify({ ...list, mutants: [{ id: '00010:store', reason: '' }] });
  expect(() => parseKnownMutants(text, 'x.json')).toThrow(
    /x.json: mutants\[0\].reason must be a reason in words/,
  );
});
