// Counterexamples shrink: the smallest plan differs from its valid twin in one field, and the twin is as small as valid plans get.
import type { Backend } from '../../harness/backend';
import { diffPlans } from '../../report/diff';
import { FENCES } from '../../spec/fences';
import type { Witness } from '../../spec/result';
import { claimById } from '../claims';
import { runClaim } from '../run-claim';
import { openRunner } from './open-runner';

const ALL_FENCES = new Set(FENCES.map(({ rule }) => rule));
const PROGRAMS = { version: '0.28.3', systemProgram: '', accountCompression: '', caller: '' };

const DEVIATING = [
  'accounts/authority-signer-optional',
  'accounts/authority-writable-optional',
  'accounts/at-least-eleven',
  'modes/execute-needs-no-content',
  'validation/context-owner',
  'validation/context-discriminator',
  'validation/tree-on-write',
  'limits/outputs',
];
const CONFORMING = [
  'modes/context-account-required',
  'modes/context-data-missing',
  'validation/fee-payer-on-set',
  'validation/tree-on-execute',
  'validation/not-empty-on-execute',
];

const invocations = ({ plan }: Witness): number =>
  plan.transactions.reduce((sum, t) => sum + t.instructions.length, 0);

describe('The smallest counterexample', () => {
  let runner: Backend;
  beforeAll(async () => {
    runner = await openRunner();
  });
  afterAll(() => {
    runner.close();
  });
  const run = (id: string) => {
    const claim = claimById(id);
    if (claim === undefined) throw new Error(`There is no claim ${id}.`);
    return runClaim({ claim, runner, runs: 20, programs: PROGRAMS, seed: 7, fences: ALL_FENCES });
  };

  test.each(DEVIATING)('of %s differs from its twin in one field', async (id) => {
    const { findings } = await run(id);
    expect(findings.length).toBeGreaterThan(0);
    for (const { witness } of findings) {
      if (witness.twin === null) throw new Error('no twin');
      expect(diffPlans(witness.twin, witness.plan)).toHaveLength(1);
      expect(witness.plan.transactions.flatMap((t) => t.instructions)).not.toHaveLength(0);
      expect(invocations(witness)).toBeLessThanOrEqual(2);
    }
  });

  it('of a delegated authority differs from its twin in the two slots that name the other program', async () => {
    const { findings } = await run('signer-checks/delegated-authority');
    expect(findings).toHaveLength(1);
    for (const { witness } of findings) {
      if (witness.twin === null) throw new Error('no twin');
      expect(diffPlans(witness.twin, witness.plan).map(({ path }) => path)).toEqual([
        'transactions[0].instructions[0].accounts[1].key',
        'transactions[0].instructions[0].accounts[6].key',
      ]);
    }
  });

  test.each(CONFORMING)('exemplar of %s differs from its twin in one field', async (id) => {
    const { exemplar } = await run(id);
    if (exemplar?.twin == null) throw new Error('no exemplar');
    expect(diffPlans(exemplar.twin, exemplar.plan)).toHaveLength(1);
    expect(invocations(exemplar)).toBeLessThanOrEqual(2);
  });
});
