// A report page with everything on it, from made-up results, for the tests of the page.
import { COVERAGE } from '../../spec/coverage';
import type { PageInput } from '../html/page-types';
import { coverageReports } from '../coverage';
import { frozenSection } from '../precedence/frozen-section';
import { hostileReport } from './hostile';
import { outcome, seen, state } from './outcomes';
import { baseline, ERRORS, entry, PROGRAMS, witness } from './samples';

const KNOWN = { verdict: 'spurious-error', expected: 'accepted', observed: 'light-system:6014' } as const;

const svg =
  '<?xml version="1.0"?>\n<svg width="40pt" height="40pt" viewBox="0 0 40 40"><g id="graph0"><text x="1" y="9">drawn</text></g></svg>';

const section = frozenSection({
  formatVersion: 1,
  programVersion: '0.28.3',
  systemProgram: PROGRAMS.systemProgram,
  provenance: 'observed',
  raises: { 'accounts/good': ['light-system:6020'] },
  pairs: [{ first: 'accounts/good', second: 'accounts/new', relation: 'first' }],
});

/** Two new and one known deviation, with a context before and after, and texts that would break out of the page. */
export function samplePage(): PageInput {
  const bare = hostileReport();
  const coverage = coverageReports(COVERAGE, { results: [], rules: bare.rules });
  const context = outcome({ world: { contexts: new Map([['context:2', seen()]]) } });
  const run = {
    observation: { transactions: [context] },
    predictions: [
      {
        kind: 'specified' as const,
        alternatives: [
          {
            kind: 'rejected' as const,
            rejection: {
              failedAt: 0,
              codes: new Set([6020]),
              errors: new Set<string>(),
              anyUndocumented: false,
            },
            because: ['accounts/new'],
          },
        ],
      },
    ],
    verdict: {
      kind: 'missing-error' as const,
      transaction: 0,
      expected: '6020',
      observed: 'accepted',
      detail: '',
      because: [],
    },
  };
  return {
    report: { ...bare, coverage },
    baseline: baseline([entry('accounts/known', KNOWN)]),
    errors: ERRORS,
    witnessOf: (path) =>
      path.startsWith('witnesses/') ? witness('accounts/new', { detail: state.associatedTree }) : undefined,
    runOf: (path) => (path.includes('new') ? { run, first: null } : undefined),
    replayCommand: (path) => `npx cpi-conformance replay conformance-report/${path}`,
    stateMachine: svg,
    order: { section, isFrozen: true, svg },
  };
}
