// Tests of which cases a mutant is tried with.
import type { Mutant } from '../../spec/mutation';
import { coveringCases, hitsOf, shareOfCases } from './mutants';

const trace = (bits: number) => ({
  executed: Uint8Array.of(bits),
  jumped: new Uint8Array(1),
  wentOn: new Uint8Array(1),
});

const told = (digest: string) =>
  ({ digest, kind: 'match', expected: 'accepted', observed: 'accepted' }) as const;
const REFERENCES = ['a', 'b', 'c', 'd', 'e'].map(told);

it('says of how many cases of a claim those that cover an instruction were chosen, and what they did', () => {
  const traces = [
    { claim: 'a/b', traces: [trace(0), trace(2), trace(1)], references: REFERENCES, onlyInvokeCpi: [] },
  ];
  expect(coveringCases(traces, 1)).toEqual([
    { claim: 'a/b', indices: [1], of: 3, references: [REFERENCES[1]] },
  ]);
});

const control = (id: string, operator: 'dead-code' | 'log-call'): Mutant => ({
  ...{ id, operator, offset: 16, pc: null },
  ...{ before: '0000000000000000', after: '0500000000000000' },
});

it('the controls of a kind share all cases, however many they are', () => {
  const traces = [
    { claim: 'a/b', traces: [0, 0, 0, 0, 0].map(trace), references: REFERENCES, onlyInvokeCpi: [] },
  ];
  const controls = [
    ...['1', '2', '3'].map((id) => control(id, 'dead-code')),
    ...['4', '5'].map((id) => control(id, 'log-call')),
  ];
  const indices = controls.map((one) =>
    shareOfCases(traces, one, controls).flatMap((range) => range.indices),
  );
  expect(indices).toEqual([[0, 3], [1, 4], [2], [0, 2, 4], [1, 3]]);
});

it('a control that changes a log line is not asked of claims that read it', () => {
  const traces = ['a/b', 'effects/proof-statement'].map((claim) => ({
    ...{ claim, traces: [trace(0)], references: REFERENCES, onlyInvokeCpi: [] },
  }));
  const asked = (one: Mutant) => shareOfCases(traces, one, [one]).map(({ claim }) => claim);
  expect(asked(control('1', 'log-call'))).toEqual(['a/b']);
  expect(asked(control('2', 'dead-code'))).toEqual(['a/b', 'effects/proof-statement']);
});

it('what only other instructions execute is not changed where InvokeCpi is asked about', () => {
  const traces = [
    { claim: 'a/b', traces: [trace(1), trace(6)], references: REFERENCES, onlyInvokeCpi: [true, false] },
  ];
  expect([...hitsOf(traces, 'InvokeCpi').executed]).toEqual([0]);
  expect([...hitsOf(traces, 'all').executed]).toEqual([0, 1, 2]);
});
