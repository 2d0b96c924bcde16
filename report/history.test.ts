// Tests of histories: states follow each other from transaction to transaction, steps are numbered through.
import type { ContextState } from '../spec/context-state';
import type { Prediction } from '../spec/prediction';
import type { Invocation, Plan } from '../spec/plan';
import type { Verdict } from '../spec/verdict';
import { historyOf, type Run } from './history';
import { historyText, type HistoryTelling } from './terminal/history-text';
import { plain } from './terminal/paint';
import { accepts, custom, outcome, rejects, seen, state } from './testing/outcomes';
import { DATA, ERRORS, INVOCATION } from './testing/samples';

const flagged = (firstSet: boolean, set: boolean): Invocation => ({
  ...INVOCATION,
  data: { ...DATA, compressOrDecompressLamports: null, cpiContext: { firstSet, set, index: 0 } },
});
const transaction = (...instructions: readonly Invocation[]): Plan['transactions'][number] => ({
  feePayer: 'payer:0',
  computeUnitLimit: null,
  computeUnitPrice: null,
  instructions,
});

const plan: Plan = {
  accounts: [],
  transactions: [
    transaction(flagged(true, false)),
    transaction(flagged(false, true), flagged(false, true)),
    transaction(flagged(false, false)),
  ],
};

const empty: ContextState = {
  feePayer: null,
  associatedTree: 'tree:1',
  newAddresses: [],
  inputs: [],
  outputs: [],
};
const [output] = state.outputs;
const three: ContextState = {
  ...state,
  outputs: [...state.outputs, ...state.outputs, ...state.outputs],
};
const contexts = (held: ContextState) => new Map([['context:1', seen(held)]] as const);
const demands = (held: ContextState): Prediction => ({
  kind: 'specified',
  alternatives: [accepts({ contexts: new Map([['context:1', held]]) })],
});
const verdict = (change: Partial<Verdict>): Verdict => ({
  kind: 'match',
  transaction: 2,
  expected: 'accepted',
  observed: 'accepted',
  detail: '',
  because: [],
  ...change,
});

const good: Run = {
  observation: {
    transactions: [
      outcome({ world: { contexts: contexts(state) } }),
      outcome({ world: { contexts: contexts(three) } }),
      outcome({ world: { contexts: contexts(empty), appended: new Map([['queue:1', 4]]) } }),
    ],
  },
  predictions: [demands(state), demands(three), demands(empty)],
  verdict: verdict({}),
};

const tell = (run: Run | null, change: Partial<HistoryTelling> = {}): string =>
  historyText({
    history: historyOf(plan, run),
    errors: ERRORS,
    paint: plain,
    rule: 'x',
    detail: '',
    ...change,
  });

describe('a history', () => {
  it('numbers the steps through and carries each context on', () => {
    const { chapters } = historyOf(plan, good);
    expect(chapters.flatMap(({ steps }) => steps.map(({ number }) => number))).toEqual([1, 2, 3, 4]);
    expect(chapters.map(({ judgement }) => judgement)).toEqual(['documented', 'documented', 'documented']);
    expect(chapters.map((chapter) => chapter.contexts[0]?.before.outputs.length)).toEqual([0, 1, 3]);
    expect(chapters.map((chapter) => chapter.contexts[0]?.after?.outputs.length)).toEqual([1, 3, 0]);
  });

  it("is told in the documents' words", () => {
    expect(tell(good).replace(/\n +/g, ' ')).toMatch(
      /1\. program A calls InvokeCpi as first set on context:1 with 1 output .*-> accepted, as documented context:1 before +empty after +fee payer payer:0, associated Merkle tree tree:1, 1 output \(owner program:A, 2 bytes of data, 3 lamports\).* 4\. program A calls InvokeCpi to execute context:1 .* after +cleared created +4 outputs in queue:1$/s,
    );
    expect(tell(good)).toMatch(/3 outputs \(each owner\s+program:A/);
  });

  it('shows what the documents demand beside what the program did', () => {
    const run: Run = {
      ...good,
      observation: {
        transactions: [
          good.observation.transactions[0],
          outcome({ world: { contexts: contexts(state) } }),
          good.observation.transactions[2],
        ].flatMap((item) => item ?? []),
      },
      verdict: verdict({ kind: 'wrong-effect', transaction: 1 }),
    };
    const text = tell(run, { detail: 'context:1 outputs.length is 1, expected 3' }).replace(/\n +/g, ' ');
    expect(text).toMatch(
      /the document says +accepted the program did +accepted \(context:1 outputs\.length is 1, expected 3\)/,
    );
    expect(text).toMatch(/context:1 stays +fee payer payer:0.* as documented +fee payer payer:0.*3 outputs/);
    expect(text).toMatch(/-> accepted; not judged/);
  });

  it('tells which leaves were spent, and who gained and lost', () => {
    const leaves = {
      first: 7,
      appended: ['aa'.repeat(32), '00'.repeat(32)],
      rewritten: new Map([
        [3, '00'.repeat(32)],
        [4, 'bb'.repeat(32)],
      ]),
      root: null,
      stray: null,
    };
    const world = {
      leaves: new Map([['queue:2', leaves]] as const),
      lamports: new Map([
        ['payer:0', -12n],
        ['sol-pool', 12n],
      ] as const),
    };
    const transactions = good.observation.transactions.slice(0, 2).concat(outcome({ world }));
    const text = tell({ ...good, observation: { transactions } }).replace(/\n +/g, ' ');
    expect(text).toMatch(/spent +leaves 3, 8 of queue:2/);
    expect(text).toMatch(/overwritten +leaf 4 of queue:2/);
    expect(text).toMatch(/moved +payer:0 -12, sol-pool \+12 lamports/);
  });

  it('names the step that was refused, and where the documents say so', () => {
    const refused: Prediction = {
      kind: 'specified',
      alternatives: [
        { ...rejects({ failedAt: 1, codes: new Set([6020]) }), because: ['modes/context-account-required'] },
      ],
    };
    const transactions = [
      outcome({ world: { contexts: contexts(state) } }),
      outcome({ raised: custom(6020), failedAt: 1 }),
    ];
    const run: Run = {
      observation: { transactions },
      predictions: [demands(state), refused],
      verdict: verdict({ transaction: 1 }),
    };
    expect(tell(run).replace(/\n +/g, ' ')).toContain(
      '-> rejected at step 3 with 6020 CpiContextAccountUndefined from light-system, as documented [INVOKE_CPI.md, Errors]',
    );
    expect(historyOf(plan, run).chapters[1]?.contexts[0]?.after?.outputs).toEqual([output]);
  });

  it('is its steps alone where nothing was run', () => {
    expect(
      tell(null)
        .split('\n')
        .filter((line) => /^ {4}\d\./.test(line)),
    ).toHaveLength(4);
    expect(tell(null)).not.toContain('->');
  });
});
