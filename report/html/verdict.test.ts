// Tests of the top of a page: what only sweeps show is not hidden behind rules whose deviations are all known.
import { baseline, entry, finding, result, rule } from '../testing/samples';
import { reportOf } from '../testing/reports';
import { verdictSection } from './verdict';

const page = (...sweeps: readonly ReturnType<typeof result>[]): string =>
  verdictSection(
    reportOf({
      rules: [rule('accounts/one')],
      results: [result('accounts/one', { findings: [finding('accounts/one')] }), ...sweeps],
      baseline: baseline([entry('accounts/one')]),
    }),
  ).html.replace(/\s+/g, ' ');

describe('The top of the page', () => {
  it('says that all is known where it is', () => {
    expect(page()).toContain('all known in the baseline');
    expect(page()).not.toContain('sweeps and laws');
  });

  it('says of sweeps that they show what is not', () => {
    const sweep = result('modes/sequence', { kind: 'sweep', findings: [finding('modes/sequence')] });
    expect(page(sweep)).toContain('all known in the baseline; 1 of the sweeps and laws with what is not');
  });
});
