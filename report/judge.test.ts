// Tests of the judge on rejected transactions: each wrong kind, and what must not pass as a match.
import type { Raised } from '../spec/outcome';
import type { Prediction } from '../spec/prediction';
import { judgeTransaction } from './judge';
import { accepts, builtIn, custom, judge, only, outcome, rejects } from './testing/outcomes';

describe('a rejected transaction', () => {
  it('matches a code that the documents allow', () => {
    const alternative = only(6020, 6021);
    const { verdict, taken } = judge([alternative], { raised: custom(6021) });
    expect(verdict).toMatchObject({ kind: 'match', expected: '6020|6021', observed: 'light-system:6021' });
    expect(taken).toBe(alternative);
  });

  it('matches a built-in error that the documents name', () => {
    const { verdict } = judge([rejects({ errors: new Set(['NotEnoughAccountKeys']) })], {
      raised: builtIn('NotEnoughAccountKeys'),
    });
    expect(verdict).toMatchObject({
      kind: 'match',
      expected: 'NotEnoughAccountKeys',
      observed: 'light-system:NotEnoughAccountKeys',
    });
  });

  it('has the wrong code when another documented code comes', () => {
    const { verdict } = judge([only(6020)], { raised: custom(6002) });
    expect(verdict).toMatchObject({ kind: 'wrong-code', expected: '6020', observed: 'light-system:6002' });
  });

  it('has the wrong code when a built-in error comes in place of a code', () => {
    expect(judge([only(6020)], { raised: builtIn('InvalidArgument') }).verdict.kind).toBe('wrong-code');
  });

  it('may be one of the calling program only where the runtime may stop that in front of its call', () => {
    const raised = builtIn('PrivilegeEscalation', 'program:A');
    const open = { codes: new Set([6028]), anyUndocumented: true };
    expect(judge([rejects(open)], { raised }).verdict.kind).toBe('wrong-code');
    const stopped = rejects({ ...open, mayStopCaller: true });
    expect(judge([stopped], { raised }).verdict.kind).toBe('match');
    expect(judge([stopped], { raised: custom(6002) }).verdict.kind).toBe('wrong-code');
  });

  it('has an undocumented code when the documents do not name it there and a code is expected', () => {
    const { verdict } = judge([only(6020)], { raised: custom(6048) });
    expect(verdict).toMatchObject({ kind: 'undocumented-code', observed: 'light-system:6048' });
  });

  it('says no more of such a code than is true: the list of all codes may name it', () => {
    const detail = (code: number): string => judge([only(6020)], { raised: custom(code) }).verdict.detail;
    const here = 'rejected with a code that the documents do not name here:';
    expect(detail(6051)).toBe(`${here} 6051 TooManyOutputAccounts`);
    expect(detail(15_002)).toBe(`${here} 15002`);
  });

  it('comes from the wrong program when the number is right', () => {
    const { verdict } = judge([only(6020)], { raised: custom(6020, 'account-compression') });
    expect(verdict).toMatchObject({ kind: 'wrong-program', observed: 'account-compression:6020' });
  });

  it('comes from the wrong program when a built-in error is raised before any program ran', () => {
    const raised = builtIn('NotEnoughAccountKeys', 'runtime');
    const { verdict } = judge([rejects({ errors: new Set(['NotEnoughAccountKeys']) })], { raised });
    expect(verdict).toMatchObject({ kind: 'wrong-program', observed: 'runtime:NotEnoughAccountKeys' });
  });

  it('has the wrong code when the right error is raised by another instruction', () => {
    const { verdict } = judge([only(6020)], { raised: custom(6020), failedAt: 1 });
    expect(verdict).toMatchObject({ kind: 'wrong-code', detail: 'raised by instruction 1, expected 0' });
  });

  it.each([custom(6020), custom(6048), builtIn('InvalidArgument', 'runtime')])(
    'is spurious when the documents allow the call (%j)',
    (raised) => {
      expect(judge([accepts()], { raised }).verdict).toMatchObject({
        kind: 'spurious-error',
        expected: 'accepted',
      });
    },
  );

  it('has a wrong effect when it changed something, even with the right code', () => {
    const { verdict } = judge([only(6020)], { raised: custom(6020), world: { changed: ['context:1'] } });
    expect(verdict).toMatchObject({ kind: 'wrong-effect', detail: 'the rejection changed context:1' });
  });

  it('says that compute units ran out, where they did; the kind of outcome stays', () => {
    const raised = { ...builtIn('ProgramFailedToComplete'), panicked: true, ranOut: true } as const;
    const { verdict } = judge([accepts()], { raised });
    expect(verdict).toMatchObject({
      ...{ kind: 'panic', observed: 'light-system:panic', detail: 'it ran out of compute units' },
    });
  });

  it('panics when the program stops without an error, whatever was allowed', () => {
    const raised: Raised = {
      program: 'light-system',
      code: null,
      error: 'ProgramFailedToComplete',
      panicked: true,
    };
    for (const alternative of [accepts(), only(6020), rejects({ anyUndocumented: true })]) {
      expect(judge([alternative], { raised }).verdict).toMatchObject({
        kind: 'panic',
        observed: 'light-system:panic',
      });
    }
  });

  describe('where the documents name no error', () => {
    const any = rejects({ anyUndocumented: true });

    it.each([custom(6048), custom(6006, 'account-compression'), builtIn('PrivilegeEscalation', 'runtime')])(
      'matches any error that no document gives a meaning to (%j)',
      (raised) => {
        expect(judge([any], { raised }).verdict).toMatchObject({ kind: 'match', expected: 'any error' });
      },
    );

    it('has the wrong code when a documented code appears out of place', () => {
      expect(judge([any], { raised: custom(6020) }).verdict.kind).toBe('wrong-code');
    });

    it('matches a documented number of another program, which means something else there', () => {
      expect(judge([any], { raised: custom(6020, 'account-compression') }).verdict.kind).toBe('match');
    });

    it('matches a documented code that is allowed by name', () => {
      const both = rejects({ anyUndocumented: true, codes: new Set([6021]) });
      expect(judge([both], { raised: custom(6021) }).verdict).toMatchObject({
        kind: 'match',
        expected: '6021|any error',
      });
      expect(judge([both], { raised: custom(6002) }).verdict.kind).toBe('wrong-code');
    });

    it('has the wrong code when the error is raised by another instruction', () => {
      expect(judge([any], { raised: custom(6048), failedAt: 3 }).verdict.detail).toBe(
        'raised by instruction 3, expected 0',
      );
    });
  });
});

describe('an unspecified prediction', () => {
  const prediction: Prediction = { kind: 'unspecified', why: 'the documents do not say' };

  it('gives no verdict and says why', () => {
    const judged = judgeTransaction({
      prediction,
      outcome: outcome({}),
      index: 0,
      documentedCodes: new Set(),
    });
    expect(judged.verdict).toMatchObject({
      kind: 'unspecified',
      expected: 'unspecified',
      observed: 'accepted',
      detail: 'the documents do not say',
    });
    expect(judged.taken).toBeNull();
  });
});

it('judges 100,000 transactions within seconds', () => {
  const started = process.hrtime.bigint();
  for (let count = 0; count < 100_000; count++) judge([only(6020)], { raised: custom(6020) });
  expect(Number(process.hrtime.bigint() - started) / 1e9).toBeLessThan(5);
});
