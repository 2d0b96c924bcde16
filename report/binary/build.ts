// Counts what was executed of a compiled program: in total, by area, by claim, by error, and what never was.
import { EDGE_WIDTH } from '../../spec/reach';
import { SYSTEM_CODES } from '../../spec/codes/system';
import type { ClaimReach, CodeBlock, CodeFunction, ProgramShape, Raise } from '../../spec/reach';
import type { ClaimKind, ProgramHashes } from '../../spec/result';
import type {
  AreaCoverage,
  BinaryCoverage,
  ClaimCoverage,
  CodeCoverage,
  Counts,
  Extent,
  SiteCoverage,
  Unexecuted,
} from './types';

export type AboutClaim = { readonly id: string; readonly kind: ClaimKind; readonly area: string };

export type BinaryInput = {
  readonly programs: ProgramHashes;
  readonly seed: number;
  readonly cases: number;
  readonly shape: ProgramShape;
  readonly claims: readonly AboutClaim[];
  readonly reaches: readonly ClaimReach[];
};

type Executed = { readonly pcs: ReadonlySet<number>; readonly edges: ReadonlySet<number> };

const SLOT = 8;
const fromOf = (edge: number): number => Math.floor(edge / EDGE_WIDTH);

const union = (reaches: readonly ClaimReach[]): Executed => ({
  pcs: new Set(reaches.flatMap(({ pcs }) => pcs)),
  edges: new Set(reaches.flatMap(({ edges }) => edges)),
});

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** The position of the function that each pc belongs to. */
type Owner = (pc: number) => CodeFunction | undefined;

function ownerIn(functions: readonly CodeFunction[]): Owner {
  const owners: CodeFunction[] = [];
  for (const one of functions) for (let pc = one.start; pc < one.end; pc++) owners[pc] = one;
  return (pc) => owners[pc];
}

const sizes = (blocks: readonly CodeBlock[]): number => sum(blocks.map(({ size }) => size));

const allOf = (functions: readonly CodeFunction[], edges: readonly number[]): Counts => ({
  instructions: sum(functions.map(({ blocks }) => sizes(blocks))),
  blocks: sum(functions.map(({ blocks }) => blocks.length)),
  edges: edges.length,
  functions: functions.length,
});

const isEntered = ({ start }: CodeFunction, { pcs }: Executed): boolean => pcs.has(start);

/** Of some functions and the edges that begin in them. A block counts once its first instruction ran. */
function extent(all: readonly CodeFunction[], executed: Executed, every: readonly number[]): Extent {
  const owner = ownerIn(all);
  const edges = every.filter((edge) => owner(fromOf(edge)) !== undefined);
  const { pcs } = executed;
  const done: Counts = {
    instructions: [...pcs].filter((pc) => owner(pc) !== undefined).length,
    blocks: sum(all.map(({ blocks }) => blocks.filter(({ start }) => pcs.has(start)).length)),
    edges: edges.filter((edge) => executed.edges.has(edge)).length,
    functions: all.filter((one) => isEntered(one, executed)).length,
  };
  return { executed: done, all: allOf(all, edges) };
}

/** Of one claim, without going through the functions: its pcs and edges are lists already. */
function countsOf(reach: Executed, shape: ProgramShape, edges: ReadonlySet<number>): Counts {
  return {
    instructions: reach.pcs.size,
    blocks: sum(
      shape.functions.map(({ blocks }) => blocks.filter(({ start }) => reach.pcs.has(start)).length),
    ),
    edges: [...reach.edges].filter((edge) => edges.has(edge)).length,
    functions: shape.functions.filter((one) => isEntered(one, reach)).length,
  };
}

function claimsOf({ claims, reaches, shape }: BinaryInput, edges: ReadonlySet<number>): ClaimCoverage[] {
  const times = new Map<number, number>();
  for (const reach of reaches) for (const edge of reach.edges) times.set(edge, (times.get(edge) ?? 0) + 1);
  const byId = new Map(reaches.map((reach) => [reach.claim, reach]));
  return claims.flatMap(({ id, kind, area }) => {
    const reach = byId.get(id);
    if (reach === undefined) return [];
    const executed = countsOf(union([reach]), shape, edges);
    const onlyHere = reach.edges.filter((edge) => times.get(edge) === 1).length;
    return [{ claim: id, kind, area, plans: reach.plans, executed, onlyHere }];
  });
}

function areasOf({ claims, reaches, shape }: BinaryInput, edges: ReadonlySet<number>): AreaCoverage[] {
  const areas = [...new Set(claims.map(({ area }) => area))];
  return areas.flatMap((area) => {
    const ids = new Set(claims.filter((one) => one.area === area).map(({ id }) => id));
    const own = reaches.filter(({ claim }) => ids.has(claim));
    const plans = sum(own.map((one) => one.plans));
    return own.length === 0
      ? []
      : [{ area, claims: own.length, plans, executed: countsOf(union(own), shape, edges) }];
  });
}

const siteKey = ({ pc, call, code }: Pick<Raise, 'pc' | 'call' | 'code'>): string => `${pc}:${call}:${code}`;

function sitesOf({ shape, reaches }: BinaryInput): (SiteCoverage & { readonly code: number })[] {
  const sites = new Map<string, Raise & { inCode: boolean }>();
  for (const site of shape.sites) sites.set(siteKey(site), { ...site, plans: 0, refused: 0, inCode: true });
  for (const one of reaches.flatMap(({ raised }) => raised)) {
    const before = sites.get(siteKey(one)) ?? { ...one, plans: 0, refused: 0, inCode: false };
    const { plans, refused } = before;
    sites.set(siteKey(one), { ...before, plans: plans + one.plans, refused: refused + one.refused });
  }
  const nameOf = (pc: number): string =>
    shape.functions.find(({ start, end }) => pc >= start && pc < end)?.name ?? '';
  return [...sites.values()]
    .sort((a, b) => a.pc - b.pc || a.call - b.call)
    .map(({ pc, call, code, plans, refused, inCode }) => ({
      code,
      pc,
      fileOffset: shape.textOffset + SLOT * pc,
      function: nameOf(pc),
      call,
      inCode,
      plans,
      refused,
    }));
}

function codesOf(input: BinaryInput): CodeCoverage[] {
  const sites = sitesOf(input);
  return SYSTEM_CODES.map(({ code, name }) => ({
    code,
    name,
    sites: sites.flatMap(({ code: own, ...site }) => (own === code ? [site] : [])),
  }));
}

function missingIn({ start, end, blocks }: CodeFunction, pcs: ReadonlySet<number>): [number, number][] {
  const ranges: [number, number][] = [];
  for (const block of blocks) {
    if (pcs.has(block.start)) continue;
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === block.start) last[1] = block.end;
    else ranges.push([block.start, block.end]);
  }
  return ranges.length === 0 && !pcs.has(start) ? [[start, end]] : ranges;
}

function unexecutedOf({ functions, textOffset }: ProgramShape, pcs: ReadonlySet<number>): Unexecuted[] {
  return functions
    .map((one) => {
      const absent = one.blocks.filter(({ start }) => !pcs.has(start));
      return {
        function: one.name,
        start: one.start,
        end: one.end,
        fileOffset: textOffset + SLOT * one.start,
        reached: one.reached,
        instructions: sum(one.blocks.map(({ size }) => size)),
        missing: sum(absent.map(({ size }) => size)),
        ranges: missingIn(one, pcs),
      };
    })
    .filter(({ missing }) => missing > 0)
    .sort((a, b) => b.missing - a.missing || a.start - b.start);
}

/** The coverage of a run. The same input gives the same value. */
export function buildCoverage(input: BinaryInput): BinaryCoverage {
  const { shape, reaches, programs, seed, cases } = input;
  const executed = union(reaches);
  const { functions, edges } = shape;
  const known = new Set(edges);
  return {
    formatVersion: 1,
    programs,
    seed,
    cases,
    plans: sum(reaches.map(({ plans }) => plans)),
    total: extent(functions, executed, edges),
    calledDirectly: extent(
      functions.filter(({ reached }) => reached === 'directly'),
      executed,
      edges,
    ),
    entered: extent(
      functions.filter((one) => isEntered(one, executed)),
      executed,
      edges,
    ),
    indirectCalls: [...executed.edges].filter((edge) => !known.has(edge)).length,
    areas: areasOf(input, known),
    claims: claimsOf(input, known),
    codes: codesOf(input),
    unexecuted: unexecutedOf(shape, executed.pcs),
  };
}
