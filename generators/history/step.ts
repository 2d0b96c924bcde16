// One step of a history, by itself: what somebody tries next. It stays meaningful when other steps are taken away.
import fc from 'fast-check';
import type { AccountData, Hex, NewAddress } from '../../spec/plan';
import { V1_TREES_ONLY } from '../../spec/versions';
import { CALLERS, TREE_COUNT, V1_TREE_COUNT, type CallerName, type KeyRole } from '../../spec/world';
import { newAddress, storedInput, type InputDraft } from '../entries';
import type { FreeFlags } from '../invocation';
import { freeFlags, type Fences } from '../settings';
import { accountData, caller, fieldHex, largeLamports, optional, proofHex, u64, wallet } from '../values';

/**
 * What is tried. `advance` begins a context or adds to it, `finish` executes an open one; both do what the context
 * is ready for. The others set the flags of that name, ready or not.
 */
export type Act = 'advance' | 'finish' | 'first-set' | 'set' | 'execute' | 'both' | 'none';

/** Something wrong besides: another authority, entries of other programs, slot 10 and data that do not fit. */
export type Flaw = 'authority' | 'foreign-input' | 'foreign-output' | 'no-account' | 'no-data';

/** An output; `lamports` and `address` are for contexts that are never executed, `amount` for the others. */
export type Content = {
  readonly data: AccountData | null;
  readonly stranger: KeyRole;
  readonly lamports: bigint;
  readonly amount: bigint;
  readonly address: Hex | null;
};

/** An earlier output to spend: one that is there, one that is spent or held already, one that never was, a wrong copy. */
export type Spend = {
  readonly which: number;
  readonly how: 'fresh' | 'again' | 'never' | 'altered';
};

export type InvocationStep = {
  readonly kind: 'invocation';
  readonly act: Act;
  readonly caller: CallerName;
  readonly through: CallerName | null;
  readonly payer: KeyRole;
  /** The payer of an open context comes back, whoever `payer` is. */
  readonly faithful: boolean;
  readonly tree: number;
  /** Begins a context of any content, which cannot be executed. */
  readonly wild: boolean;
  readonly outputs: readonly Content[];
  readonly spends: readonly Spend[];
  readonly inputs: readonly InputDraft[];
  readonly newAddresses: readonly NewAddress[];
  readonly proof: Hex | null;
  /** Executes even what cannot be executed. */
  readonly stubborn: boolean;
  /** Lamports left over go into an output rather than to a wallet. */
  readonly keeps: boolean;
  readonly recipient: KeyRole;
  readonly flaw: Flaw | null;
  readonly free: FreeFlags;
  /** A new transaction begins. */
  readonly separate: boolean;
};

/** A transfer between wallets, of more than there is or of little. */
export type TransferStep = {
  readonly kind: 'transfer';
  readonly fails: boolean;
  readonly lamports: bigint;
  readonly separate: boolean;
};
export type HistoryStep = InvocationStep | TransferStep;

/** What makes histories differ: which programs, which contexts, how often a new transaction begins. */
export type Manner = {
  readonly crew: readonly CallerName[];
  readonly trees: readonly number[];
  readonly separate: fc.Arbitrary<boolean>;
};

const weighted = <T>(...choices: readonly (readonly [weight: number, value: T])[]): fc.Arbitrary<T> =>
  fc.oneof(...choices.map(([weight, value]) => ({ weight, arbitrary: fc.constant(value) })));

/** Lamports of what is executed; large ones only as far as payers can pay (see affordable). */
const AMOUNTS: fc.Arbitrary<bigint> = fc.oneof(
  { weight: 12, arbitrary: fc.constant(0n) },
  { weight: 4, arbitrary: fc.constant(1n) },
  { weight: 4, arbitrary: fc.integer({ min: 2, max: 1_000_000 }).map(BigInt) },
  { weight: 1, arbitrary: largeLamports },
);

const stranger: fc.Arbitrary<KeyRole> = fc.oneof(
  wallet,
  caller.map((name): KeyRole => `program:${name}`),
);

const content: fc.Arbitrary<Content> = fc.record({
  data: fc.option(accountData, { nil: null, freq: 4 }),
  stranger,
  lamports: u64,
  amount: AMOUNTS,
  address: optional(fieldHex),
});

const spend: fc.Arbitrary<Spend> = fc.record({
  which: fc.nat(40),
  how: weighted<Spend['how']>([24, 'fresh'], [1, 'again'], [1, 'never'], [1, 'altered']),
});

const act = weighted<Act>(
  [10, 'advance'],
  [7, 'finish'],
  [5, 'none'],
  [1, 'first-set'],
  [1, 'set'],
  [1, 'execute'],
  [1, 'both'],
);
const flaw = weighted<Flaw | null>(
  [60, null],
  [1, 'authority'],
  [1, 'foreign-input'],
  [1, 'foreign-output'],
  [1, 'no-account'],
  [1, 'no-data'],
);
const PAYERS: readonly KeyRole[] = ['payer:0', 'payer:1', 'payer:2'];

/** Where there are v1 trees only, histories know from the start that nothing is spent there. */
const treesIn = (trees: readonly number[], fences: Fences): readonly number[] =>
  fences.has(V1_TREES_ONLY) ? trees.map((number) => TREE_COUNT + 1 + ((number - 1) % V1_TREE_COUNT)) : trees;

/** An invocation of some manner. */
export const invocationStep = (
  fences: Fences,
  { crew, trees, separate }: Manner,
): fc.Arbitrary<InvocationStep> =>
  fc.record({
    kind: fc.constant('invocation'),
    act,
    caller: fc.constantFrom(...crew),
    through: weighted<CallerName | null>([48, null], ...CALLERS.map((name) => [1, name] as const)),
    payer: fc.constantFrom(...PAYERS),
    faithful: weighted([11, true], [1, false]),
    tree: fc.constantFrom(...treesIn(trees, fences)),
    wild: weighted([3, false], [1, true]),
    outputs: fc.array(content, { maxLength: 2 }),
    spends: fc.array(spend, { maxLength: 3 }),
    inputs: fc.array(storedInput, { maxLength: 2 }),
    newAddresses: fc.array(newAddress, { maxLength: 2 }),
    proof: fc.option(proofHex, { nil: null, freq: 2 }),
    stubborn: fc.boolean(),
    keeps: fc.boolean(),
    recipient: fc.constantFrom<KeyRole>('wallet:0', 'wallet:1'),
    flaw,
    free: freeFlags(fences),
    separate,
  });

const transferStep = ({ separate }: Manner): fc.Arbitrary<TransferStep> =>
  fc.record({
    kind: fc.constant('transfer'),
    fails: weighted([1, false], [2, true]),
    lamports: fc.nat(1000).map(BigInt),
    separate,
  });

/** Steps of one manner. */
export const historyStep = (fences: Fences, manner: Manner): fc.Arbitrary<HistoryStep> =>
  fc.oneof(
    { weight: 12, arbitrary: invocationStep(fences, manner) },
    { weight: 1, arbitrary: transferStep(manner) },
  );
