// Gathers what differs between two builds into changes: by claim and kind, and which errors only one of them raises.
import type { Change, ChangeKind, Sight } from '../../spec/comparison';
import { ACCEPTED } from '../outcome-names';
import { differenceOf, unitsOf } from './difference';

/** The same cases of one claim on both builds. */
export type Looked = {
  readonly claim: string;
  readonly isSweep: boolean;
  readonly before: readonly Sight[];
  readonly after: readonly Sight[];
};

/** An error in the cases of the claim that raised it first, and in how many other claims it came up. */
type Seen = { readonly looked: Looked; readonly first: number; count: number; elsewhere: number };
type Raised = ReadonlyMap<string, Readonly<Seen>>;

/** The cases of a claim that raise each error, by the index of the first of them. */
function raisedIn(sights: readonly Sight[]): ReadonlyMap<string, { readonly first: number; count: number }> {
  const raised = new Map<string, { readonly first: number; count: number }>();
  for (const [first, sight] of sights.entries())
    for (const outcome of new Set(sight.map((one) => one.outcome))) {
      const known = raised.get(outcome);
      if (known !== undefined) known.count += 1;
      else if (outcome !== ACCEPTED) raised.set(outcome, { first, count: 1 });
    }
  return raised;
}

function raisedOn(all: readonly Looked[], side: 'before' | 'after'): Raised {
  const raised = new Map<string, Seen>();
  for (const looked of all)
    for (const [outcome, { first, count }] of raisedIn(looked[side])) {
      const known = raised.get(outcome);
      if (known !== undefined) known.elsewhere += 1;
      else raised.set(outcome, { looked, first, count, elsewhere: 0 });
    }
  return raised;
}

type Growing = { -readonly [K in keyof Change]: Change[K] };

/** Where plans break several rules, an error that both builds know in the place of another is a matter of order. */
const kindIn = (kind: ChangeKind, { isSweep }: Looked, isOld: boolean): ChangeKind =>
  kind === 'code' && isSweep && isOld ? 'order' : kind;

function changesOf(looked: Looked, isOld: (...errors: readonly string[]) => boolean): readonly Change[] {
  const changes = new Map<string, Growing>();
  looked.before.forEach((before, index) => {
    const after = looked.after[index] ?? [];
    const found = differenceOf(before, after);
    if (found === null) return;
    const kind = kindIn(found.kind, looked, isOld(found.before, found.after));
    const key = `${kind}|${found.before}|${found.after}`;
    const change = changes.get(key) ?? {
      kind,
      claim: looked.claim,
      before: found.before,
      after: found.after,
      count: 0,
      cases: looked.before.length,
      units: kind === 'units' ? { before: 0, after: 0 } : null,
      first: index,
    };
    change.count += 1;
    if (change.units !== null)
      change.units = {
        before: change.units.before + unitsOf(before),
        after: change.units.after + unitsOf(after),
      };
    changes.set(key, change);
  });
  return [...changes.values()];
}

function onlyOn(side: Raised, other: Raised, kind: 'reachable' | 'unreachable'): readonly Change[] {
  return [...side]
    .filter(([error]) => !other.has(error))
    .map(([error, { looked, first, count, elsewhere }]) => ({
      kind,
      claim: looked.claim,
      before: kind === 'reachable' ? 'never' : error,
      after: kind === 'reachable' ? error : 'never',
      count,
      cases: looked.before.length,
      ...(elsewhere > 0 && { elsewhere }),
      units: null,
      first,
    }));
}

const ORDER: readonly ChangeKind[] = [
  'refused',
  'accepted',
  'code',
  'effects',
  'order',
  'reachable',
  'unreachable',
  'units',
];

/** Every change, the kinds in a fixed order, each in claim order. */
export function changesBetween(all: readonly Looked[]): readonly Change[] {
  const [before, after] = [raisedOn(all, 'before'), raisedOn(all, 'after')];
  const isOld = (...errors: readonly string[]): boolean =>
    errors.every((error) => before.has(error) && after.has(error));
  const changes = [
    ...all.flatMap((looked) => changesOf(looked, isOld)),
    ...onlyOn(after, before, 'reachable'),
    ...onlyOn(before, after, 'unreachable'),
  ];
  return changes.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}
