// Lists the fields in which a plan differs from the valid plan that it was made from.
import type { Plan } from '../spec/plan';
import { firstDifference } from './difference';
import { slotName } from './slots';

export type PlanDifference = {
  /** `transactions[0].instructions[1].accounts[10].key` */
  readonly path: string;
  /** The path with the slot's name: `transactions[0].instructions[1].accounts[10] cpi_context_account .key` */
  readonly place: string;
  /** undefined where the plan has something more, or the twin does. */
  readonly twin: unknown;
  readonly plan: unknown;
};

type Pair = { readonly path: string; readonly twin: unknown; readonly plan: unknown };
type Fields = Readonly<Record<string, unknown>>;

const same = (a: unknown, b: unknown): boolean => firstDifference(a, b) === null;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Number of equal elements at the start, at most `limit`; from the end when `reversed`. */
function commonRun(twin: readonly unknown[], plan: readonly unknown[]): number {
  let length = 0;
  while (length < Math.min(twin.length, plan.length) && same(twin[length], plan[length])) length++;
  return length;
}

/** A list with entries left out or put in at one place: that one place, or null when it differs otherwise. */
function spliced(path: string, twin: readonly unknown[], plan: readonly unknown[]): Pair | null {
  const shorter = Math.min(twin.length, plan.length);
  const before = commonRun(twin, plan);
  const after = Math.min(commonRun(twin.toReversed(), plan.toReversed()), shorter - before);
  if (twin.length === plan.length || before + after < shorter) return null;
  const cut = (list: readonly unknown[]): unknown =>
    list.length === shorter ? undefined : list.slice(before, list.length - after);
  const last = before + Math.abs(twin.length - plan.length) - 1;
  const range = last === before ? `${before}` : `${before}..${last}`;
  return { path: `${path}[${range}]`, twin: cut(twin), plan: cut(plan) };
}

function tail(path: string, twin: readonly unknown[], plan: readonly unknown[]): readonly Pair[] {
  const shorter = Math.min(twin.length, plan.length);
  if (twin.length === plan.length) return [];
  const rest = (list: readonly unknown[]): unknown =>
    list.length === shorter ? undefined : list.slice(shorter);
  return [{ path: `${path}[${shorter}..]`, twin: rest(twin), plan: rest(plan) }];
}

function inArrays(path: string, twin: readonly unknown[], plan: readonly unknown[]): readonly Pair[] {
  const one = spliced(path, twin, plan);
  if (one !== null) return [one];
  const shared = Math.min(twin.length, plan.length);
  const within = Array.from({ length: shared }, (_, index) =>
    differences({ path: `${path}[${index}]`, twin: twin[index], plan: plan[index] }),
  );
  return [...within.flat(), ...tail(path, twin, plan)];
}

function differences({ path, twin, plan }: Pair): readonly Pair[] {
  if (same(twin, plan)) return [];
  if (Array.isArray(twin) && Array.isArray(plan)) return inArrays(path, twin, plan);
  if (!isFields(twin) || !isFields(plan)) return [{ path, twin, plan }];
  const keys = [...new Set([...Object.keys(twin), ...Object.keys(plan)])];
  const step = path === '' ? '' : `${path}.`;
  return keys.flatMap((key) => differences({ path: `${step}${key}`, twin: twin[key], plan: plan[key] }));
}

const SLOT = /^(transactions\[(\d+)\]\.instructions\[(\d+)\]\.accounts\[(\d+)\])(.*)$/;

function placeOf(path: string, { transactions }: Plan): string {
  const [, upTo, transaction, instruction, index, rest] = SLOT.exec(path) ?? [];
  if (upTo === undefined || rest === undefined) return path;
  const item = transactions[Number(transaction)]?.instructions[Number(instruction)];
  return `${upTo} ${slotName(Number(index), item)}${rest === '' ? '' : ` ${rest}`}`;
}

/**
 * Every field that differs, in the plan's order. Entries left out or put in at one place of a list count as one
 * difference, with the range of their indexes as its path.
 */
export function diffPlans(twin: Plan, plan: Plan): readonly PlanDifference[] {
  return differences({ path: '', twin, plan }).map((pair) => ({
    ...pair,
    place: placeOf(pair.path, plan),
  }));
}
