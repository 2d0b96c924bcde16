// The edges of a context's capacities by name: limit − 1, limit, limit + 1, by one write or accumulated, and what follows.
import type { CoverageItem } from './coverage-item';
import { CAPACITY, OUTPUT_DATA_BYTES } from './cpi-context';

/** Rules about a capacity, with the limit that each is about; the last one in bytes, with two for each output's length. */
export const CAPACITY_LIMITS = {
  'limits/new-addresses': CAPACITY.newAddresses,
  'limits/inputs': CAPACITY.inputs,
  'limits/outputs': CAPACITY.outputs,
  'limits/output-data': OUTPUT_DATA_BYTES,
} as const;
export type CapacityRule = keyof typeof CAPACITY_LIMITS;
export const CAPACITY_RULES = Object.keys(CAPACITY_LIMITS) as readonly CapacityRule[];

/** The second half of what rules about a capacity are called where a sibling of InvokeCpi writes. */
export const FITS = {
  'limits/new-addresses': 'new-addresses-fit',
  'limits/inputs': 'inputs-fit',
  'limits/outputs': 'outputs-fit',
  'limits/output-data': 'output-data-fits',
} as const satisfies Readonly<Record<CapacityRule, string>>;
export const SIBLING_CAPACITY_RULES: readonly string[] = ['read-only', 'account-info'].flatMap((area) =>
  Object.values(FITS).map((name) => `${area}/${name}`),
);

/** Whether the context held some of it before the write that is looked at. */
export const MANNERS = ['one write', 'accumulated'] as const;
export type Manner = (typeof MANNERS)[number];
export const DISTANCES = [-1, 0, 1] as const;

/** What comes after a write that did not fit. */
export const SEQUELS = ['first set', 'set', 'execution'] as const;
export type Sequel = (typeof SEQUELS)[number];

const GROUP = 'boundaries';

/** `boundaries/outputs at 30, accumulated`: how many the context would hold after the write. */
export const boundaryLabel = (rule: CapacityRule, count: number, manner: Manner): string =>
  `${GROUP}/${rule.slice('limits/'.length)} at ${count}, ${manner}`;

/** `boundaries/set after a write that did not fit`. */
export const sequelLabel = (sequel: Sequel): string => `${GROUP}/${sequel} after a write that did not fit`;

const itemOf = (id: string, about: CapacityRule): CoverageItem => ({
  group: GROUP,
  id,
  text: id.slice(GROUP.length + 1),
  about,
});

/** Where the write that does not fit gets another error than the documented one, it is never a match. */
const edgeItem = (rule: CapacityRule, distance: number, manner: Manner): CoverageItem => {
  const item = itemOf(boundaryLabel(rule, CAPACITY_LIMITS[rule] + distance, manner), rule);
  return distance > 0 ? { ...item, blockedBy: [rule] } : item;
};

/**
 * What is executed has few entries, so that only output data can have been too much for it: where that fits although
 * it should not, no execution follows a write that did not fit.
 */
const sequelItem = (sequel: Sequel): CoverageItem => {
  const item = itemOf(sequelLabel(sequel), 'limits/outputs');
  return sequel === 'execution' ? { ...item, blockedBy: ['limits/output-data'] } : item;
};

/** The title of the group, and what is counted. */
export const BOUNDARY_GROUPS: Readonly<Record<string, string>> = {
  [GROUP]: 'Capacities: what the context would hold after a write, seen as documented n times',
};

/** Every edge of every capacity and every sequel, in a fixed order. */
export const BOUNDARY_ITEMS: readonly CoverageItem[] = [
  ...CAPACITY_RULES.flatMap((rule) =>
    MANNERS.flatMap((manner) => DISTANCES.map((distance) => edgeItem(rule, distance, manner))),
  ),
  ...SEQUELS.map(sequelItem),
];

export const BOUNDARY_LABELS: readonly string[] = BOUNDARY_ITEMS.map(({ id }) => id);
