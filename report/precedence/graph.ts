// The order that the observed wins make: cycles, layers, and the fewest edges that say the same.

export type Edge = { readonly from: string; readonly to: string };

/** From each rule to those that it wins over; every rule is a key. */
export type Wins = ReadonlyMap<string, ReadonlySet<string>>;

export function winsOf(edges: readonly Edge[]): Wins {
  const wins = new Map<string, Set<string>>();
  for (const { from, to } of edges) {
    wins.set(from, (wins.get(from) ?? new Set()).add(to));
    if (!wins.has(to)) wins.set(to, new Set());
  }
  return wins;
}

/** Everything that can be reached from each rule, by one edge or more. */
function reach(wins: Wins): Wins {
  const walk = (from: string): ReadonlySet<string> => {
    const seen = new Set<string>();
    const open = [...(wins.get(from) ?? [])];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      open.push(...(wins.get(next) ?? []));
    }
    return seen;
  };
  return new Map([...wins.keys()].map((rule) => [rule, walk(rule)]));
}

const reaches = (all: Wins, from: string, to: string): boolean => all.get(from)?.has(to) === true;

/** The shortest way from a rule back to itself; empty where there is none. */
function shortestCycle(wins: Wins, start: string): readonly string[] {
  const paths: (readonly string[])[] = [[start]];
  const seen = new Set<string>();
  for (let path = paths.shift(); path !== undefined; path = paths.shift()) {
    for (const next of wins.get(path.at(-1) ?? '') ?? []) {
      if (next === start) return path;
      if (seen.has(next)) continue;
      seen.add(next);
      paths.push([...path, next]);
    }
  }
  return [];
}

/** One shortest cycle for each set of rules that win over each other in a circle. */
export function cyclesOf(wins: Wins): readonly (readonly string[])[] {
  const all = reach(wins);
  const told = new Set<string>();
  return [...wins.keys()].flatMap((rule) => {
    if (told.has(rule) || !reaches(all, rule, rule)) return [];
    for (const other of wins.keys())
      if (reaches(all, rule, other) && reaches(all, other, rule)) told.add(other);
    return [shortestCycle(wins, rule)];
  });
}

/** Rules by the length of the longest chain of winners above them; those of a cycle stand together. */
export function layersOf(wins: Wins): readonly (readonly string[])[] {
  const all = reach(wins);
  const isAbove = (one: string, other: string): boolean =>
    reaches(all, one, other) && !reaches(all, other, one);
  const depths = new Map<string, number>();
  const depthOf = (rule: string): number => {
    const known = depths.get(rule);
    if (known !== undefined) return known;
    const above = [...wins.keys()].filter((other) => isAbove(other, rule));
    const depth = above.reduce((deepest, other) => Math.max(deepest, depthOf(other) + 1), 0);
    depths.set(rule, depth);
    return depth;
  };
  const layers: string[][] = [];
  for (const rule of wins.keys()) (layers[depthOf(rule)] ??= []).push(rule);
  return Array.from(layers, (layer) => layer ?? []);
}

/** The edges that no longer way says as well; within a cycle all stay. */
export function reduced(wins: Wins): readonly Edge[] {
  const all = reach(wins);
  const isImplied = (from: string, to: string): boolean =>
    [...(wins.get(from) ?? [])].some(
      (between) =>
        between !== to &&
        reaches(all, between, to) &&
        !reaches(all, to, between) &&
        !reaches(all, between, from),
    );
  return [...wins].flatMap(([from, losers]) =>
    [...losers].filter((to) => reaches(all, to, from) || !isImplied(from, to)).map((to) => ({ from, to })),
  );
}
