// Attempts at codes do what they say: every code is tried everywhere, the twin does not try, and another outcome is caught.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { attempting } from '../../generators/codes/tries';
import { makesAttempt } from '../../model/attempts';
import { DOCUMENTS } from '../../model/options';
import { projectRoot } from '../../programs/root';
import { TRIALS, trialById, type Trial } from '../../spec/attempts';
import { SYSTEM_CODES } from '../../spec/codes/system';
import { CODE_COLUMNS } from '../../spec/codes/types';
import type { Observation, Raised } from '../../spec/outcome';
import type { Plan } from '../../spec/plan';
import { sentencesOf } from '../../spec/sentence';
import type { Generated } from '../../generators/breaking';
import { judgeAttempt } from '../attempt-case';
import { claimById } from '../claims';
import { columnIn } from '../column';
import { runClaim } from '../run-claim';
import { constantProgram, openRunner } from './open-runner';

const sample = ({ name, column }: Trial, numRuns: number): readonly Generated[] =>
  fc.sample(attempting(name, column), { seed: 5, numRuns });

describe('The attempts', () => {
  it('try every code under every instruction, but where other areas do', () => {
    /** INIT_CPI_CONTEXT_ACCOUNT.md and INVOKE_CPI.md's rules raise the others. */
    const untried = SYSTEM_CODES.flatMap(({ code }) =>
      CODE_COLUMNS.filter(
        (column) => !TRIALS.some((trial) => trial.column === column && trial.aims.includes(code)),
      ).map((column) => `${code} ${column}`),
    );
    expect(untried).toEqual([]);
  });

  test.each(TRIALS.map((trial) => [trial.id, trial] as const))(
    '%s is made by the plan alone',
    (id, trial) => {
      for (const { plan, twin } of sample(trial, 20)) {
        expect(makesAttempt(id, plan)).toBe(true);
        expect(twin !== null && makesAttempt(id, twin)).toBe(false);
      }
    },
  );
});

const raised = (change: Partial<Raised>): Raised => ({
  program: 'light-system',
  code: 6004,
  error: 'Custom',
  panicked: false,
  ...change,
});

/** Everything was accepted but the last transaction. */
const ending = ({ transactions }: Plan, last: Raised | null): Observation => ({
  transactions: transactions.map((_, at) => ({
    raised: at === transactions.length - 1 ? last : null,
    failedAt: at === transactions.length - 1 && last !== null ? 0 : null,
    after: {} as Observation['transactions'][number]['after'],
  })),
});

const EXCEEDING = trialById('codes/invoke-cpi/outputs-exceed') as Trial;
const [{ plan, twin }] = sample(EXCEEDING, 1) as [Generated];

describe('The judge of attempts', () => {
  const judged = (last: Raised | null, dropped: readonly string[] = []) =>
    judgeAttempt(
      EXCEEDING,
      { plan, observation: ending(plan, last) },
      { ...DOCUMENTS, dropped: new Set(dropped) },
    ).verdict;

  it('matches what was always seen, and names what came instead', () => {
    expect(judged(raised({})).kind).toBe('match');
    expect(judged(raised({ code: 6000 }))).toMatchObject({
      kind: 'observed-changed',
      detail: 'light-system:6000 came, where light-system:6004 was always seen',
    });
    expect(judged(null).kind).toBe('observed-changed');
    expect(judged(raised({ code: null, error: 'ProgramFailedToComplete', panicked: true })).kind).toBe(
      'observed-changed',
    );
  });

  it('does not take another program’s same number for it', () => {
    expect(judged(raised({ program: 'account-compression' })).kind).toBe('observed-changed');
  });

  it('needs its rule', () => {
    expect(judged(raised({}), [EXCEEDING.id]).kind).not.toBe('match');
  });

  it('counts no valid plan that raises a code', () => {
    const valid = twin as Plan;
    const verdict = judgeAttempt(null, { plan: valid, observation: ending(valid, raised({})) }).verdict;
    expect(verdict).toMatchObject({ kind: 'spurious-error', observed: 'light-system:6004' });
  });

  it('knows the instruction by its discriminator', () => {
    const observation = ending(plan, raised({}));
    expect(columnIn(plan, observation, plan.transactions.length - 1)).toBe('InvokeCpi');
  });
});

const PROGRAMS = { version: 'wrong on purpose', systemProgram: '', accountCompression: '', caller: '' };

describe('Programs that are wrong on purpose', () => {
  const run = async (id: string, replaced: Parameters<typeof openRunner>[0]) => {
    const claim = claimById(id);
    if (claim === undefined) throw new Error(`There is no claim ${id}.`);
    const runner = await openRunner(replaced);
    const result = await runClaim({
      claim,
      runner,
      runs: 20,
      programs: PROGRAMS,
      seed: 1,
      fences: new Set(),
    });
    runner.close();
    return result;
  };

  it('that raise 6004 as account-compression’s own do not reach the system program’s', async () => {
    const result = await run('codes/valid', { accountCompression: constantProgram(6004) });
    const seen = new Set((result.within ?? []).map(({ observed }) => observed));
    expect(seen).toContain('account-compression:6004');
    expect(seen).not.toContain('light-system:6004');
    expect(result.findings.map(({ observed }) => observed)).toContain('account-compression:6004');
  });

  it('that refuse everything with the right number reach nothing: no valid plan is accepted', async () => {
    const result = await run(EXCEEDING.id, { systemProgram: constantProgram(6004) });
    expect(result).toMatchObject({ violating: 0, twins: 0, inconclusive: 20, within: [] });
  });

  it('count under the attempt’s instruction, even where no discriminator says so', async () => {
    const result = await run('codes/initialize/unknown-discriminator', {});
    expect(result.within).toEqual([
      { instruction: 'InitializeCpiContextAccount', observed: 'light-system:6045', count: 20 },
    ]);
  });

  it('that accept everything are caught', async () => {
    const result = await run(EXCEEDING.id, { systemProgram: constantProgram(0) });
    expect(result.findings.map(({ verdict }) => verdict)).toEqual(['observed-changed']);
  });
});

const DOCUMENTS_FOLDER = process.env['CONFORM_DOCUMENTS'] ?? join(projectRoot(), '..', 'shared', 'documents');
const TABLE = join(DOCUMENTS_FOLDER, 'INSTRUCTIONS.md');
const describeIf = existsSync(TABLE) ? describe : undefined;
describeIf?.('INSTRUCTIONS.md', () => {
  it('still has the rows that the codes were taken from', () => {
    const hashes = new Set(sentencesOf(readFileSync(TABLE, 'utf8')).map(({ hash }) => hash));
    expect(SYSTEM_CODES.filter(({ sentence }) => !hashes.has(sentence))).toEqual([]);
  });
});
