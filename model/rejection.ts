// The rejection that violated rules call for: which errors are allowed, and where.
import type { AllowedRejection } from '../spec/prediction';
import type { Rule } from '../spec/rule';
import { expectationOf, type ModelOptions } from './options';
import type { View } from './view';

/** A rejection that is allowed, because of these rules, to an invocation of this mode. */
export type Rejection = AllowedRejection & {
  readonly because: readonly string[];
  readonly as: View['mode'];
};

export const ALREADY_SET = 'modes/already-set';
/** A rule that does not reject by itself but only widens what is allowed. */
const SOFT = new Set([ALREADY_SET, 'modes/both-flags']);

/** Whether an exercised rule is broken, for the model that is asked. */
export const isViolated = (rule: Rule, options: ModelOptions): boolean => {
  const dropped = options.dropped.has(rule.id);
  if (rule.expects.kind === 'rejects') return !dropped && !SOFT.has(rule.id);
  return dropped && rule.expects.kind === 'accepts';
};

/** Of several violated rules, those that no other must come before. */
const earliest = (violated: readonly Rule[]): readonly Rule[] => {
  const deadline = Math.min(...violated.map((rule) => rule.steps[1]));
  return violated.filter((rule) => rule.steps[0] <= deadline);
};

/** What is refused. `open`: other errors may come first. */
export type Refused = {
  readonly violated: readonly Rule[];
  readonly open: boolean;
  readonly mayStopCaller?: boolean;
};

/** The rejection that the violated rules call for. */
export const rejection = (
  { violated, open, mayStopCaller }: Refused,
  failedAt: number,
  as: View['mode'],
): Rejection => {
  const first = earliest(violated);
  const expectations = first.flatMap(({ expects }) => (expects.kind === 'rejects' ? [expects] : []));
  const also = first.flatMap((rule) => rule.alsoAllows ?? []);
  return {
    failedAt: first.every((rule) => rule.atTheEnd) ? null : failedAt,
    codes: new Set([
      ...expectations.flatMap(({ code }) => (code === null ? [] : [code])),
      ...also.filter((allowed) => typeof allowed === 'number'),
    ]),
    errors: new Set([
      ...expectations.flatMap(({ code, error }) => (code === null && error !== null ? [error] : [])),
      ...also.filter((allowed) => typeof allowed === 'string'),
    ]),
    anyUndocumented:
      open ||
      expectations.length < first.length ||
      expectations.some(({ code, error }) => code === null && error === null),
    ...(mayStopCaller === true && { mayStopCaller }),
    because: first.map((rule) => rule.id),
    as,
  };
};

/** The code of a context that was set before, which may come in place of an acceptance. */
export const alreadySet = (failedAt: number, because: string, options: ModelOptions): Rejection => {
  const expects = expectationOf(ALREADY_SET, options);
  const code = expects?.kind === 'rejects' ? expects.code : null;
  return {
    failedAt,
    codes: new Set(code === null ? [] : [code]),
    errors: new Set(),
    anyUndocumented: false,
    because: [because],
    as: 'first-set',
  };
};

/** Where the runtime refuses at the end, and other errors may come first, those come where the invocation is. */
export const rejections = (refused: Refused, position: number, mode: View['mode']): readonly Rejection[] => {
  const called = rejection(refused, position, mode);
  return refused.open && called.failedAt === null
    ? [called, { ...called, failedAt: position, codes: new Set(), errors: new Set() }]
    : [called];
};
