// Tests of the tracer with fake validators: a case that is lost is no trace, and one that the recorder answers otherwise is traced again.
import { planOf } from '../../report/testing/samples';
import type { Observation, Raised } from '../../spec/outcome';
import type { Tried } from '../runner';
import type { Prepared, Ran } from './reference';
import type { Compression, Subject, Traced } from './traced-runners';
import { tracer } from './tracer';

const plan = planOf();
const one = { claim: { id: 'a/one' }, cases: [{ plan, twin: null, fenced: [] }] } as unknown as Prepared;

const raising = (code: number | null): Observation =>
  ({
    transactions: [{ raised: code === null ? null : ({ program: 'light-system', code } as Raised) }],
  }) as unknown as Observation;
const ran: readonly Ran[] = [{ twin: null, plan: raising(6002) }];

/** Traces with validators that answer with what is given, and named as who plays account-compression. */
const traced = (answers: Readonly<Record<Compression, readonly Tried[]>>) => {
  const openTraced = (_: Subject, compression: Compression): Promise<Traced> =>
    Promise.resolve({
      runner: { runAll: () => Promise.resolve(answers[compression]) },
      take: () => compression,
    } as unknown as Traced);
  return tracer({ subjectOf: () => ({}) as Subject, openTraced })(one, ran);
};

describe('The tracer', () => {
  it('takes the trace with the recorder where the same error comes', async () => {
    expect(await traced({ recorder: [raising(6002)], itself: [] })).toEqual(['recorder']);
  });

  it('traces with account-compression itself where another one comes', async () => {
    expect(await traced({ recorder: [raising(null)], itself: [raising(6002)] })).toEqual(['itself']);
  });

  it.each<[string, Readonly<Record<Compression, readonly Tried[]>>]>([
    ['the recorder', { recorder: [], itself: [raising(6002)] }],
    ['account-compression', { recorder: [raising(null)], itself: [] }],
  ])('fails where a case is lost with %s', async (_name, answers) => {
    await expect(traced(answers)).rejects.toThrow('lost a plan');
  });
});
