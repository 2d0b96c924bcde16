// Tests of what a replay says of a rule that was told apart by parts since its witness was written.
import { ERRORS, PROGRAMS, witness } from '../testing/samples';
import { plain } from './paint';
import { replayText } from './replay-text';

const told = (recorded: string): string =>
  replayText({
    file: 'w.json',
    witness: { ...witness('accounts/one'), expected: recorded },
    verdict: {
      kind: 'missing-error',
      transaction: 0,
      expected: 'any error (an output)',
      observed: 'accepted',
      detail: '',
      because: [],
    },
    twinAccepted: true,
    backend: 'bankrun',
    programs: PROGRAMS,
    errors: ERRORS,
    paint: plain,
    history: null,
  });

it('takes a part that the witness does not know for no difference, and another part for one', () => {
  expect(told('any error')).toContain('w.json: as recorded');
  expect(told('any error (an input)')).toContain('w.json: not as recorded');
});
