// Tests of the text that a reviewer of a new baseline reads.
import { NO_REASON } from './baseline-reason';
import { baselineReview } from './baseline-review';
import { changesInWords } from './baseline-update';
import { baseline, entry } from './testing/samples';

const before = baseline([
  entry('a/changed', { reason: 'since always', link: 'https://example.org/1', expires: '2027-01-31' }),
  entry('a/gone', { reason: 'it was odd' }),
  entry('a/same'),
]);
const after = baseline([
  entry('a/changed', { observed: 'light-system:6001', reason: NO_REASON }),
  entry('a/same'),
  entry('a/new', { reason: 'found today' }),
]);

describe('the review of a new baseline', () => {
  const text = baselineReview(before, after);

  it('shows each entry before and after, with reasons, link and last day, and no entry that stayed', () => {
    expect(text).toContain(
      [
        '```diff',
        '- missing-error, expected 6020, observed accepted',
        '+ missing-error, expected 6020, observed light-system:6001',
        '```',
        '',
        '- the reason was: since always; <https://example.org/1>; until 2027-01-31',
        '- reason now: **no reason yet: the gate refuses it**',
      ].join('\n'),
    );
    expect(text.split('\n').filter((line) => line.startsWith('## '))).toEqual([
      '## New (1)',
      '## Changed (1)',
      '## Vanished (1)',
    ]);
    expect(text).not.toContain('a/same');
  });

  it('is told on the screen in a line each', () => {
    expect(changesInWords(before, after)).toEqual([
      'new       a/new: missing-error, expected 6020, observed accepted',
      'changed   a/changed: missing-error, expected 6020, observed accepted; now missing-error, expected 6020, observed light-system:6001',
      'vanished  a/gone: missing-error, expected 6020, observed accepted',
    ]);
  });

  it('says that nothing changed', () => {
    expect(baselineReview(after, after)).toMatch(/\n\nNothing changed\.\n$/);
  });
});
