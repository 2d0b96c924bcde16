// The short, stable names of what was expected and what was observed: the axes of the report's matrix.
import type { Raised } from '../spec/outcome';
import type { Alternative } from '../spec/prediction';

export const ACCEPTED = 'accepted';
export const ANY_ERROR = 'any error';
/** Any error will do for the documents, but another one came than were ever seen. */
export const FROZEN_ERROR = 'a frozen error';

/** In a call graph, which of our programs it was says nothing: they are all the same code. */
const ONE_OF_OURS = 'caller';

/** `accepted`, `light-system:6002`, `runtime:PrivilegeEscalation`, `light-system:panic`; in a call graph `caller:6002`. */
export function observedName(raised: Raised | null, inCalls = false): string {
  if (raised === null) return ACCEPTED;
  const program = inCalls && raised.program.startsWith('program:') ? ONE_OF_OURS : raised.program;
  return `${program}:${raised.panicked ? 'panic' : (raised.code ?? raised.error)}`;
}

type Names = {
  readonly codes: Set<number>;
  readonly errors: Set<string>;
  readonly flags: { accepted: boolean; any: boolean };
};

function collect(into: Names, alternative: Alternative): void {
  if (alternative.kind === 'accepted') {
    into.flags.accepted = true;
    return;
  }
  for (const code of alternative.rejection.codes) into.codes.add(code);
  for (const error of alternative.rejection.errors) into.errors.add(error);
  const { calls, anyUndocumented } = alternative.rejection;
  const seen = calls?.documented === false ? calls.seen : null;
  for (const error of seen?.errors ?? []) into.errors.add(error);
  for (const code of seen?.codes ?? []) into.codes.add(code);
  into.flags.any ||= anyUndocumented && seen === null;
}

/** The part of the asked rule that they are about, where it is one. */
function placeOf(alternatives: readonly Alternative[]): string | undefined {
  const places = new Set(
    alternatives.flatMap((one) => (one.kind === 'rejected' ? (one.rejection.place ?? []) : [])),
  );
  const [place] = places;
  return places.size === 1 ? place : undefined;
}

/** The same without the part of the rule that it is about. */
export const withoutPlace = (expected: string): string => expected.replace(/ \([^)]*\)$/, '');

/**
 * `6002`, `6020|6054`, `accepted`, `any error`, `6021|any error`: what the documents allow, in a fixed order; of a rule
 * whose parts are told apart with the part behind it, `any error (an output)`.
 */
export function expectedName(alternatives: readonly Alternative[]): string {
  const names: Names = {
    codes: new Set(),
    errors: new Set(),
    flags: { accepted: false, any: false },
  };
  for (const alternative of alternatives) collect(names, alternative);
  const parts = [
    ...(names.flags.accepted ? [ACCEPTED] : []),
    ...[...names.codes].sort((a, b) => a - b).map(String),
    ...[...names.errors].sort(),
    ...(names.flags.any ? [ANY_ERROR] : []),
  ];
  const place = placeOf(alternatives);
  const name = parts.length === 0 ? 'nothing' : parts.join('|');
  return place === undefined ? name : `${name} (${place})`;
}
