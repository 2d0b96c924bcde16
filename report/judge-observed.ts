// Judges what no document says against what was seen before: the order of leaves, fees, what is left of a spent leaf.
import type { Handed } from '../spec/handed';
import type { ObservedLeaves, WorldAfter } from '../spec/outcome';
import type { Hex } from '../spec/plan';
import type { Effects, ExpectedLeaves } from '../spec/prediction';
import type { KeyRole } from '../spec/world';
import { firstDifference } from './difference';
import { differenceSentence } from './difference-sentence';
import { chainsProblem, filtersProblem } from './judge-chains';
import { keptProblem } from './judge-kept';
import { movedText } from './lamports-text';
import { showValue } from './show';

type Order = {
  readonly key: KeyRole;
  readonly expected: ExpectedLeaves;
  readonly actual: ObservedLeaves;
  readonly spent: ReadonlySet<number> | undefined;
};

function orderProblem({ key, expected, actual, spent }: Order): string | null {
  for (const { first, count, hashAt } of expected.groups) {
    for (let i = 0; i < count; i++) {
      const leaf = actual.appended[first + i - actual.first];
      if (spent?.has(first + i) !== true && hashAt(i, first + i) !== leaf)
        return `leaf ${first + i} of ${key} is not output ${i} of its execution`;
    }
  }
  return null;
}

function ordersProblem({ leaves, spent, observed }: Effects, after: WorldAfter): string | null {
  if (!observed.order) return null;
  for (const [key, expected] of leaves ?? []) {
    const actual = after.leaves.get(key);
    if (actual === undefined) continue;
    const problem = orderProblem({ key, expected, actual, spent: spent?.get(key) });
    if (problem !== null) return problem;
  }
  return null;
}

function lamportsProblem({ observed: { lamports } }: Effects, after: WorldAfter): string | null {
  if (lamports === null) return null;
  for (const key of new Set([...lamports.keys(), ...after.lamports.keys()])) {
    const [expected, actual] = [lamports.get(key) ?? 0n, after.lamports.get(key) ?? 0n];
    if (expected !== actual) return `${key} ${movedText(actual)}, observed before: ${movedText(expected)}`;
  }
  return null;
}

function spentProblem({ spent, observed: { spentLeaf } }: Effects, after: WorldAfter): string | null {
  if (spentLeaf === null) return null;
  for (const [key, indices] of spent ?? [])
    for (const index of indices) {
      const leaves = after.leaves.get(key);
      const now = leaves?.rewritten.get(index) ?? leaves?.appended[index - leaves.first];
      if (now !== spentLeaf) return `the spent leaf ${index} of ${key} is ${now ?? 'as it was'}`;
    }
  return null;
}

/** Of what was handed on, in plain words; long bytes are cut. */
export const undecodableText = (execution: number, bytes: Hex): string =>
  `what execution ${execution} hands on for indexers cannot be decoded: ${bytes.length / 2} bytes that do not follow the definition of account-compression's instruction, ${showValue(bytes)}`;

function handedProblem({ observed: { handed } }: Effects, after: WorldAfter): string | null {
  if (handed === null || after.handed === null) return null;
  if (handed.length !== after.handed.length)
    return `${after.handed.length} executions handed something on, expected ${handed.length}`;
  for (const [i, expected] of handed.entries()) {
    const whole: Partial<Handed> = after.handed[i] ?? {};
    if (whole.undecodable !== undefined) return undecodableText(i, whole.undecodable);
    const parts = Object.fromEntries(Object.entries(whole).filter(([part]) => part in expected));
    const found = firstDifference(expected, parts);
    if (found !== null) return `handed on: ${differenceSentence(found, 'observed before:')}`;
  }
  return null;
}

/** Whether something was asked for that could not be seen, so that nothing can be said. */
export const isUnseen = ({ observed }: Effects, after: WorldAfter): boolean =>
  observed.handed !== null && after.handed === null;

function notedProblem({ observed: { noted } }: Effects, after: WorldAfter): string | null {
  for (const [key, expected] of noted ?? []) {
    const context = after.contexts.get(key);
    const found = context && firstDifference(expected, context.noted ?? []);
    if (found != null)
      return `${key} notes ${showValue(found.actual)} beside a new address, observed before: ${showValue(found.expected)}`;
  }
  return null;
}

function tokensProblem({ observed: { tokens } }: Effects, after: WorldAfter): string | null {
  if (tokens === undefined) return null;
  for (const key of new Set([...tokens.keys(), ...(after.tokens?.keys() ?? [])])) {
    const [expected, actual] = [tokens.get(key), after.tokens?.get(key)];
    if (expected !== actual)
      return `${key} has ${actual ?? 'as many tokens as before'}, observed before: ${expected ?? 'as many as before'}`;
  }
  return null;
}

/** One sentence naming the first thing that is not as it was observed to be, or null. */
export function observedProblem(effects: Effects, after: WorldAfter): string | null {
  return (
    ordersProblem(effects, after) ??
    lamportsProblem(effects, after) ??
    spentProblem(effects, after) ??
    chainsProblem(effects, after) ??
    filtersProblem(effects, after) ??
    keptProblem(effects, after) ??
    handedProblem(effects, after) ??
    notedProblem(effects, after) ??
    tokensProblem(effects, after)
  );
}
