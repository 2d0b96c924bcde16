// Judges what v1 state trees keep for later proofs against what was seen before: changelog, filled subtrees, canopy.
import type { KeptForProofs, NotedLeaf, WorldAfter } from '../spec/outcome';
import type { Hex } from '../spec/plan';
import type { Effects } from '../spec/prediction';
import { showValue } from './show';

const text = (hash: Hex | null | undefined): string =>
  hash === undefined || hash === null || hash === '' ? 'nothing' : showValue(hash);

type Node = Hex | null | undefined;

/** The first level at which two lists differ, as a sentence's end. */
function nodeProblem(expected: readonly Node[], actual: readonly Node[] = []): string | null {
  const level = expected.findIndex((node, at) => node !== actual[at]);
  if (level < 0) return null;
  return `${text(actual[level])} at level ${level}, observed before: ${text(expected[level])}`;
}

function entryProblem(expected: NotedLeaf, actual: NotedLeaf | undefined): string | null {
  const entry = `the changelog entry of leaf ${expected.leafIndex}`;
  if (actual === undefined) return `${entry} is not there`;
  if (actual.leafIndex !== expected.leafIndex) return `${entry} says leaf ${actual.leafIndex}`;
  const node = nodeProblem(expected.path, actual.path);
  return node === null ? null : `${entry} has ${node}`;
}

function problemIn(expected: KeptForProofs, actual: KeptForProofs | undefined): string | null {
  for (const [at, entry] of expected.noted.entries()) {
    const problem = entryProblem(entry, actual?.noted[at]);
    if (problem !== null) return problem;
  }
  const filled = nodeProblem(expected.filled, actual?.filled);
  if (filled !== null) return `the list of filled subtrees has ${filled}`;
  const canopy = nodeProblem(expected.canopy, actual?.canopy);
  return canopy === null ? null : `the canopy has ${canopy}`;
}

/** One sentence naming the first thing that a v1 tree keeps otherwise, or null. */
export function keptProblem({ observed: { kept } }: Effects, after: WorldAfter): string | null {
  for (const [key, keptWith] of kept ?? []) {
    const problem = problemIn(keptWith(after.leaves.get(key)?.appended ?? []), after.kept?.get(key));
    if (problem !== null) return `${key}: ${problem}`;
  }
  return null;
}
