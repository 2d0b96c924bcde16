// Tests of which claims are asked again about a mutant, and which come last.
import type { Mutant } from '../../spec/mutation';
import type { Claim } from '../../suites/engine-types';
import type { Lanes } from './lanes';
import { tried, withLast, type Job } from './tries';

const claim = (id: string, area: string) => ({ id, area, kind: 'rule' }) as unknown as Claim;
const RULE = claim('modes/a', 'modes');
const PROOFS = [claim('proofs/a', 'proofs'), claim('proofs/b', 'proofs')];
const range = ({ id }: Claim) => ({ claim: id, indices: [0], of: 1, references: [] });

/** Lanes that notice nothing and see something change, and keep what is asked. */
function fakeJob(changed: readonly string[], matrix = false) {
  const asked: (readonly string[])[] = [];
  const answerOf = (request: { type: string; ranges?: readonly { claim: string }[] }): unknown => {
    if (request.type !== 'mutant') return [];
    asked.push((request.ranges ?? []).map((one) => one.claim));
    return {
      id: 'x',
      refusal: null,
      kills: [],
      cases: 1,
      unjudged: changed.map((id) => ({ claim: id, index: 0 })),
    };
  };
  const askAll = (requests: readonly { type: string }[]) =>
    Promise.resolve(requests.map((request) => ({ answer: answerOf(request), seconds: 0 })));
  const job = {
    claims: [RULE, ...PROOFS],
    options: { cases: 1, deep: 2, matrix },
    lanes: { askAll } as unknown as Lanes,
  } as unknown as Job;
  return { job, asked };
}

const mutant: Mutant = {
  ...{ id: '00010:store', operator: 'store', offset: 16, pc: null },
  ...{ before: '0000000000000000', after: '0500000000000000' },
};
const trying = {
  mutants: [{ mutant, ranges: [RULE, ...PROOFS].map(range) }],
  controls: [],
  known: () => null,
};

describe('A mutant that nothing notices', () => {
  it('is tried with more cases of all claims about proofs where something changed in one of them', async () => {
    const { job, asked } = fakeJob(['modes/a', 'proofs/b']);
    const ranges = [RULE, claim('proofs/b', 'proofs')].map(range);
    await tried(job, { ...trying, mutants: [{ mutant, ranges }] });
    expect(asked).toEqual([
      ['modes/a', 'proofs/b'],
      ['modes/a', 'proofs/a', 'proofs/b'],
    ]);
  });

  it('is not tried with more cases of claims about proofs where nothing changed in any', async () => {
    const { job, asked } = fakeJob(['modes/a']);
    await tried(job, trying);
    expect(asked[1]).toEqual(['modes/a']);
  });

  it('is tried with more cases of every claim where all are asked', async () => {
    const { job, asked } = fakeJob([], true);
    await tried(job, trying);
    expect(asked[1]).toEqual(['modes/a', 'proofs/a', 'proofs/b']);
  });
});

it('claims about proofs come last, unless all are asked', () => {
  const ranges = [...PROOFS, RULE].map(range);
  expect(withLast(fakeJob([]).job, ranges).map((one) => [one.claim, one.isLast ?? false])).toEqual([
    ['modes/a', false],
    ['proofs/a', true],
    ['proofs/b', true],
  ]);
  expect(withLast(fakeJob([], true).job, ranges).map((one) => one.isLast)).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
