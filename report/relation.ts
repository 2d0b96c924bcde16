// Compares what two roads to the same state have left: the relation behind every law.
import type { Comparison } from '../spec/law';
import type { ContextState, ObservedContext } from '../spec/context-state';
import type { WorldAfter } from '../spec/outcome';
import { treeNumber, type KeyRole } from '../spec/world';
import { bytesSides, isPattern } from './bytes-text';
import { firstDifference, type FieldDifference } from './difference';
import { observedName } from './outcome-names';
import { renamed, renamingOf } from './renaming';
import { accepted, isInvocation, passed, type DigestOf, type Passed, type Road } from './road';
import { events } from './road-events';
import { hashes, nullified } from './road-leaves';
import { showValue } from './show';

/** `what` is short and stable: an axis of the report's matrix. */
export type Difference = { readonly what: string; readonly detail: string };

/** The error, and at which of the transaction's invocations it was raised. */
function errorOf({ planned, outcome: { raised, failedAt } }: Passed): string {
  if (raised === null || failedAt === null) return observedName(raised);
  return `${observedName(raised)} at ${planned.instructions.slice(0, failedAt).filter(isInvocation).length}`;
}

const errors: DigestOf = (road, comparison) => ({
  outcomes: (comparison.errors === true ? road : road.slice(-1)).map(errorOf),
});

const isEmpty = ({ feePayer, newAddresses, inputs, outputs }: ContextState): boolean =>
  feePayer === null && newAddresses.length + inputs.length + outputs.length === 0;

/** A context that nobody has used looks like this, so that one that no transaction names may be left out. */
const isUnused = (key: KeyRole, { state, leftoverBytes }: ObservedContext): boolean =>
  isEmpty(state) && !leftoverBytes && treeNumber(state.associatedTree) === treeNumber(key);

const text = (value: unknown): string =>
  JSON.stringify(value, (_, item: unknown) => (typeof item === 'bigint' ? String(item) : item));
const byText = (list: readonly unknown[]): readonly unknown[] =>
  list.toSorted((a, b) => (text(a) < text(b) ? -1 : 1));

const sorted = (context: ObservedContext): unknown => {
  const { newAddresses, inputs, outputs } = context.state;
  const lists = {
    newAddresses: byText(newAddresses),
    inputs: byText(inputs),
    outputs: byText(outputs),
  };
  return { ...context, state: { ...context.state, ...lists } };
};

/** Every context that was named, as the last transaction that named it left it. */
const contexts: DigestOf = (road, { anyOrder }) => {
  const last = new Map(road.flatMap(({ outcome }) => [...outcome.after.contexts]));
  const used = [...last].filter(([key, context]) => !isUnused(key, context));
  return Object.fromEntries(
    used.map(([key, context]) => [key, anyOrder === true ? sorted(context) : context]),
  );
};

type Counts = Readonly<Record<string, bigint>>;
type Count = readonly [key: KeyRole, count: bigint];

/** Sums by account, zeros left out. */
function sums(counts: readonly Count[]): Counts {
  const total = new Map<KeyRole, bigint>();
  for (const [key, count] of counts) total.set(key, (total.get(key) ?? 0n) + count);
  return Object.fromEntries([...total].filter(([, count]) => count !== 0n));
}

const counted =
  (of: (after: WorldAfter) => ReadonlyMap<KeyRole, number | bigint>): DigestOf =>
  (road) =>
    sums(accepted(road).flatMap(({ outcome }) => [...of(outcome.after)].map(([k, n]) => [k, BigInt(n)])));

/** What the plan's own transfers moved, taken back: they have nothing to do with the programs. */
const transferred = ({ planned }: Passed): readonly Count[] =>
  planned.instructions.flatMap((item): readonly Count[] =>
    item.kind === 'transfer'
      ? [
          [item.from, item.lamports],
          [item.to, -item.lamports],
        ]
      : [],
  );

const lamports: DigestOf = (road) =>
  sums(accepted(road).flatMap((one) => [...one.outcome.after.lamports, ...transferred(one)]));

/** One line for each thing that is observed. */
const PARTS: readonly { readonly what: string; readonly of: DigestOf }[] = [
  { what: 'another outcome', of: errors },
  { what: 'another context', of: contexts },
  { what: 'other leaves', of: counted(({ appended }) => appended) },
  { what: 'other nullifiers', of: nullified },
  { what: 'other leaf hashes', of: hashes },
  { what: 'other lamports', of: lamports },
  { what: 'other events', of: events },
];

const cut = (second: readonly Passed[], first: readonly Passed[]): readonly Passed[] =>
  second.slice(Math.max(0, second.length - first.length));

function roadSides({ expected, actual }: FieldDifference): string {
  if (!isPattern(expected) || !isPattern(actual))
    return `${showValue(expected)} by one road, ${showValue(actual)} by the other`;
  const bytes = bytesSides(expected, actual);
  return `${bytes.expected} by one road, ${bytes.actual} by the other: ${bytes.from}`;
}

/** The first thing in which the second road leaves something else than the first, or null. */
export function compareRoads(first: Road, second: Road, comparison: Comparison): Difference | null {
  const one = passed(first);
  const whole = passed(second);
  const other = comparison.tailOnly === true ? cut(whole, one) : whole;
  const names = comparison.renamed === true ? renamingOf(first.plan, second.plan) : null;
  for (const { what, of } of PARTS) {
    const [here, there] = [of(one, comparison), of(other, comparison)];
    if (here === null || there === null) continue;
    const found = firstDifference(names === null ? here : renamed(here, names), there);
    if (found === null) continue;
    const place = found.path.slice(1);
    return { what, detail: `${place}: ${roadSides(found)}` };
  }
  return null;
}
