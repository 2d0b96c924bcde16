// Tests of the order in which mutants meet claims, with answers made up.
import type { ClaimRefutations, ModelMutant, Refutation } from '../../spec/model-mutation';
import { refuteAll } from './refute-all';

const mutant = (rule: string, mutation: ModelMutant['mutation'] = 'dropped'): ModelMutant => ({
  id: `${rule}#${mutation}`,
  rule,
  mutation,
  says: 'otherwise',
});
const refutation = (claim: string, index: number): Refutation => ({
  claim,
  index,
  road: 'plan',
  transaction: 0,
  verdict: 'wrong-code',
  expected: '6001',
  observed: 'light-system:6002',
  documents: 'match',
});

const CASES = 10;

describe('all mutants', () => {
  const said: string[] = [];
  const answers: Readonly<Record<string, readonly (readonly [mutant: string, index: number])[]>> = {
    a: [['a#dropped', 2]],
    sweep: [
      ['b#dropped', 4],
      ['b#negated', 0],
    ],
    last: [['b#dropped', 0]],
  };
  const ask = (claim: string, mutants: readonly string[]): Promise<ClaimRefutations> => {
    said.push(`${claim}: ${mutants.join(' ')}`);
    const refuted = (answers[claim] ?? []).filter(([id]) => mutants.includes(id));
    return Promise.resolve({
      claim,
      executed: CASES,
      matching: CASES,
      named: CASES,
      exercised: claim === 'a' ? ['a'] : ['a', 'b', ...(claim === 'last' ? [] : ['c'])],
      refuted: Object.fromEntries(refuted.map(([id, index]) => [id, refutation(claim, index)])),
    });
  };

  it('meet the cases of their own rule first, and other claims only where those do not refute them', async () => {
    const mutants = [mutant('a'), mutant('b'), mutant('b', 'negated'), mutant('c')];
    const elsewhere = ({ rule }: ModelMutant): readonly string[] =>
      rule === 'c' ? ['a', 'last'] : ['a', 'sweep', 'last'];
    const { mutants: done, own } = await refuteAll({ mutants, ask, elsewhere });
    expect(said).toEqual([
      ...['a: a#dropped', 'b: b#dropped b#negated', 'c: c#dropped'],
      ...['sweep: b#dropped b#negated', 'last: b#dropped b#negated c#dropped'],
    ]);
    expect(done.map(({ id, cases, refutation: by }) => [id, cases, by?.claim ?? null])).toEqual([
      ['a#dropped', 3, 'a'],
      ['b#dropped', CASES + 5, 'sweep'],
      ['b#negated', CASES + 1, 'sweep'],
      ['c#dropped', CASES, null],
    ]);
    expect(own['c']).toEqual({ executed: CASES, matching: CASES, named: CASES });
  });
});
