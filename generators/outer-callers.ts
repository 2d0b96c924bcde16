// Which programs of ours call the calling program: none, one or two, for which the runtime's five levels leave just the room.
import { V1_TREES_ONLY } from '../spec/versions';
import { CALLERS, type CallerName } from '../spec/world';
import type { Fences } from './settings';

/** How far behind the caller each outer program stands among the four, the outermost first; never the caller itself, which would be reentrancy. */
const DISTANCES: readonly (readonly number[])[] = [[], [1], [2], [3, 1]];

const OUTER: ReadonlyMap<CallerName, readonly (readonly CallerName[])[]> = new Map(
  CALLERS.map((inner, at) => [
    inner,
    DISTANCES.map((all) => all.flatMap((distance) => CALLERS[(at + distance) % CALLERS.length] ?? [])),
  ]),
);

/** Of four ways to be called, one is through two programs, so that the system program runs as deep as it can; any further way is through none. */
export const outerCallers = (inner: CallerName, way: number): readonly CallerName[] =>
  OUTER.get(inner)?.[way] ?? [];

/** Where account-compression calls a program for its events, executions go one level deeper: there is room for one outer program. */
export const withRoom = (through: readonly CallerName[], fences: Fences): readonly CallerName[] =>
  fences.has(V1_TREES_ONLY) ? through.slice(-1) : through;

/** The way in which a program that may be the caller itself is the outermost or only one. */
export const wayThrough = (inner: CallerName, outer: CallerName): number =>
  (CALLERS.indexOf(outer) - CALLERS.indexOf(inner) + CALLERS.length) % CALLERS.length;
