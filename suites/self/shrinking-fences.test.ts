// Shrinking stays behind the fences: what is left of a wrong program's case is about that program, not about what is known.
import fc from 'fast-check';
import type { Backend } from '../../harness/backend';
import type { Generated } from '../../generators/breaking';
import { FENCES } from '../../spec/fences';
import { judgedBy } from '../claim-run';
import { claimById, type RunnableClaim } from '../claims';
import { runCase } from '../run-case';
import { runClaim } from '../run-claim';
import type { Runner } from '../runner';
import { lying, otherByte, type Lie } from './effect-lies';
import { openRunner } from './open-runner';

const ALL_FENCES = new Set(FENCES.map(({ rule }) => rule));
const PROGRAMS = { version: '0.28.3', systemProgram: '', accountCompression: '', caller: '' };

/** To the judge it looks just as an output without data out of a context, which the published program does wrong. */
const wrongLeaves: Lie = ({ leaves }) => ({
  leaves: new Map([...leaves].map(([key, own]) => [key, { ...own, appended: own.appended.map(otherByte) }])),
});

const named = (id: string): RunnableClaim => {
  const claim = claimById(id);
  if (claim === undefined) throw new Error(`There is no claim ${id}.`);
  return claim;
};

/** Its rule is an effect: of other effects, a smaller case may touch those that the first did not. */
const DATALESS = 'effects/dataless-output-from-context';

/** Their cases execute what contexts hold. */
const CLAIMS = ['effects/execute-combines', 'modes/sequence'];

describe('A case behind the fences', () => {
  let real: Backend;
  beforeAll(async () => {
    real = await openRunner();
  });
  afterAll(() => {
    real.close();
  });

  const smallest = (id: string, runner: Runner) =>
    runClaim({ claim: named(id), runner, runs: 20, programs: PROGRAMS, seed: 7, fences: ALL_FENCES });

  /** How many of a few cases are judged by the fence's rule. */
  const judgedByIt = async (fences: ReadonlySet<string>): Promise<number> => {
    const claim = named('effects/execute-combines');
    const judging = judgedBy({ claim, runner: real });
    let count = 0;
    for (const made of fc.sample<Generated>(claim.cases(fences), { seed: 7, numRuns: 30 })) {
      const { verdict } = await runCase(real, made, judging);
      if (verdict.because.includes(DATALESS)) count += 1;
    }
    return count;
  };

  test.each(CLAIMS)(
    'of %s that a wrong program shows shrinks to one that the right program does as documented',
    async (id) => {
      const { findings } = await smallest(id, lying(real, wrongLeaves));
      expect(findings.map(({ observed }) => observed)).toContain('accepted, wrong leaves');
      for (const { witness } of findings) {
        const { verdict } = await runCase(real, witness, judgedBy({ claim: named(id), runner: real }));
        expect(verdict.kind).toBe('match');
      }
    },
  );

  it('is not judged by the rule of the fence; without that fence some are', async () => {
    expect(await judgedByIt(ALL_FENCES)).toBe(0);
    expect(await judgedByIt(new Set([...ALL_FENCES].filter((fence) => fence !== DATALESS)))).toBeGreaterThan(
      0,
    );
  });
});
