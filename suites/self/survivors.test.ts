// Survivors on the published program: each kind is found, and what a rule notices is never unused.
import { mutantsOf } from '../../harness/mutation/mutants';
import { ENDLESS_JUMP } from '../../harness/mutation/operators';
import { readCode } from '../../harness/sbpf/code';
import { readElf } from '../../harness/sbpf/elf';
import { loadRelease } from '../../programs/load';
import { survivalOf } from '../../report/mutation/survival';
import type { CaseRange, Mutant } from '../../spec/mutation';
import type { CaseName, Comparison, Survival } from '../../spec/survivor';
import { openEngine } from '../engine';
import type { MutationEngine } from '../mutation/types';

const VERSION = '0.28.3';
const CASES = 6;
const COUNTS = 'effects/event-counts';

const code = readCode(readElf(loadRelease(VERSION).systemProgram));
const everything = new Set(code.instructions.map(({ pc }) => pc));
const all = mutantsOf(code, { executed: everything, jumped: everything, wentOn: everything });

function mutant(id: string): Mutant {
  const found = all.find((one) => one.id === id);
  if (found === undefined) throw new Error(`There is no mutant ${id}.`);
  return found;
}

const indices = Array.from({ length: CASES }, (_, index) => index);
const casesOf = (...claims: readonly string[]): readonly CaseName[] =>
  claims.flatMap((claim) => indices.map((index) => ({ claim, index })));

describe('On the published program', () => {
  let engine: MutationEngine;
  beforeAll(async () => {
    const fences = new Set<string>();
    const opened = await openEngine({
      version: VERSION,
      seed: 41,
      fences,
      backend: 'litesvm',
      keepsBytes: true,
    });
    if (opened.mutation === undefined) throw new Error('the engine knows no mutants');
    engine = opened.mutation;
  });

  const compare = (id: string, ...claims: readonly string[]): Promise<Comparison> =>
    engine.compare(mutant(id), casesOf(...claims), []);
  const said = (id: string, comparison: Comparison): Survival =>
    survivalOf({
      row: { operator: mutant(id).operator, unjudged: null },
      ...{ comparison, failure: null, nameOf: String },
    });

  it('another way is no more than another log line where it is known that only text is made there', async () => {
    const cases = casesOf('modes/execute-refuses-unprovable');
    const makesText = [{ start: 71_875, end: 72_059 }];
    const found = await engine.compare(mutant('8df68:operand'), cases, makesText);
    expect(said('8df68:operand', found).kind).toBe('logged');
    const elsewhere = await engine.compare(mutant('8df68:operand'), cases, [{ start: 0, end: 8 }]);
    expect(said('8df68:operand', elsewhere).kind).toBe('used');
  });

  it('the length of a list that is never asked for again is unused', async () => {
    const found = await compare('0c470:store', 'effects/outputs-created', 'effects/transaction-hash');
    expect(found.difference).toBeNull();
    expect(found.casesWithEffect).toBe(found.cases);
    expect(found.cases).toBeGreaterThanOrEqual(CASES);
    expect(said('0c470:store', found)).toMatchObject({ kind: 'unused', isSetAside: false });
  });

  it('a case that comes to a trap shows it', async () => {
    const trap = { ...mutant('0c470:store'), after: ENDLESS_JUMP.toString('hex') };
    const ranges: readonly CaseRange[] = [{ claim: 'effects/outputs-created', indices, of: CASES }];
    const { refusal, kills, unjudged } = await engine.attempt(trap, ranges);
    expect(refusal).toBeNull();
    expect([...kills, ...unjudged].map(({ claim }) => claim)).toEqual(['effects/outputs-created']);
  });

  it('a constant that is never met is untold, and the distance to it is known', async () => {
    const found = await compare('7fba0:operand', 'effects/outputs-created');
    expect(found).toMatchObject({ effects: 0, difference: null, distances: { nearest: '1' } });
    expect(said('7fba0:operand', found).kind).toBe('untold');
  });

  it('a call whose answer is handed on is used', async () => {
    const found = await compare('47fc8:call', 'effects/transaction-hash');
    expect(found.difference).toMatchObject({ handed: 'calls' });
    expect(said('47fc8:call', found).kind).toBe('used');
    await compare('0c470:store', 'effects/outputs-created');
    expect(await compare('47fc8:call', 'effects/transaction-hash')).toEqual(found); // whatever came in between
  });

  it('what changed and no rule of the claim is about is told from what nothing changed at', async () => {
    // The hash of the transaction that is handed on is no matter of the counts that are handed on with it.
    const trial = await engine.attempt(mutant('469a8:store'), [{ claim: COUNTS, indices, of: CASES }]);
    expect(trial.kills).toEqual([]);
    const [unjudged = null] = trial.unjudged;
    const survival = survivalOf({
      row: { operator: 'store', unjudged },
      ...{ comparison: null, failure: null, nameOf: String },
    });
    expect(survival).toMatchObject({ kind: 'changed', isSetAside: false });
  });

  it('an instruction that no case executes is not compared', async () => {
    const found = await compare('78698:store', 'effects/outputs-created'); // of proofs
    expect(said('78698:store', found).kind).toBe('uncompared');
  });

  const CLAIMS = ['effects/outputs-created', 'signer-checks/authority-is-pda'];
  const ranges: readonly CaseRange[] = CLAIMS.map((claim) => ({ claim, indices, of: CASES }));

  it('what rules notice is never unused, whatever is changed', async () => {
    const { traces } = await engine.trace('effects/outputs-created', 1);
    const executed = (pc: number | null): boolean =>
      pc !== null && traces.some((one) => ((one.executed[pc >> 3] ?? 0) & (1 << (pc & 7))) !== 0);
    const candidates = all.filter(({ operator, pc }) => ['store', 'call'].includes(operator) && executed(pc));
    const spaced = candidates.filter((_, at) => at % Math.floor(candidates.length / 12) === 0);
    let killed = 0;
    for (const one of spaced) {
      const { kills } = await engine.attempt(one, ranges);
      if (kills.length === 0) continue;
      killed += 1;
      const comparison = await engine.compare(
        one,
        kills.map(({ claim, index }) => ({ claim, index })),
        [],
      );
      expect([one.id, said(one.id, comparison).kind]).toEqual([one.id, 'used']);
    }
    expect(killed).toBeGreaterThan(4);
  });
});
