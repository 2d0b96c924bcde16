// Turns what a transaction did into what the documents speak of: errors, contexts, changed accounts, appended leaves.
import type { ObservedContext } from '../spec/context-state';
import type {
  KeptForProofs,
  ObservedBatches,
  ObservedLeaves,
  ObservedNullified,
  TransactionOutcome,
} from '../spec/outcome';
import { isV1, isV2AddressTree, nearTo, takesOutputs, type KeyRole } from '../spec/world';
import { batchesIn } from './batched';
import { decodeContext } from './context-account';
import { decodeContextV1, isContextV1, type Reading } from './context-account-v1';
import { straysInContext, type Contexts } from './context-frozen';
import { derivedIn } from './derived';
import type { Change, Executed } from './execution';
import { emittedIn, handedIn } from './handed';
import { keptIn } from './kept';
import { addressOf } from './keys';
import { leavesOf } from './leaves';
import { listenedIn } from './listened';
import { nullifiedIn } from './nullified';
import { dataIn } from './data-accounts';
import { attribute, type Failure } from './outcome';
import { mayBeContext } from './steps';
import { tokensIn } from './token-amounts';
import { nextIndex } from './tree-layout';
import type { Stored } from './validator';

/** Whether the fee payer differs by nothing but the fee. One refused before any program ran may have paid none. */
function onlyPaid({ before, now }: Change, fees: readonly bigint[]): boolean {
  const sameElse = now.data === before.data && now.owner === before.owner;
  return sameElse && fees.includes(before.lamports - now.lamports);
}

function changedKeys({ step, changes }: Executed, failure: Failure | null): KeyRole[] {
  const { fee, planned } = step;
  const fees = failure !== null && failure.failedAt === null ? [fee, 0n] : [fee];
  return changes
    .filter((change) =>
      change.key === planned.feePayer ? !onlyPaid(change, fees) : change.now !== change.before,
    )
    .map((change) => change.key);
}

const lightSystem = addressOf('light-system');
const decoded = new WeakMap<Buffer, ObservedContext>();

/** Decodes by the identity of the bytes: most contexts are the untouched ones of the world. */
function contextOf(
  { data, owner }: Stored,
  { leafOffsetOf, hasSeeds }: Reading,
): ObservedContext | undefined {
  if (!owner.equals(lightSystem)) return undefined;
  const known = decoded.get(data);
  if (known !== undefined) return known;
  const context = isContextV1(data)
    ? decodeContextV1(data, { leafOffsetOf, hasSeeds })
    : decodeContext(data, leafOffsetOf);
  if (context?.state.inputs.length === 0) decoded.set(data, context); // inputs depend on the plan's offsets
  return context;
}

function contextsOf({ step, changes }: Executed, form: Contexts): Map<KeyRole, ObservedContext> {
  const contexts = new Map<KeyRole, ObservedContext>();
  for (const change of changes) {
    const { key, now } = change;
    const context = mayBeContext(key) ? contextOf(now, step) : undefined;
    if (context === undefined) continue;
    const leftoverBytes = context.leftoverBytes || straysInContext(change, step.planned, form);
    contexts.set(key, leftoverBytes ? { ...context, leftoverBytes } : context);
  }
  return contexts;
}

function appendedTo({ changes }: Executed): Map<KeyRole, number> {
  const appended = new Map<KeyRole, number>();
  for (const { key, before, now } of changes)
    if (takesOutputs(key)) appended.set(key, (nextIndex(key, now) ?? 0) - (nextIndex(key, before) ?? 0));
  return appended;
}

const isRewritten = ({ before, now }: Change): boolean =>
  now.data !== before.data || now.owner !== before.owner;

function leavesIn({ changes }: Executed): Map<KeyRole, ObservedLeaves> {
  const leaves = new Map<KeyRole, ObservedLeaves>();
  for (const change of changes) {
    const { key, before, now } = change;
    if (takesOutputs(key) && now.data !== before.data) leaves.set(key, leavesOf(change));
  }
  return leaves;
}

const isV2Tree = (key: KeyRole): boolean => nearTo(key).startsWith('tree:') && !isV1(key);

function nullified({ changes }: Executed): Map<KeyRole, ObservedNullified> {
  const trees = new Map<KeyRole, ObservedNullified>();
  for (const change of changes) {
    const { key, before, now } = change;
    if (isV2Tree(key) && now.data !== before.data) trees.set(key, nullifiedIn(change));
  }
  return trees;
}

/** Left out where no queue or tree changed: of most transactions that write contexts or are refused. */
function batchesAfter({ changes }: Executed): { readonly batches?: Map<KeyRole, ObservedBatches> } {
  const batches = new Map<KeyRole, ObservedBatches>();
  for (const change of changes) {
    const { key, before, now } = change;
    const hasBatches = isV2Tree(key) || isV2AddressTree(key) || (takesOutputs(key) && !isV1(key));
    if (hasBatches && now.data !== before.data) batches.set(key, batchesIn(change));
  }
  return batches.size === 0 ? {} : { batches };
}

/** Left out where no v1 tree changed. */
function keptAfter({ changes }: Executed): { readonly kept?: Map<KeyRole, KeptForProofs> } {
  const trees = changes.filter(
    ({ key, before, now }) => takesOutputs(key) && isV1(key) && now.data !== before.data,
  );
  return trees.length === 0 ? {} : { kept: new Map(trees.map((change) => [change.key, keptIn(change)])) };
}

/** Lamports gained (or lost, negative) by account, the transaction fee aside; accounts that gained none are left out. */
function gains({ step: { fee, planned }, changes }: Executed, failure: Failure | null): Map<KeyRole, bigint> {
  const gained = new Map<KeyRole, bigint>();
  const mayBeFree = failure !== null && failure.failedAt === null; // refused before any program ran
  for (const { key, before, now } of changes) {
    const paid = mayBeFree && now.lamports === before.lamports ? 0n : fee;
    const gain = now.lamports - before.lamports + (key === planned.feePayer ? paid : 0n);
    if (gain !== 0n) gained.set(key, gain);
  }
  return gained;
}

/** The bytes of every account whose data or owner changed. */
export const contentsOf = ({ changes }: Executed): ReadonlyMap<KeyRole, Uint8Array> =>
  new Map(changes.filter(isRewritten).map(({ key, now }) => [key, now.data]));

/** Left out where no plan of tokens is run. */
function tokensAfter({ changes }: Executed): { readonly tokens?: Map<KeyRole, bigint> } {
  const tokens = tokensIn(changes);
  return tokens.size === 0 ? {} : { tokens };
}

/** What stands in for a program and logs: account-compression's recorder, the system program's listener. */
type Seen = {
  readonly records: boolean | 'raw';
  readonly listens?: boolean;
  readonly countsAddresses?: boolean;
};
const NOTHING_ELSE: Seen = { records: false };

const NO_FAILURE = { raised: null, failedAt: null };
const WRITES_READ_ONLY = 'ReadonlyDataModified';
const UNITS_TAKEN = { unitsTaken: true } as const;
/** The outcome of an executed transaction. Every account that it names and that takes outputs has its growth, 0 too. */
export function observe(
  executed: Executed,
  { records, listens, countsAddresses = false }: Seen = NOTHING_ELSE,
): TransactionOutcome {
  const { answer } = executed;
  const { refused, logs } = answer;
  const { planned, encoded } = executed.step;
  const skipped = encoded.dataAt.length - planned.instructions.length;
  const failure = refused && attribute(refused, logs(), skipped);
  const contexts = contextsOf(executed, { countsAddresses });
  const after = {
    contexts,
    changed: changedKeys(executed, failure),
    rewritten: executed.changes.filter(isRewritten).map(({ key }) => key),
    leaves: leavesIn(executed),
    nullified: nullified(executed),
    ...batchesAfter(executed),
    ...keptAfter(executed),
    appended: appendedTo(executed),
    lamports: gains(executed, failure),
    data: dataIn(executed.changes),
    ...tokensAfter(executed),
    handed: records === false ? null : handedIn(logs()),
    ...(records === 'raw' ? { emitted: emittedIn(logs()) } : {}),
  };
  const derived = derivedIn(failure?.raised, logs);
  const { raised, failedAt } = failure ?? NO_FAILURE;
  const taken = failure?.raised.error === WRITES_READ_ONLY && answer.computeUnits() >= executed.step.units;
  const listened = listens ? { listened: listenedIn(logs()) } : {};
  const outcome = { raised, failedAt, after, ...listened, ...(taken && UNITS_TAKEN) };
  return derived === undefined ? outcome : { ...outcome, derived };
}
