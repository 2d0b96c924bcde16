// Lamports beyond four bytes are executed: a model that hashes only the lower four of them is refuted.
import type { Backend } from '../../harness/backend';
import { FENCES } from '../../spec/fences';
import { claimById } from '../claims';
import { runAll } from '../run-claim';
import { openRunner } from './open-runner';

type AccountHash = typeof import('../../model/account-hash');

jest.mock<AccountHash>('../../model/account-hash', () => {
  const { accountHash } = jest.requireActual<AccountHash>('../../model/account-hash');
  return {
    accountHash: (account, place, facts) =>
      accountHash({ ...account, lamports: BigInt.asUintN(32, account.lamports) }, place, facts),
  };
});

const ALL_FENCES = new Set(FENCES.map(({ rule }) => rule));
const PROGRAMS = { version: '0.28.3', systemProgram: '', accountCompression: '', caller: '' };
const CASES = 80;

describe('A model that hashes the lower half of lamports', () => {
  let runner: Backend;
  beforeAll(async () => {
    runner = await openRunner();
  });
  afterAll(() => {
    runner.close();
  });

  test.each(['effects/outputs-created', 'effects/outputs-hashed', 'effects/leaf-order', 'modes/sequence'])(
    'is refuted by %s',
    async (id) => {
      const claim = claimById(id);
      if (claim === undefined) throw new Error(`There is no claim ${id}.`);
      const run = { claim, runner, programs: PROGRAMS, seed: 1, runs: CASES, fences: ALL_FENCES };
      const { matrix } = await runAll(run, claim.cases(ALL_FENCES));
      expect([...matrix.values()].map(({ entry }) => entry.verdict)).toContain('wrong-effect');
    },
  );
});
