// Valid plans that initialise a context account, and plans that use it afterwards as any other context.
import fc from 'fast-check';
import { INITIALIZE_DISCRIMINATOR, readyToInitialise } from '../../spec/initialize';
import type { AccountBefore, AccountMeta, Initialization, PlannedTransaction } from '../../spec/plan';
import { TREE_COUNT, V1_TREE_COUNT, type CallerName, type KeyRole } from '../../spec/world';
import { executableOutput, plainOutput, type OutputDraft } from '../entries';
import { transactionOf, type FlagName, type Setting } from '../invocation';
import type { Scenario } from '../scenario';
import { setting, type Fences } from '../settings';
import { caller, oneInThree, payer } from '../values';
import { grouped, writeOf } from './context';
import { inV1 } from './leaves';

type Parts = {
  readonly payer: KeyRole;
  readonly context: KeyRole;
  readonly tree: KeyRole;
  readonly through: readonly CallerName[];
  /** Whether the context signs, which nobody asks of it. */
  readonly signs?: boolean;
};

const account = (key: KeyRole, flags: Partial<AccountMeta> = {}): AccountMeta => ({
  key,
  signer: false,
  writable: false,
  ...flags,
});

/** An initialisation that the documents accept. */
export const initialization = (parts: Parts): Initialization => ({
  kind: 'initialize',
  through: parts.through,
  accounts: [
    account(parts.payer, { signer: true, writable: true }),
    account(parts.context, { signer: parts.signs ?? false, writable: true }),
    account(parts.tree),
  ],
  data: INITIALIZE_DISCRIMINATOR,
});

const context = fc.integer({ min: 1, max: 3 }).map((number): KeyRole => `fresh:${number}`);

/** Mostly by the transaction itself, else by a program of ours or by one that calls another. */
const route: fc.Arbitrary<readonly CallerName[]> = fc.oneof(
  fc.constant([]),
  fc.uniqueArray(caller, { minLength: 1, maxLength: 2 }),
);

const batched = fc.integer({ min: 1, max: TREE_COUNT }).map((number): KeyRole => `tree:${number}`);
const version1 = fc
  .integer({ min: 1, max: V1_TREE_COUNT })
  .map((number): KeyRole => `tree:${TREE_COUNT + number}`);
const tree = fc.oneof({ weight: 6, arbitrary: batched }, { weight: 1, arbitrary: version1 });

/** Only the discriminator has to be zero: what else the account holds is overwritten. */
const remains: fc.Arbitrary<Partial<AccountBefore>> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.record({ feePayer: payer, associatedTree: batched }) },
);

/** One initialisation; another account than the one named in it may pay for the transaction. */
export const initialize = (): fc.Arbitrary<Scenario> =>
  fc
    .record({
      parts: fc.record({ payer, context, tree, through: route }),
      pays: payer,
      remains,
      signs: oneInThree,
    })
    .map(({ parts, pays, remains: more, signs }) => ({
      kind: 'initialize',
      plan: {
        accounts: [{ ...readyToInitialise(parts.context), ...more }],
        transactions: [transactionOf(pays, initialization({ ...parts, signs }))],
      },
      target: { transaction: 0, instruction: 0 },
    }));

type Use = {
  readonly by: CallerName;
  readonly outputs: readonly OutputDraft[];
  readonly separate: boolean;
};
const use = (output: fc.Arbitrary<OutputDraft>): fc.Arbitrary<Use> =>
  fc.record({
    by: caller,
    outputs: fc.array(output, { minLength: 1, maxLength: 2 }),
    separate: fc.boolean(),
  });

/** First set, at most one set, execution. */
const round = (fences: Fences): fc.Arbitrary<readonly Use[]> =>
  fc
    .tuple(fc.array(use(executableOutput(fences)), { minLength: 1, maxLength: 2 }), use(plainOutput))
    .map(([writes, execution]) => [...writes, execution]);

const flagsOf = (position: number, count: number): FlagName => {
  if (position === 0) return 'first-set';
  return position === count - 1 ? 'execute' : 'set';
};

const stepsOf = (where: Setting, uses: readonly Use[]) =>
  uses.map(({ by, outputs, separate }, position) => {
    const draft = { by, outputs, inputs: [], newAddresses: [], proof: null, index: 0, separate };
    return {
      invocation: writeOf(where, draft, flagsOf(position, uses.length)),
      separate: separate || position === 0,
    };
  });

/** The initialisation in a transaction of its own, or in front of the first use. */
const withUse = (
  first: Initialization,
  pays: KeyRole,
  { together, uses }: { readonly together: boolean; readonly uses: readonly PlannedTransaction[] },
): readonly PlannedTransaction[] => {
  const [next, ...rest] = uses;
  if (!together || next === undefined) return [transactionOf(pays, first), ...uses];
  return [{ ...next, instructions: [first, ...next.instructions] }, ...rest];
};

const anywhere = (fences: Fences): fc.Arbitrary<Setting> =>
  fc.oneof({ weight: 14, arbitrary: setting(fences) }, { weight: 1, arbitrary: inV1(fences) });

/** An initialisation, and one or two rounds of first set, set and execution with the account and its tree. */
export const initializeUsed = (fences: Fences): fc.Arbitrary<Scenario> =>
  fc
    .record({
      where: anywhere(fences),
      parts: fc.record({ payer, context, through: route }),
      pays: payer,
      rounds: fc.array(round(fences), { minLength: 1, maxLength: 2 }),
      together: fc.boolean(),
    })
    .map(({ where, parts, pays, rounds, together }) => {
      const at: Setting = { ...where, context: parts.context };
      const first = initialization({ ...parts, tree: `tree:${where.tree}` });
      const uses = rounds.flatMap((uses) => grouped(at, stepsOf(at, uses)));
      return {
        kind: 'initialize-used',
        plan: {
          accounts: [readyToInitialise(parts.context)],
          transactions: withUse(first, pays, { together, uses }),
        },
        target: { transaction: 0, instruction: 0 },
      };
    });
