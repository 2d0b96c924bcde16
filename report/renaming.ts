// Finds under which names the second of two like plans speaks of the first one's accounts, and applies them.
import type { Plan } from '../spec/plan';

export type Renaming = ReadonlyMap<string, string>;

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** A program's or a tree's own name stands for all accounts that belong to it. */
function family(name: string): readonly string[] {
  if (/^[A-D]$/.test(name)) return [`program:${name}`, `authority:${name}`];
  const [, number] = /^(?:tree|queue|context):(\d+)$/.exec(name) ?? [];
  return number === undefined ? [name] : [`tree:${number}`, `queue:${number}`, `context:${number}`];
}

function note(names: Map<string, string>, first: string, second: string): void {
  const others = family(second);
  family(first).forEach((name, place) => names.set(name, others[place] ?? second));
}

function walk(names: Map<string, string>, first: unknown, second: unknown): void {
  if (typeof first === 'string' && typeof second === 'string') note(names, first, second);
  if (!isFields(first) || !isFields(second)) return;
  for (const key of Object.keys(first)) walk(names, first[key], second[key]);
}

/** The second plan's name for each name in the first one; plans that differ in more than names have none in common. */
export function renamingOf(first: Plan, second: Plan): Renaming {
  const names = new Map<string, string>();
  walk(names, first, second);
  return names;
}

/** A copy of plain data with every name replaced, in keys too. */
export function renamed(value: unknown, names: Renaming): unknown {
  if (typeof value === 'string') return names.get(value) ?? value;
  if (Array.isArray(value)) return value.map((item) => renamed(item, names));
  if (!isFields(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [names.get(key) ?? key, renamed(item, names)]),
  );
}
