// What is known at one place of a function: which registers and parts of its frame hold equal values or constants, and which values are not equal.
import type { Frame, Slot } from './frame';
import { constant, neverEqual, numberOf, type Value } from './arithmetic';

type Place = Slot | number;
const isRegister = (place: Place): place is number => typeof place === 'number';
const nameOf = (place: Place): string => (isRegister(place) ? `r${place}` : `s${place.from}:${place.width}`);

/** By the name of a place; names of two values say that these are not equal. */
export type KnownValues = Map<string, Value>;

const UNEQUAL = 'u';
const pairIn = (name: string): readonly Value[] =>
  name.startsWith(UNEQUAL) ? name.slice(UNEQUAL.length).split('|') : [];

/** Two values are not equal on this way. */
export const keepUnequal = (known: KnownValues, a: Value, b: Value): KnownValues =>
  known.set(`${UNEQUAL}${a}|${b}`, '');

/** Whether two values are known not to be equal. */
export const areUnequal = (known: KnownValues, a: Value, b: Value): boolean =>
  neverEqual(a, b) || known.has(`${UNEQUAL}${a}|${b}`) || known.has(`${UNEQUAL}${b}|${a}`);

export const isNotZero = (known: KnownValues, value: Value): boolean =>
  areUnequal(known, value, constant(0n));

const slotIn = (name: string): Slot | null => {
  if (!name.startsWith('s')) return null;
  const [from = '', width = ''] = name.slice(1).split(':');
  return { from: Number(from), width: Number(width) };
};

export const valueAt = (known: KnownValues, place: Place): Value | undefined => known.get(nameOf(place));

/** A register or slot holds something else now, or, with undefined, what nobody knows. */
export function keep(known: KnownValues, place: Place, value: Value | undefined): void {
  if (!isRegister(place)) forgetWhere(known, (slot) => overlap(slot, place));
  if (value === undefined) known.delete(nameOf(place));
  else known.set(nameOf(place), value);
}

const overlap = (a: Slot, b: Slot): boolean => a.from < b.from + b.width && b.from < a.from + a.width;

function forgetWhere(known: KnownValues, isGone: (slot: Slot) => boolean): void {
  for (const name of [...known.keys()]) {
    const slot = slotIn(name);
    if (slot !== null && isGone(slot)) known.delete(name);
  }
}

/** Slots that hold the same value by both. */
export const sameSlots = (a: KnownValues, b: KnownValues): Slot[] =>
  [...a].flatMap(([name, value]) => (b.get(name) === value ? (slotIn(name) ?? []) : []));

/** The same without what is known of some slots. */
export function withoutSlots(known: KnownValues, isGone: (slot: Slot) => boolean): KnownValues {
  const left = new Map(known);
  forgetWhere(left, isGone);
  return left;
}

/** Somebody else may have written wherever the function is not alone. */
export const forgetShared = (known: KnownValues, { isPrivate }: Frame): void =>
  forgetWhere(known, (slot) => !isPrivate(slot));

/** Whether a name stands for a value that came from a source, or was made of one. */
export const isFrom = (value: Value, source: string): boolean =>
  value === source || value.endsWith(`_${source}`);

/** A new value from a source: what still holds the one before it is not known by that name any more. */
export function newValue(known: KnownValues, source: string): Value {
  for (const [name, value] of [...known])
    if ([value, ...pairIn(name)].some((each) => isFrom(each, source))) known.delete(name);
  return source;
}

/** What is compared is equal on this way: the one is known by the name of the other. */
export function equated(known: KnownValues, a: Value, b: Value): KnownValues {
  const [from, to] = numberOf(b) === null ? [b, a] : [a, b];
  return new Map([...known].map(([name, value]) => [name, value === from ? to : value]));
}

/** What is known wherever a block may be entered from: places that hold equal values on each way do so behind, too. */
export function met(ways: readonly KnownValues[], start: number): KnownValues {
  const [first, ...others] = ways;
  const out: KnownValues = new Map();
  const groups = new Map<string, Value>();
  for (const [name, value] of [...(first ?? [])].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const values = [value, ...others.map((way) => way.get(name))];
    if (values.includes(undefined) || pairIn(name).some((each) => each.includes(`${start}@`))) continue;
    const key = values.join('|');
    const own = groups.get(key) ?? `${start}@${name}`;
    groups.set(key, own);
    const isOne = values.every((each) => each === value);
    out.set(name, isOne && !value.includes(`${start}@`) ? value : own);
  }
  return out;
}

export const sameValues = (a: KnownValues, b: KnownValues): boolean =>
  a.size === b.size && [...a].every(([name, value]) => b.get(name) === value);
