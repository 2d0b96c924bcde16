// Tests of what a run leaves alone: entries about claims of areas that were not asked for.
import { unaskedIn } from './run-report';

const DEFAULT = {
  outside: new Set(['read-only', 'account-info']),
  unselected: new Set<string>(),
} as unknown as Parameters<typeof unaskedIn>[0];

describe('a run of the default areas', () => {
  const { isOutside } = unaskedIn(DEFAULT);

  it.each(['laws/any-instruction', 'read-only/any', 'read-only/truncated'])('leaves %s alone', (claim) => {
    expect(isOutside(claim)).toBe(true);
  });

  it.each(['laws/order-of-writers', 'validation/any', 'validation/context-owner'])('asks %s', (claim) => {
    expect(isOutside(claim)).toBe(false);
  });
});
