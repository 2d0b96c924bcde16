// Tests of how an unlisted deviation of a sweep is told: no twin shows what is wrong in it, so that its steps do.
import { ACCEPTED } from '../outcome-names';
import { reportOf } from '../testing/reports';
import { ERRORS, finding, INVOCATION, planOf, result, witness } from '../testing/samples';
import { plain } from './paint';
import { stories } from './story';

const input = {
  owner: 'program:B',
  lamports: 0n,
  address: null,
  data: null,
  treeIndex: 0,
  queueIndex: 0,
  leafOffset: 0,
  leafIndex: 0,
  proveByIndex: true,
  rootIndex: 0,
} as unknown as (typeof INVOCATION)['data']['inputs'][number];
const plan = planOf({ ...INVOCATION, data: { ...INVOCATION.data, inputs: [input] } });

const told = (because: readonly string[], expected = 'any error'): string => {
  const found = finding('modes/sequence', { because, expected });
  const report = reportOf({
    rules: [],
    results: [result('modes/sequence', { kind: 'sweep', findings: [found] })],
  });
  const shown = witness('modes/sequence', { plan, twin: null, expected });
  return stories(report, {
    errors: ERRORS,
    paint: plain,
    witnessOf: () => shown,
    replayCommand: (path) => path,
  });
};

describe('A deviation of a sweep', () => {
  it('is told with whom its inputs belong to, and with the statement that it rests on', () => {
    const text = told(['signer-checks/input-owner']).replace(/\s+/g, ' ');
    expect(text).toContain('owner program:B');
    expect(text).toMatch(/rests on signer-checks\/input-owner: .*INVOKE_CPI\.md/);
    expect(text).toContain('there is no valid plan that this one was made from');
  });

  it('that rests on several names them', () => {
    expect(told(['accounts/one', 'accounts/two'])).toContain('accounts/one, accounts/two.');
  });

  it('whose plan must be accepted is said to be valid itself', () => {
    expect(told([], ACCEPTED)).toContain('none: this plan is valid itself');
  });
});
