// Finds the known names that a mistyped one may have meant.

/** Number of inserted, deleted and replaced characters between two words. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

const score = (name: string, known: string): number =>
  known.includes(name) || (known.length > 3 && name.includes(known))
    ? 0
    : distance(name, known) / known.length;

/** At most `limit` known names that contain the name or are spelled much like it, the nearest first. */
export function nearMatches(name: string, known: readonly string[], limit = 4): readonly string[] {
  return known
    .map((item) => ({ item, far: score(name.toLowerCase(), item.toLowerCase()) }))
    .filter(({ far }) => far <= 0.5)
    .sort((a, b) => a.far - b.far)
    .slice(0, limit)
    .map(({ item }) => item);
}

/** `There is no rule "x": did you mean a, b?`, or the hint where nothing is near. */
export function unknownName(
  what: string,
  name: string,
  { known, hint }: { known: readonly string[]; hint: string },
): string {
  const near = name === '' ? [] : nearMatches(name, known); // every name contains the empty one
  return `There is no ${what} "${name}": ${near.length === 0 ? hint : `did you mean ${near.join(', ')}?`}`;
}
