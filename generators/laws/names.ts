// Gives accounts other names throughout a plan.
import type { Plan } from '../../spec/plan';
import { CALLERS, TREE_COUNT, type CallerName } from '../../spec/world';

/** What becomes of callers, and of the numbers of payers, wallets and trees. */
export type Names = {
  readonly caller: (name: CallerName) => CallerName;
  readonly payer: (number: number) => number;
  readonly wallet: (number: number) => number;
  readonly tree: (number: number) => number;
};

const same = <T>(value: T): T => value;
export const SAME_NAMES: Names = { caller: same, payer: same, wallet: same, tree: same };

const isCaller = (text: string): text is CallerName => (CALLERS as readonly string[]).includes(text);

const OWNED = /^(program|authority|pda):([A-D])(.*)$/;
/** A near miss is near to what has the name after. */
const NEAR = /^(near:\d+:)(.+)$/;
const NUMBERED = /^(payer|wallet|tree|queue|context):(\d+)$/;

const numbered = (kind: string, names: Names): ((number: number) => number) => {
  if (kind === 'payer' || kind === 'wallet') return names[kind];
  return names.tree;
};

const rename = (text: string, names: Names): string => {
  if (isCaller(text)) return names.caller(text);
  const [, near, missed] = NEAR.exec(text) ?? [];
  if (near !== undefined && missed !== undefined) return near + rename(missed, names);
  const [, owned, owner, rest] = OWNED.exec(text) ?? [];
  if (owned !== undefined && owner !== undefined && isCaller(owner))
    return `${owned}:${names.caller(owner)}${rest ?? ''}`;
  const [, kind, number] = NUMBERED.exec(text) ?? [];
  return kind === undefined ? text : `${kind}:${numbered(kind, names)(Number(number))}`;
};

const deep = (value: unknown, names: Names): unknown => {
  if (typeof value === 'string') return rename(value, names);
  if (Array.isArray(value)) return value.map((item) => deep(item, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, deep(item, names)]));
};

/** The plan with every name replaced; hexadecimal fields are lower case and never names. */
export const renamedPlan = (plan: Plan, names: Names): Plan => deep(plan, names) as Plan;

/** The plan with all its state trees, queues and contexts at one number. */
export const atTree = (plan: Plan, number: number): Plan =>
  renamedPlan(plan, { ...SAME_NAMES, tree: () => number });

export const rotatedCaller =
  (by: number) =>
  (name: CallerName): CallerName =>
    CALLERS[(CALLERS.indexOf(name) + by) % CALLERS.length] ?? name;

export const rotated =
  (by: number, count: number) =>
  (number: number): number =>
    (number + by) % count;

/** State trees count from 1. */
export const rotatedTree =
  (by: number) =>
  (number: number): number =>
    ((number - 1 + by) % TREE_COUNT) + 1;
