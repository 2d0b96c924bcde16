// The histories reach deep states often, cover every edge, and catch models and programs that are wrong about the state machine.
import { encodeTransaction } from '../../harness/wire/transaction';
import { PlanTooLarge } from '../../harness/errors';
import { PAYER_CLEARED } from '../../model/context-states';
import { DOCUMENTS, type ModelOptions } from '../../model/options';
import { ROLLED_BACK } from '../../model/way';
import { COVERAGE } from '../../spec/coverage';
import { STATE_MACHINE_GROUPS } from '../../spec/state-machine';
import { FENCES } from '../../spec/fences';
import type { ContextState, ObservedContext } from '../../spec/context-state';
import type { TransactionOutcome, WorldAfter } from '../../spec/outcome';
import type { PlannedTransaction } from '../../spec/plan';
import { SLOT } from '../../spec/invoke-cpi';
import type { VerdictKind } from '../../spec/verdict';
import { isV1, type KeyRole } from '../../spec/world';
import { claimById } from '../claims';
import { judgePlan } from '../judge-plan';
import { collect, verdicts, type Recorded } from './collect';
import { openRunner } from './open-runner';

const ALL_FENCES = new Set(FENCES.map(({ rule }) => rule));
const BEYOND_U64 = 'sol/compression-beyond-u64';
const CLAIMS = ['modes/sequence', 'modes/interleaved'] as const;

/** Both claims at their default size, run once on the real programs. */
let recorded: readonly Recorded[];
beforeAll(async () => {
  const runner = await openRunner();
  const all: Recorded[] = [];
  for (const claim of CLAIMS) {
    const runs = claimById(claim)?.defaultRuns ?? 0;
    all.push(...(await collect(runner, { claim, runs, fences: ALL_FENCES })));
  }
  recorded = all;
  runner.close();
}, 300_000);

const isWrong = (one: Recorded, model?: ModelOptions): boolean =>
  verdicts([one], model).some((kind) => kind !== 'match' && kind !== 'unspecified');

const ENOUGH = 6;

/** Whether so many cases are wrong; those behind are not judged any more. */
const isRefuted = (cases: Iterable<Recorded>, model?: ModelOptions): boolean => {
  let found = 0;
  for (const one of cases) {
    if (isWrong(one, model)) found += 1;
    if (found >= ENOUGH) return true;
  }
  return false;
};

/** By the documents: which rules were exercised, how often each label was covered, and how often each verdict came. */
let exercised: ReadonlySet<string>;
let covered: ReadonlyMap<string, number>;
let told: ReadonlyMap<VerdictKind, number>;
beforeAll(() => {
  const [labels, kinds] = [new Map<string, number>(), new Map<VerdictKind, number>()];
  const rules = new Set<string>();
  const count = <K>(counts: Map<K, number>, key: K) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { generated, plan, twin } of recorded) {
    if (generated.twin !== null || twin !== null) throw new Error('A history has no twin.');
    const judged = judgePlan(generated.plan, plan);
    count(kinds, judged.verdict.kind);
    for (const rule of judged.exercised) rules.add(rule);
    for (const label of judged.covered) count(labels, label);
  }
  exercised = rules;
  covered = labels;
  told = kinds;
});

describe('The histories on the published programs', () => {
  it('always match, and are hardly ever unspecified', () => {
    const [matching = 0, unspecified = 0] = [told.get('match'), told.get('unspecified')];
    expect(matching + unspecified).toBe(recorded.length);
    expect(matching).toBeGreaterThan(0);
    expect(unspecified).toBeLessThan(recorded.length / 50);
  });

  it('cover every item of the state machine that no deviation blocks', () => {
    const missing = COVERAGE.filter(({ group }) => group in STATE_MACHINE_GROUPS)
      .filter(
        ({ id, blockedBy, either }) => blockedBy === undefined && either === undefined && !covered.has(id),
      )
      .map(({ id }) => id);
    expect(missing).toEqual([]);
  });

  it('keep what the program is known to miss about sums beyond 64 bits away from executions in vain', () => {
    const held = recorded.filter(({ generated: { fenced } }) => fenced.includes(BEYOND_U64));
    expect(held.length).toBeGreaterThan(0);
    expect(exercised.has(BEYOND_U64)).toBe(false);
  });

  it('name no label that is not declared', () => {
    const declared = new Set(COVERAGE.map(({ id }) => id));
    expect([...covered.keys()].filter((label) => !declared.has(label))).toEqual([]);
  });

  it('reach thirty invocations and ten transactions', () => {
    const counts = recorded.map(({ generated: { plan } }) => [
      plan.transactions
        .flatMap(({ instructions }) => instructions)
        .filter(({ kind }) => kind === 'invocation').length,
      plan.transactions.length,
    ]);
    expect(counts.filter(([invocations]) => invocations === 30).length).toBeGreaterThan(0);
    expect(counts.filter(([, transactions]) => transactions === 10).length).toBeGreaterThan(0);
  });

  it('execute contexts of v1 trees more than once', () => {
    const executions = ({ generated, plan }: Recorded): number =>
      generated.plan.transactions
        .filter((_, at) => plan.transactions[at]?.raised === null)
        .flatMap(({ instructions }) => instructions)
        .filter(
          (item) =>
            item.kind === 'invocation' &&
            isV1(item.accounts[SLOT.cpi_context_account]?.key ?? 'noop') &&
            item.data.cpiContext?.set === false &&
            !item.data.cpiContext.firstSet,
        ).length;
    expect(recorded.filter((one) => executions(one) >= 2).length).toBeGreaterThanOrEqual(10);
  });

  it('can all be sent', () => {
    const sent = recorded.flatMap(({ generated }) => generated.plan.transactions);
    const tooLarge = (transaction: PlannedTransaction): boolean => {
      try {
        encodeTransaction(transaction, () => 0);
        return false;
      } catch (error) {
        if (error instanceof PlanTooLarge) return true;
        throw error;
      }
    };
    expect(sent.filter(tooLarge)).toEqual([]);
  });
});

describe('A model that forgets a part of the state machine', () => {
  test.each([
    ['that an execution forgets the fee payer', PAYER_CLEARED],
    ['that an execution clears', 'effects/execute-clears'],
    ['that a first set clears', 'effects/first-set-clears'],
    ['that a first set stores', 'effects/first-set-stores'],
    ['that a set appends', 'effects/set-appends'],
    ['that an execution combines', 'effects/execute-combines'],
    ['that an input is nullified', 'effects/inputs-nullified'],
    ['the fee payer of a set', 'validation/fee-payer-on-set'],
    ['the fee payer of an execution', 'validation/fee-payer-on-execute'],
    ['that a rejected transaction is rolled back', ROLLED_BACK],
  ])('%s is refuted', (_what, rule) => {
    expect(isRefuted(recorded, { ...DOCUMENTS, dropped: new Set([rule]) })).toBe(true);
  });
});

type Lie = (outcome: TransactionOutcome, transaction: PlannedTransaction) => TransactionOutcome;

function* lied(lie: Lie): Iterable<Recorded> {
  for (const { generated, twin, plan } of recorded) {
    const transactions = plan.transactions.map((outcome, at) => {
      const planned = generated.plan.transactions[at];
      return planned === undefined ? outcome : lie(outcome, planned);
    });
    yield { generated, twin, plan: { transactions } };
  }
}

/** The last invocation of a context in a transaction. */
const lastUse = ({ instructions }: PlannedTransaction) => {
  const uses = instructions.flatMap((item) =>
    item.kind === 'invocation' && item.data.cpiContext !== null ? [item] : [],
  );
  const last = uses.at(-1);
  const key = last?.accounts[SLOT.cpi_context_account]?.key;
  return last === undefined || key === undefined ? null : { key, data: last.data };
};

const withState = (
  after: WorldAfter,
  key: KeyRole,
  change: (state: ContextState) => Partial<ContextState>,
): WorldAfter => {
  const context = after.contexts.get(key);
  if (context === undefined) return after;
  const changed: ObservedContext = { ...context, state: { ...context.state, ...change(context.state) } };
  return { ...after, contexts: new Map(after.contexts).set(key, changed) };
};

const ENTRY = { owner: 'wallet:0', lamports: 0n, address: null, data: null, treeIndex: 0 } as const;

const lies: readonly (readonly [what: string, lie: Lie])[] = [
  [
    'drops the last output of a set',
    (outcome, planned) => {
      const use = lastUse(planned);
      if (use?.data.cpiContext?.set !== true || outcome.raised !== null || use.data.outputs.length === 0)
        return outcome;
      return {
        ...outcome,
        after: withState(outcome.after, use.key, ({ outputs }) => ({ outputs: outputs.slice(0, -1) })),
      };
    },
  ],
  [
    'drops the last input of a write',
    (outcome, planned) => {
      const use = lastUse(planned);
      if (use === null || outcome.raised !== null || use.data.inputs.length === 0) return outcome;
      return {
        ...outcome,
        after: withState(outcome.after, use.key, ({ inputs }) => ({ inputs: inputs.slice(0, -1) })),
      };
    },
  ],
  [
    'keeps an entry after an execution',
    (outcome, planned) => {
      const use = lastUse(planned);
      const flags = use?.data.cpiContext;
      if (use === null || outcome.raised !== null || flags?.set === true || flags?.firstSet === true)
        return outcome;
      return { ...outcome, after: withState(outcome.after, use.key, () => ({ outputs: [ENTRY] })) };
    },
  ],
  [
    'keeps the fee payer after an execution',
    (outcome, planned) => {
      const use = lastUse(planned);
      const flags = use?.data.cpiContext;
      if (use === null || outcome.raised !== null || flags?.set === true || flags?.firstSet === true)
        return outcome;
      return { ...outcome, after: withState(outcome.after, use.key, () => ({ feePayer: planned.feePayer })) };
    },
  ],
  [
    'does not roll a write back',
    (outcome, planned) => {
      const [first] = planned.instructions;
      const key = first?.kind === 'invocation' ? first.accounts[SLOT.cpi_context_account]?.key : undefined;
      if (outcome.raised === null || (outcome.failedAt ?? 0) === 0 || key?.startsWith('context:') !== true)
        return outcome;
      return { ...outcome, after: { ...outcome.after, changed: [key] } };
    },
  ],
];

describe('A program that', () => {
  test.each(lies)('%s is caught', (_what, lie) => {
    expect(isRefuted(lied(lie))).toBe(true);
  });
});
