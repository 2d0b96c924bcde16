// Tests of what the gate says of valid plans that are refused: which call, and with what.
import { reportOf } from './testing/reports';
import { result, rule } from './testing/samples';

it('A rule whose twins fail says which call of the valid plans was refused, and with what', () => {
  const refused = {
    expected: 'accepted (InvokeCpi, set)',
    observed: 'light-system:6027',
    verdict: 'inconclusive',
    count: 7,
  } as const;
  const { problems } = reportOf({
    rules: [rule('accounts/one')],
    results: [result('accounts/one', { inconclusive: 7, matrix: [refused] })],
  }).gate;
  expect(problems.map(({ sentence }) => sentence).join()).toContain(
    'the twins of 7 cases, valid plans, are not accepted (expected accepted (InvokeCpi, set), observed light-system:6027 in 7)',
  );
});
