// The mutation of the model itself: which mutants there are, that the real programs refute them, and that programs which do nothing do not.
import type { Backend } from '../../harness/backend';
import type { ClaimRefutations } from '../../spec/model-mutation';
import { ruleById, RULES } from '../../spec/rules';
import { FENCES } from '../../spec/fences';
import { modelMutationEngine } from '../model-mutation/engine';
import { EXPLAINED } from '../model-mutation/explained';
import { MUTANTS, mutantsOf } from '../model-mutation/mutants';
import { neighbourOf } from '../model-mutation/neighbour';
import type { Runner } from '../runner';
import { hasOwnCode } from '../tally';
import { constantProgram, openRunner } from './open-runner';

const fences = new Set(FENCES.map(({ rule }) => rule));
const idsOf = (rule: string): readonly string[] =>
  MUTANTS.filter((mutant) => mutant.rule === rule).map(({ id }) => id);

const asked = (runner: Runner, rule: string, cases = 4): Promise<ClaimRefutations> =>
  modelMutationEngine({ runnerOf: () => Promise.resolve(runner), seed: 1, fences }).refute({
    claim: rule,
    cases,
    mutants: [...idsOf(rule), `${rule}#together`],
  });

describe('The mutants of the model', () => {
  it('are of every documented rule and of no other, each with an id of its own', () => {
    const documented = RULES.filter(({ provenance }) => provenance === 'documented');
    expect(new Set(MUTANTS.map(({ rule }) => rule))).toEqual(new Set(documented.map(({ id }) => id)));
    expect(new Set(MUTANTS.map(({ id }) => id)).size).toBe(MUTANTS.length);
  });

  it.each([
    ['signer-checks/authority-is-pda', ['dropped', 'negated', 'neighbour']],
    ['accounts/fee-payer-signs', ['dropped', 'negated']],
    ['accounts/trailing-accounts-free', ['dropped', 'negated']],
    ['effects/outputs-created', ['dropped']],
  ])('of %s are %j: no rule is changed in what it does not say', (id, mutations) => {
    const rule = ruleById(id);
    expect(rule && mutantsOf(rule).map(({ mutation }) => mutation)).toEqual(mutations);
  });

  it('have a code of the same table that is nearest, and that the rule does not allow anyhow', () => {
    const coded = RULES.filter(({ provenance }) => provenance === 'documented');
    for (const rule of coded) {
      const neighbour = neighbourOf(rule);
      if (neighbour === null || rule.expects.kind !== 'rejects') continue;
      expect(neighbour.error).not.toBe(rule.expects.error);
      expect(rule.alsoAllows ?? []).not.toContain(neighbour.code ?? neighbour.error);
    }
    const payer = ruleById('validation/fee-payer-on-set');
    expect(payer && neighbourOf(payer)?.code).toBe(6028);
  });

  it('are explained only where they exist, each once', () => {
    const explained = EXPLAINED.flatMap(({ rule, mutations }) => mutations.map((one) => `${rule}#${one}`));
    expect(new Set(explained).size).toBe(explained.length);
    const rules = RULES.map(({ id }) => id);
    for (const { besides } of EXPLAINED) expect(rules).toEqual(expect.arrayContaining([...besides]));
    for (const id of explained) expect(MUTANTS.map((mutant) => mutant.id)).toContain(id);
  });
});

const KEPT = [
  'instruction-data/context-index-ignored',
  'accounts/fee-payer-signs',
  'signer-checks/authority-is-pda',
  'modes/context-data-missing',
  'validation/fee-payer-on-set',
  'effects/outputs-created',
  'initialization/once',
  'invoke/empty-inputs',
  'cpi-guide/signer-escalation',
  'cpi-guide/table-passes-on',
];

describe('The real programs', () => {
  let real: Backend;
  beforeAll(async () => {
    real = await openRunner();
  });
  afterAll(() => real.close());

  it.each(KEPT)('refute every mutant of %s', async (rule) => {
    const { refuted, executed, matching, named } = await asked(real, rule);
    expect({ executed, matching }).toEqual({ executed: 4, matching: 4 });
    expect(named).toBe(hasOwnCode(ruleById(rule) ?? null) ? 4 : 0);
    expect(Object.keys(refuted).toSorted()).toEqual([...idsOf(rule)].toSorted());
    for (const { documents, claim } of Object.values(refuted))
      expect({ documents, claim }).toEqual({ documents: 'match', claim: rule });
  });

  it('do not refute one that another rule makes up for', async () => {
    const rule = 'read-only/empty-context';
    const { refuted } = await asked(real, rule);
    expect(Object.keys(refuted)).toEqual([`${rule}#negated`, `${rule}#together`]);
  });

  it('say in which other way the documents are not kept, where a program does something third', async () => {
    const rule = 'validation/context-owner';
    const { refuted, matching } = await asked(real, rule);
    expect(matching).toBe(0);
    expect(refuted[`${rule}#dropped`]).toMatchObject({
      verdict: 'spurious-error',
      documents: 'undocumented-code',
    });
    expect(refuted[`${rule}#neighbour`]).toBeUndefined();
  });
});

describe('Programs that accept everything and do nothing', () => {
  it('refute no model that lets pass what breaks a rule', async () => {
    const idle = await openRunner({ systemProgram: constantProgram(0) });
    for (const rule of ['accounts/fee-payer-signs', 'validation/fee-payer-on-set'])
      expect((await asked(idle, rule)).refuted).not.toHaveProperty(`${rule}#dropped`);
    idle.close();
  });
});
