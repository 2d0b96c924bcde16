// Tests of which cases a mutant is tried with.
import { coveringCases } from './mutants';

const trace = (bits: number) => ({
  executed: Uint8Array.of(bits),
  jumped: new Uint8Array(1),
  wentOn: new Uint8Array(1),
});

it('says of how many cases of a claim those that cover an instruction were chosen', () => {
  const traces = [{ claim: 'a/b', traces: [trace(0), trace(2), trace(1)] }];
  expect(coveringCases(traces, 1, false)).toEqual([{ claim: 'a/b', indices: [1], of: 3 }]);
});
