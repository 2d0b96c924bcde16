// A report with everything a format must cope with: each kind of state, and texts that would break out of any markup.
import type { Report } from '../report-types';
import { reportOf } from './reports';
import { baseline, entry, finding, result, rule } from './samples';

/** Markup of every format, a control character, half a surrogate pair, and characters outside of ASCII. */
export const HOSTILE = `]]><script>alert(1)</script><img src=x onerror=alert(1)>&amp;"'\`|*_::error::%0A\n\t\u0001\ud800 ü 😀`;

const known = { verdict: 'spurious-error', expected: 'accepted', observed: 'light-system:6014' } as const;

/** Red: a new deviation, too few cases, a stale entry; green: one that conforms, and one that is known. */
export const hostileReport = (): Report =>
  reportOf({
    rules: [
      rule('accounts/good'),
      rule('accounts/new', { statement: HOSTILE }),
      rule('accounts/known'),
      rule('limits/few', { area: 'limits' }),
    ],
    results: [
      result('accounts/good'),
      result('accounts/new', {
        findings: [finding('accounts/new', { observed: HOSTILE })],
        matrix: [{ verdict: 'missing-error', expected: '6020', observed: HOSTILE, count: 310 }],
      }),
      result('accounts/known', { findings: [finding('accounts/known', known)] }),
      result('limits/few', { violating: 3, twins: 3, executed: 3 }),
      result('accounts/any', { kind: 'sweep' }),
    ],
    notApplicable: [{ id: 'limits/none', why: HOSTILE }],
    faults: [{ claim: null, sentence: HOSTILE, witness: null }],
    baseline: baseline([
      entry('accounts/known', { ...known, reason: HOSTILE }),
      entry('accounts/gone', { observed: HOSTILE }),
    ]),
  });

/** The same without anything red. */
export const greenReport = (): Report =>
  reportOf({
    rules: [rule('accounts/good'), rule('accounts/known')],
    results: [
      result('accounts/good'),
      result('accounts/known', { findings: [finding('accounts/known', known)] }),
    ],
    baseline: baseline([entry('accounts/known', known)]),
  });
