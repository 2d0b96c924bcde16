// Small hand-made predictions and outcomes for the tests of the judge.
import type { ContextShape, ContextState, ObservedContext } from '../../spec/context-state';
import type { Raised, TransactionOutcome, WorldAfter } from '../../spec/outcome';
import type { AllowedRejection, Alternative, Effects } from '../../spec/prediction';
import { judgeTransaction, type Judged } from '../judge';

export const state: ContextState = {
  feePayer: 'payer:0',
  associatedTree: 'tree:1',
  newAddresses: [],
  inputs: [],
  outputs: [
    {
      owner: 'program:A',
      lamports: 3n,
      address: null,
      data: { discriminator: '0102030405060708', bytes: { fill: 1, length: 2 }, dataHash: '00'.repeat(32) },
      treeIndex: 0,
    },
  ],
};

export const seen = (change: Partial<ContextState> = {}, leftoverBytes = false): ObservedContext => ({
  state: { ...state, ...change },
  size: 14020,
  capacities: [10, 10, 10, 20, 30],
  leftoverBytes,
});

export const after = (change: Partial<WorldAfter> = {}): WorldAfter => ({
  contexts: new Map(),
  changed: [],
  rewritten: [],
  leaves: new Map(),
  nullified: new Map(),
  appended: new Map(),
  lamports: new Map(),
  handed: null,
  ...change,
});

const SHAPE: ContextShape = { size: 14020, capacities: [10, 10, 10, 20, 30] };

export const effects = (change: Partial<Effects> = {}): Effects => ({
  shapes: new Map([...(change.contexts?.keys() ?? [])].map((key) => [key, SHAPE])),
  contexts: new Map(),
  appended: new Map(),
  lamports: new Map(),
  mayChange: new Set(),
  mayRewrite: new Set(),
  leaves: null,
  spent: null,
  observed: { order: false, lamports: null, spentLeaf: null, chains: null, handed: null },
  ...change,
});

export const accepts = (change: Partial<Effects> = {}): Alternative => ({
  kind: 'accepted',
  effects: effects(change),
  because: ['effects/a'],
});

export const rejects = (change: Partial<AllowedRejection>): Alternative => ({
  kind: 'rejected',
  rejection: { failedAt: 0, codes: new Set(), errors: new Set(), anyUndocumented: false, ...change },
  because: ['accounts/b'],
});

export const custom = (code: number, program: Raised['program'] = 'light-system'): Raised => ({
  program,
  code,
  error: 'Custom',
  panicked: false,
});
export const builtIn = (error: string, program: Raised['program'] = 'light-system'): Raised => ({
  program,
  code: null,
  error,
  panicked: false,
});

export type Seen = { raised?: Raised | null; failedAt?: number | null; world?: Partial<WorldAfter> };

export const outcome = ({
  raised = null,
  failedAt = raised === null ? null : 0,
  world = {},
}: Seen): TransactionOutcome => ({
  raised,
  failedAt,
  after: after(world),
});

export const judge = (alternatives: readonly Alternative[], observed: Seen): Judged =>
  judgeTransaction({
    prediction: { kind: 'specified', alternatives },
    outcome: outcome(observed),
    index: 2,
    documentedCodes: new Set([6002, 6014, 6020, 6021]),
  });

export const only = (...codes: number[]): Alternative => rejects({ codes: new Set(codes) });
