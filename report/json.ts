// Writes JSON for people: fixed key order, short objects on one line, bigints as decimal strings, newline at the end.

const WIDTH = 110;

type KeyRank = ReadonlyMap<string, number>;
type Style = { readonly rank: KeyRank; readonly indent: string };

/** Property names in the order in which a JSON Schema first mentions them. */
export function keyRank(schema: unknown): KeyRank {
  const rank = new Map<string, number>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === 'properties')
        for (const name of Object.keys(value as object)) rank.set(name, rank.get(name) ?? rank.size);
      visit(value);
    }
  };
  visit(schema);
  return rank;
}

const byRank =
  (rank: KeyRank) =>
  (a: string, b: string): number =>
    (rank.get(a) ?? Infinity) - (rank.get(b) ?? Infinity) || (a < b ? -1 : 1);

function entries(value: object, rank: KeyRank): readonly (readonly [string, unknown])[] {
  const present = Object.entries(value).filter(([, item]) => item !== undefined);
  const ranked = new Map<string, unknown>(present);
  const order = byRank(rank);
  return [...ranked.keys()]
    .sort((a, b) => (a === b ? 0 : order(a, b)))
    .map((key) => [key, ranked.get(key)] as const);
}

const scalar = (value: unknown): string =>
  JSON.stringify(typeof value === 'bigint' ? value.toString() : value);

type Part = { readonly label: string; readonly value: unknown };

function parts(value: object, rank: KeyRank): readonly Part[] {
  if (Array.isArray(value)) return value.map((item: unknown) => ({ label: '', value: item }));
  return entries(value, rank).map(([key, item]) => ({ label: `${JSON.stringify(key)}: `, value: item }));
}

/** The value on one line, or null as soon as it is longer than fits. */
function oneLine(value: unknown, rank: KeyRank, room: number): string | null {
  if (typeof value !== 'object' || value === null) return scalar(value);
  const list = Array.isArray(value);
  const pieces: string[] = [];
  let left = room;
  for (const part of parts(value, rank)) {
    const text = oneLine(part.value, rank, left);
    if (text === null || (left -= text.length + part.label.length + 2) < 0) return null;
    pieces.push(part.label + text);
  }
  if (pieces.length === 0) return list ? '[]' : '{}';
  return list ? `[${pieces.join(', ')}]` : `{ ${pieces.join(', ')} }`;
}

function write(value: unknown, { rank, indent }: Style): string {
  const short = oneLine(value, rank, WIDTH - indent.length);
  if (short !== null || typeof value !== 'object' || value === null) return short ?? scalar(value);
  const inner = `${indent}  `;
  const lines = parts(value, rank).map(
    (part) => inner + part.label + write(part.value, { rank, indent: inner }),
  );
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}

/** `value` as JSON text; keys in the order of `rank`, others after them by name; undefined fields left out. */
export function writeJson(value: unknown, rank: KeyRank): string {
  return `${write(value, { rank, indent: '' })}\n`;
}
