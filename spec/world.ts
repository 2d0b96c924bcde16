// The names of the accounts that a plan can mention, and what the documents say they are to each other.

/** A calling program of ours; each is the same code under another program id. */
export type CallerName = 'A' | 'B' | 'C' | 'D';
export const CALLERS: readonly CallerName[] = ['A', 'B', 'C', 'D'];
/** Whoever calls the system program: one of ours, or the compressed-token program. */
export type AnyCaller = CallerName | 'token';
/** The same code twice more, so that a call graph can be deeper than the call stack without a program twice. */
export type ProgramName = CallerName | 'E' | 'F';
export const PROGRAM_NAMES: readonly ProgramName[] = [...CALLERS, 'E', 'F'];

/** Whose address a near miss has but for one byte. */
export type Missed =
  | `payer:${number}`
  | `wallet:${number}`
  | `program:${CallerName}`
  | `authority:${CallerName}`
  | `tree:${number}`
  | `queue:${number}`
  | 'light-system'
  | 'account-compression'
  | 'registered-program-pda'
  | 'account-compression-authority'
  | 'sol-pool'
  | 'solana-system';

/**
 * A named account. Plans, predictions and observations speak of accounts only by these names;
 * the harness alone knows their addresses. `fresh:1` does not exist before a plan makes it (AccountBefore);
 * `data:1` neither, and is never taken for a context; nor does `table:1`, an address lookup table.
 * `near:31:payer:0` is another account than `payer:0`, whose address differs in byte 31 of 0 to 31 alone; it holds the
 * same, and `near:31:tree:1` and `near:31:queue:1` belong to each other.
 * `mint:1` and `tokens:1` are for SPL Token, `pool:1` is the compressed-token program's for that mint.
 */
export type KeyRole =
  | `payer:${number}`
  | `wallet:${number}`
  | `program:${ProgramName}`
  | 'program:token'
  | `authority:${AnyCaller}`
  | `pda:${CallerName}:${string}`
  | `tree:${number}`
  | `queue:${number}`
  | `context:${number}`
  | `fresh:${number}`
  | `near:${number}:${Missed}`
  | `data:${number}`
  | `table:${number}`
  | `mint:${number}`
  | `pool:${number}`
  | `tokens:${number}`
  | 'spl-token'
  | 'address-tree'
  | 'address-tree-2'
  | 'address-tree-v1'
  | 'address-queue-v1'
  | 'light-system'
  | 'account-compression'
  | 'registered-program-pda'
  | 'account-compression-authority'
  | 'sol-pool'
  | 'solana-system'
  | 'noop'
  | 'address-lookup-table'
  | `unknown:${string}`;

/** The system program's own id in an optional slot (7, 8, 10) says "absent". */
export const ABSENT: KeyRole = 'light-system';

/** How many v2 state trees, each with its queue and its context account, a world has. */
export const TREE_COUNT = 5;
/** The v1 state trees count on: `tree:6` with its nullifier queue `queue:6` and its context account `context:6`. */
export const V1_TREE_COUNT = 2;
export const PAYER_COUNT = 4;
export const WALLET_COUNT = 4;
/** Lamports that no wallet of a world holds: a transfer of as many fails. */
export const MORE_THAN_EXISTS = 1n << 62n;

/** What a near miss is near to; any other account itself. */
export const nearTo = (key: KeyRole): KeyRole => key.replace(/^near:\d+:/, '') as KeyRole;

const NUMBERED = /^(?:tree|queue|context):(\d+)$/;
const numbers = new Map<KeyRole, number>(); // asked for many times in every case

const rememberNumber = (key: KeyRole): number | undefined => {
  const match = NUMBERED.exec(key);
  if (match === null) return undefined;
  const number = Number(match[1]);
  numbers.set(key, number);
  return number;
};

/** The number behind `tree:3`, `queue:3`, `context:3`, or undefined for any other account. */
export const treeNumber = (key: KeyRole): number | undefined =>
  numbers.get(key) ??
  (key.startsWith('tree:') || key.startsWith('queue:') || key.startsWith('context:')
    ? rememberNumber(key)
    : undefined);

const NEAR_TREE = /^(near:\d+:)(?:tree|queue):(\d+)$/;

/** The tree of a near miss of a tree or queue; undefined for any other near miss. */
const nearTree = (key: KeyRole): KeyRole | undefined => {
  const [, near, number] = NEAR_TREE.exec(key) ?? [];
  return near === undefined || number === undefined ? undefined : (`${near}tree:${number}` as KeyRole);
};

const stateTrees = new Map<KeyRole, KeyRole>();

const rememberTree = (key: KeyRole): KeyRole => {
  const tree: KeyRole = `tree:${treeNumber(key) ?? 0}`;
  stateTrees.set(key, tree);
  return tree;
};

/** The state tree behind a state tree or its output queue; undefined for any other account. */
export const stateTreeOf = (key: KeyRole): KeyRole | undefined => {
  if (key.startsWith('near:')) return nearTree(key);
  return key.startsWith('tree:') || key.startsWith('queue:')
    ? (stateTrees.get(key) ?? rememberTree(key))
    : undefined;
};

/** Whether a tree, queue or context belongs to a v1 state tree. */
export const isV1 = (key: KeyRole): boolean =>
  key.startsWith('near:') ? isV1(nearTo(key)) : (treeNumber(key) ?? 0) > TREE_COUNT;

/** Any of them, also those that the rules about addresses leave alone. */
export const isAddressTree = (key: KeyRole): boolean => key.startsWith('address-tree');
export const isV2AddressTree = (key: KeyRole): boolean => isAddressTree(key) && key !== 'address-tree-v1';

/** Whether outputs are appended to this account: the output queue of a v2 state tree, or a v1 state tree itself. */
export const takesOutputs = (key: KeyRole): boolean =>
  key.startsWith('near:') ? takesOutputs(nearTo(key)) : key.startsWith(isV1(key) ? 'tree:' : 'queue:');
