// Tests of which cases a survivor is compared in, and of what its row says then.
import type { Kill, Mutant, MutantRow } from '../../spec/mutation';
import { COMPARED, ENOUGH, type Comparison } from '../../spec/survivor';
import type { Lanes } from './lanes';
import { rowOf, type Naming, type Tried } from './rows';
import { casesFor, judgedRows, spread } from './survivors';
import { trapOf, trapped } from './trap';

const naming = { flow: { functions: [] }, code: { at: new Map() } } as unknown as Naming;
const mutant: Mutant = {
  ...{ id: '00010:store', operator: 'store', offset: 16, pc: 1 },
  ...{ before: '0000000000000000', after: '0500000000000000' },
};

const claims = (count: number, cases: number) =>
  Array.from({ length: count }, (_, i) => ({ claim: `c/${i}`, indices: [...Array(cases).keys()] }));

it('cases are one of each claim, then another one of each, and evenly from many claims', () => {
  expect(spread(claims(2, 3), 5)).toEqual([
    ...[0, 1].flatMap((index) => ['c/0', 'c/1'].map((claim) => ({ claim, index }))),
    { claim: 'c/0', index: 2 },
  ]);
  expect(spread(claims(8, 3), 4).map(({ claim }) => claim)).toEqual(['c/0', 'c/2', 'c/4', 'c/6']);
  expect(spread(claims(2, 2), 9)).toHaveLength(4);
  expect(spread([], 9)).toEqual([]);
});

it('a forced branch is compared first where it went the way that it cannot go any more', () => {
  const bits = (executed: number, jumped: number, wentOn: number) => ({
    ...{ executed: Uint8Array.of(executed), jumped: Uint8Array.of(jumped), wentOn: Uint8Array.of(wentOn) },
  });
  const traces = [
    {
      ...{ claim: 'a/b', references: [], onlyInvokeCpi: [] },
      traces: [bits(2, 2, 0), bits(2, 0, 2), bits(0, 0, 0), bits(2, 2, 2)],
    },
  ];
  const order = (operator: Mutant['operator']) =>
    casesFor(traces, { ...mutant, operator })
      .map(({ index }) => index)
      .slice(0, 3);
  expect(order('always')).toEqual([1, 3, 0]);
  expect(order('never')).toEqual([0, 3, 1]);
  expect(order('store')).toEqual([0, 1, 3]);
});

it('where few traced cases execute the instruction, later ones of the same claims follow', () => {
  const bits = (executed: number) => ({
    ...{ executed: Uint8Array.of(executed), jumped: Uint8Array.of(0), wentOn: Uint8Array.of(0) },
  });
  const traced = (claim: string, executed: readonly number[]) => ({
    ...{ claim, references: [], onlyInvokeCpi: [], traces: executed.map(bits) },
  });
  const rare = casesFor([traced('a/b', [0, 2]), traced('c/d', [0, 0])], mutant);
  expect(rare.slice(0, 3)).toEqual([1, 2, 3].map((index) => ({ claim: 'a/b', index })));
  expect(rare.some(({ claim }) => claim === 'c/d')).toBe(false);
  const often = casesFor([traced('a/b', Array<number>(ENOUGH).fill(2))], mutant);
  expect(often).toHaveLength(ENOUGH);
});

const comparison: Comparison = {
  ...{ cases: COMPARED, claims: 9, executions: 40, effects: 40, casesWithEffect: ENOUGH },
  ...{ difference: null, distances: null },
};
const answer = { id: mutant.id, refusal: null, kills: [], cases: 1, unjudged: [] };
const tried: Tried = { mutant, outcomes: [{ answer, seconds: 1 }] };

async function rowsFor(trial: Tried, outcome: object): Promise<readonly [readonly MutantRow[], number]> {
  let asked = 0;
  const askAll = (requests: readonly unknown[]) => {
    asked += requests.length;
    return Promise.resolve(requests.map(() => outcome));
  };
  const rowWith = (one: Tried): MutantRow => rowOf(naming, one);
  const job = { lanes: { askAll } as unknown as Lanes };
  const { rows } = await judgedRows(job, [trial], { naming, rowWith, casesOf: () => [], texts: [] });
  return [rows, asked];
}

it('a survivor is compared, and its row says what came of it', async () => {
  const [rows, asked] = await rowsFor(tried, { answer: comparison, seconds: 1 });
  expect(asked).toBe(1);
  expect(rows[0]?.survival).toMatchObject({ kind: 'unused', isSetAside: true });
});

it('one whose comparison ends the worker is open', async () => {
  const death = { fate: 'crash', reason: 'SIGSEGV' };
  const [rows] = await rowsFor(tried, { death, seconds: 1 });
  expect(rows[0]?.survival).toMatchObject({ kind: 'uncompared', isSetAside: false });
  expect(rows[0]?.survival?.why).toContain('SIGSEGV');
});

it('one at which something changed is not compared, and neither is a killed one', async () => {
  const unjudged = [{ claim: 'c/d', index: 4 }];
  const [rows, asked] = await rowsFor(
    { mutant, outcomes: [{ answer: { ...answer, unjudged }, seconds: 1 }] },
    {},
  );
  expect([rows[0]?.survival?.kind, asked]).toEqual(['changed', 0]);
  const kill: Kill = {
    ...{ claim: 'a/b', index: 1, verdict: 'missing-error', expected: '6002', observed: 'accepted' },
    ...{ isObserved: false, hasStopped: false },
  };
  const killed = { mutant, outcomes: [{ answer: { ...answer, kills: [kill] }, seconds: 1 }] };
  expect((await rowsFor(killed, {}))[0][0]?.survival).toBeNull();
});

it('a trap names the first case of each claim that comes to it', () => {
  expect(trapOf(mutant)).toMatchObject({ id: mutant.id, after: '0500ffff00000000' });
  const kills = [{ claim: 'c/1', index: 5 }] as never;
  const unjudged = [
    { claim: 'c/1', index: 2 },
    { claim: 'c/0', index: 0 },
  ];
  const outcome = { answer: { ...answer, kills, unjudged }, seconds: 1 };
  expect(trapped(outcome, ['c/0', 'c/1', 'c/2'])).toEqual([
    { claim: 'c/0', index: 0 },
    { claim: 'c/1', index: 2 },
  ]);
  expect(trapped(undefined, ['c/0'])).toEqual([]);
  const refused = { answer: { ...answer, refusal: 'no code' }, seconds: 1 };
  expect(() => trapped(refused, ['c/0'])).toThrow('no code');
});
