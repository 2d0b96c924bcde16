// The oracle: says what the documents allow a transaction to do in a world, and which worlds that leads to.
import { CAPACITY_LIMITS } from '../spec/boundaries';
import { INITIALIZE_SLOT } from '../spec/initialize';
import { slotIndexOf } from '../spec/layouts';
import { isReinitialization, REINITIALIZE_CONTEXT } from '../spec/reinitialize';
import type { AddressNote } from '../spec/context-state';
import type { Alternative, ObservedEffects, Prediction } from '../spec/prediction';
import type { PlannedInstruction, PlannedTransaction } from '../spec/plan';
import { contextOfTransfer } from '../spec/token';
import type { KeyRole } from '../spec/world';
import { ruleCall } from './calls/ruling';
import { compressed } from './balances';
import { shapesOf } from './context-shapes';
import { foldInstruction, foldTransfer, startFold, type Fold, type Judged } from './fold';
import { ruleInitialization } from './initialize/ruling';
import { initializeViewOf } from './initialize/view';
import { dataEffects } from './calls/effects';
import { keptFor } from './kept';
import { expectedLeaves } from './leaves';
import { foldAccounts } from './lookups/ruling';
import { observedEffects, spentBy, transactionHashes } from './observed';
import { predictNegated } from './negated';
import { DOCUMENTS, type ModelOptions } from './options';
import type { Path } from './path';
import { ruleReinitialization } from './reinitialize/ruling';
import { ruleInvocation } from './ruling';
import { changedAmounts } from './token/amounts';
import { ruleToken } from './token/ruling';
import { viewOf } from './view';
import { leftBy, type RejectedWay, type Way } from './way';
import type { ModelWorld, Writer } from './world';

/** A prediction with the worlds that its alternatives lead to, in the same order. */
export type PredictedTransaction = {
  readonly prediction: Prediction;
  readonly worlds: readonly ModelWorld[];
  /** Which way each alternative takes, in the same order. */
  readonly paths: readonly Path[];
  /** Ids of the rules that some invocation exercises. */
  readonly exercised: ReadonlySet<string>;
};

type Asked = {
  readonly start: ModelWorld;
  readonly named: ReadonlySet<KeyRole>;
  readonly options: ModelOptions;
};

const CONSERVED = 'sol/conserved';

/** What the accounts created and spent say of the sol pool, for a model that is asked about SOL. */
const pooled = ({ world, lamports }: Way, start: ModelWorld, { rules, dropped }: ModelOptions) => {
  if (!rules.some(({ id }) => id === CONSERVED) || lamports.size === 0) return {};
  return { pooled: dropped.has(CONSERVED) ? 0n : compressed(world) - compressed(start) };
};

const NOTED = 'addresses/noted';

/** What contexts note beside new addresses, where that is asked for. */
const notedIn = (
  { world }: Way,
  named: ReadonlySet<KeyRole>,
  { observed, dropped }: ModelOptions,
): Pick<ObservedEffects, 'noted'> => {
  if (!observed.has(NOTED)) return {};
  const noteOf = ({ program, isBound, assignedTo }: Writer): AddressNote => ({
    owner: isBound !== dropped.has(NOTED) ? program : null,
    assignedTo,
  });
  return {
    noted: new Map([...named].map((key) => [key, (world.contexts.get(key)?.writers ?? []).map(noteOf)])),
  };
};

const AMOUNTS = 'token/amounts';

/** What SPL Token must have noted, where that is asked for. */
const tokensIn = (
  { world }: Way,
  start: ModelWorld,
  { observed, dropped }: ModelOptions,
): Pick<ObservedEffects, 'tokens'> => {
  if (!observed.has(AMOUNTS)) return {};
  return { tokens: dropped.has(AMOUNTS) ? new Map() : changedAmounts(start, world) };
};

const acceptance = (way: Way, { start, named, options }: Asked): Alternative => ({
  kind: 'accepted',
  effects: {
    shapes: shapesOf(named, way, options.shape.context),
    lamports: way.lamports,
    ...pooled(way, start, options),
    contexts: new Map(
      [...named].flatMap((key) => {
        const context = way.world.contexts.get(key);
        return context === undefined ? [] : [[key, context.state] as const];
      }),
    ),
    appended: way.appended,
    mayChange: way.mayChange,
    mayRewrite: way.mayRewrite,
    leaves: expectedLeaves(way.created, start, options),
    spent: spentBy(way, options),
    ...transactionHashes(way, options),
    observed: {
      ...observedEffects(way, options),
      ...keptFor(way, start, options),
      ...notedIn(way, named, options),
      ...tokensIn(way, start, options),
    },
    ...dataEffects(start, way.world),
  },
  because: way.because,
});

const contextIn = (item: PlannedInstruction): KeyRole | undefined => {
  if (item.kind === 'transfer' || item.kind === 'call') return undefined;
  if (item.kind === 'token')
    return item.name === 'transfer' ? (contextOfTransfer(item) ?? undefined) : undefined;
  const slot =
    item.kind === 'invocation'
      ? slotIndexOf(item, 'cpi_context_account')
      : isReinitialization(item)
        ? REINITIALIZE_CONTEXT
        : INITIALIZE_SLOT.cpi_context_account;
  return item.accounts[slot]?.key;
};

/** The contexts that the transaction's instructions name; what happens to others shows as an unexpected change. */
const namedContexts = ({ instructions }: PlannedTransaction): ReadonlySet<KeyRole> =>
  new Set(instructions.flatMap((item) => contextIn(item) ?? []));

/** A refusal changes nothing; that a write did not fit is remembered, so that what follows can be told apart. */
const worldBehind = (way: RejectedWay, { start, named, options }: Asked): ModelWorld => {
  const world = leftBy(way, start, options);
  return way.because.some((rule) => rule in CAPACITY_LIMITS)
    ? { ...world, overflowed: new Set([...world.overflowed, ...named]) }
    : world;
};

const concluded = (
  { branches, rejected, exercised, unspecified }: Fold,
  asked: Asked,
): PredictedTransaction => {
  if (unspecified !== null)
    return { prediction: { kind: 'unspecified', why: unspecified }, worlds: [], paths: [], exercised };
  const refusals = rejected.map(({ rejection, because }): Alternative => ({
    kind: 'rejected',
    rejection,
    because,
  }));
  return {
    prediction: {
      kind: 'specified',
      alternatives: [...branches.map((way) => acceptance(way, asked)), ...refusals],
    },
    worlds: [...branches.map(({ world }) => world), ...rejected.map((way) => worldBehind(way, asked))],
    paths: [
      ...branches.map(({ steps }) => ({ steps, rejected: false })),
      ...rejected.map(({ steps }) => ({ steps, rejected: true })),
    ],
    exercised,
  };
};

const predict = (
  world: ModelWorld,
  transaction: PlannedTransaction,
  options: ModelOptions,
): PredictedTransaction => {
  const fold = transaction.instructions.reduce(
    (before, instruction, position) => {
      if (instruction.kind === 'transfer') return foldTransfer(before, instruction, position);
      const judge = (at: ModelWorld): Judged => {
        if (instruction.kind === 'invocation') {
          const view = viewOf(at, instruction, { transaction, facts: options.facts });
          return { view, ruling: ruleInvocation({ view, position, options }) };
        }
        if (instruction.kind === 'call')
          return {
            view: null,
            ruling: ruleCall({ world: at, call: instruction, transaction, position, options }),
          };
        if (instruction.kind === 'token')
          return ruleToken({ world: at, step: instruction, transaction, position, options });
        const view = initializeViewOf(at, instruction, transaction);
        const rule = isReinitialization(instruction) ? ruleReinitialization : ruleInitialization;
        return { view: null, ruling: rule({ view, position, options }) };
      };
      return foldInstruction(before, judge);
    },
    foldAccounts(startFold(world), { world, transaction, options }),
  );
  return concluded(fold, { start: world, named: namedContexts(transaction), options });
};

/** What the documents allow a transaction to do in a world. */
export const predictTransaction = (
  world: ModelWorld,
  transaction: PlannedTransaction,
  options: ModelOptions = DOCUMENTS,
): PredictedTransaction =>
  options.negated === undefined
    ? predict(world, transaction, options)
    : predictNegated(predict, options.negated, { world, transaction, options });
