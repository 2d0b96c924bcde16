// Models and programs that are wrong about proofs, and a table with one field changed, are all caught on the version that has valid ones.
import { fetchRelease } from '../../programs/fetch';
import type { Backend } from '../../harness/backend';
import { openBankrun } from '../../harness/backend';
import { loadCaller } from '../../programs/caller/load';
import { loadRelease } from '../../programs/load';
import { proverFiles } from '../../proofs/prover-package';
import type { ModelOptions } from '../../model/options';
import { FENCES } from '../../spec/fences';
import { notApplicable } from '../../spec/needs';
import type { Observation, TransactionOutcome } from '../../spec/outcome';
import type { Proof } from '../../spec/proof';
import { PROOFS } from '../../spec/proof-table';
import { RULES } from '../../spec/rules';
import { shapeOf } from '../../spec/versions';
import type { VerdictKind } from '../../spec/verdict';
import { askedIn } from '../asked';
import { collect, verdicts, type Recorded } from './collect';

const { version } = proverFiles();
/** Those about what is handed on have a world of their own. */
const OWN = RULES.filter(
  ({ id, area, recorded }) => area === 'proofs' && recorded !== true && notApplicable(id, version) === null,
);
const world = {
  shape: shapeOf(version),
  rules: RULES.filter(({ id }) => notApplicable(id, version) === null),
  unasked: new Set(['effects/fees']), // this version is known to take others
};
const ALL_FENCES = new Set(FENCES.map(({ rule }) => rule));
/** Some of what it is to accept, it refuses. */
const ADDRESSED = 'proofs/address-of-output';
/** What it is to refuse, it accepts. */
const DEVIATING = 'proofs/read-address-absent';
const OPENED = 'proofs/read-address-opened';
const BESIDE = 'proofs/beside-by-index';
const CASES = 10;
const SETUP = 600_000; // milliseconds

describe('On the version whose proofs there are', () => {
  const recorded = new Map<string, readonly Recorded[]>();
  let real: Backend;
  const models = new Map<string, ModelOptions>();
  beforeAll(async () => {
    await fetchRelease(version);
    const { systemProgram, accountCompression, noop, fixtures } = loadRelease(version);
    const programs = { systemProgram, accountCompression, caller: loadCaller(), ...(noop && { noop }) };
    real = await openBankrun({ programs, fixtures });
    for (const rule of OWN) {
      recorded.set(rule.id, await collect(real, { claim: rule.id, runs: CASES, fences: ALL_FENCES }));
      models.set(rule.id, askedIn({ id: rule.id, rule }, { ...real, ...world }));
    }
  }, SETUP);
  afterAll(() => {
    real.close();
  });

  const asked = (id: string): ModelOptions => {
    const model = models.get(id);
    if (model === undefined) throw new Error(`There is no model for ${id}.`);
    return model;
  };
  const cases = (id: string): readonly Recorded[] => recorded.get(id) ?? [];
  const judged = (id: string, change: (model: ModelOptions) => ModelOptions): readonly VerdictKind[] =>
    verdicts(cases(id), change(asked(id)));
  const withProofs =
    (proofs: readonly Proof[]) =>
    (model: ModelOptions): ModelOptions => ({ ...model, shape: { ...model.shape, proofs } });

  const REFUSING = OWN.filter(({ id, expects }) => expects.kind === 'rejects' && id !== DEVIATING).map(
    ({ id }) => id,
  );
  const OPENING = OWN.filter(({ expects }) => expects.kind === 'accepts').map(({ id }) => id);

  it('the right model matches in every rule but those that the program deviates from', () => {
    const wrong = OWN.map(({ id }) => id).filter((id) =>
      judged(id, (model) => model).some((kind) => kind !== 'match'),
    );
    expect(wrong).toEqual([ADDRESSED, 'proofs/no-root', DEVIATING]);
  });

  it.each(OPENING)('a model without %s is refuted', (id) => {
    const dropped = judged(id, (model) => ({ ...model, dropped: new Set([id]) }));
    expect(dropped).toContain('missing-error');
  });

  it.each(REFUSING.filter((id) => id !== 'proofs/no-root' && id !== OPENED))(
    'a model that knows no rule against %s is refuted',
    (id) => {
      const without = judged(id, (model) => ({ ...model, dropped: new Set(REFUSING) }));
      expect(without).toContain('spurious-error');
    },
  );

  it(`a model without ${OPENED} alone is refuted: the address is still one that no proof shows`, () => {
    expect(judged(OPENED, (model) => ({ ...model, dropped: new Set([OPENED]) }))).toContain('wrong-code');
  });

  it.each(['proofs/superfluous', 'proofs/bytes'])('a model without %s alone is refuted', (id) => {
    const alone = id === 'proofs/bytes' ? [id, 'proofs/wrong'] : [id]; // the second says the same of any proof
    expect(judged(id, (model) => ({ ...model, dropped: new Set(alone) }))).toContain('spurious-error');
  });

  it.each(['proofs/spent-once', 'proofs/opened-once'])('a model without %s alone is refuted', (id) => {
    expect(judged(id, (model) => ({ ...model, dropped: new Set([id]) }))).toContain('spurious-error');
  });

  it(`a model that believes no proof leaves ${BESIDE} without evidence, as its twins have the proof too`, () => {
    expect(new Set(judged(BESIDE, withProofs([])))).toEqual(new Set(['inconclusive']));
  });

  it.each(OPENING.filter((id) => id !== BESIDE))('a model that believes no proof is refuted by %s', (id) => {
    expect(judged(id, withProofs([]))).toContain('missing-error');
  });

  it('a model that believes every proof is refuted', () => {
    const believing = new Set(REFUSING.filter((id) => id !== 'proofs/missing'));
    for (const id of ['proofs/bytes', 'proofs/another', 'proofs/other-account', 'proofs/other-count'])
      expect(judged(id, (model) => ({ ...model, dropped: believing }))).toContain('spurious-error');
  });

  const changed: readonly (readonly [field: string, claim: string, change: (proof: Proof) => Proof])[] = [
    [
      'the data hash of a leaf',
      'proofs/spend-v1',
      (proof) => ({
        ...proof,
        spends: proof.spends && {
          ...proof.spends,
          leaves: proof.spends.leaves.map((leaf) => ({
            ...leaf,
            data: leaf.data && { ...leaf.data, dataHash: '0'.repeat(64) },
          })),
        },
      }),
    ],
    [
      'the tree',
      'proofs/spend-v1',
      (proof) => ({ ...proof, spends: proof.spends && { ...proof.spends, tree: 'tree:5' } }),
    ],
    [
      'the indices',
      'proofs/several-programs',
      (proof) => ({
        ...proof,
        spends: proof.spends && { ...proof.spends, indices: proof.spends.indices.map((i) => i + 1) },
      }),
    ],
    [
      'a seed',
      'proofs/new-address-v1',
      (proof) => ({ ...proof, addresses: proof.addresses.map((one) => ({ ...one, seed: 'ee'.repeat(32) })) }),
    ],
    [
      'a root index',
      'proofs/combined',
      (proof) => ({ ...proof, addresses: proof.addresses.map((one) => ({ ...one, rootIndex: 2 })) }),
    ],
    [
      'the program',
      'proofs/new-address-v2',
      (proof) => ({ ...proof, addresses: proof.addresses.map((one) => ({ ...one, program: 'D' as const })) }),
    ],
  ];
  it.each(changed)('a table with another value for %s is refuted by %s', (_field, id, change) => {
    expect(judged(id, withProofs(PROOFS.map(change)))).toContain('missing-error');
  });

  const lie = (all: readonly Recorded[], change: (o: TransactionOutcome) => TransactionOutcome) =>
    all.map((one) => {
      const transactions = one.plan.transactions.map((o, at) =>
        at === one.plan.transactions.length - 1 ? change(o) : o,
      );
      const plan: Observation = { transactions };
      return { ...one, plan };
    });
  const accepts = (o: TransactionOutcome): TransactionOutcome => ({ ...o, raised: null, failedAt: null });

  it.each(REFUSING)('a program that skips the verification is caught by %s', (id) => {
    expect(verdicts(lie(cases(id), accepts), asked(id))).toContain('missing-error');
  });

  it.each(REFUSING.filter((id) => !/no-root|-once/.test(id)))(
    'a program that refuses with another number is caught by %s',
    (id) => {
      const other = (o: TransactionOutcome): TransactionOutcome =>
        o.raised === null ? o : { ...o, raised: { ...o.raised, code: 6020 } };
      expect(verdicts(lie(cases(id), other), asked(id))).toContain('wrong-code');
    },
  );

  it.each(OPENING)('a program that opens nothing is caught by %s', (id) => {
    const unchanged = (o: TransactionOutcome): TransactionOutcome => ({
      ...o,
      after: { ...o.after, appended: new Map() },
    });
    expect(verdicts(lie(cases(id), unchanged), asked(id))).toContain('wrong-effect');
  });
});
