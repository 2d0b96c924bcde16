// What a check of the SDK asks, what the SDK answers, and what it comes to: plain data that all parts share.

/** The package's name, as an import says it. */
export const SDK = '@lightprotocol/stateless.js';

/**
 * A few lines of TypeScript that a user of the SDK could have written, without type annotations so that they are
 * JavaScript too: what is run is what is printed. `result` is an expression whose string is the answer.
 */
export type Snippet = {
  /** Names to import, by module; `* as name` is the whole module. */
  readonly from: Readonly<Record<string, readonly string[]>>;
  readonly lines: readonly string[];
  readonly result: string;
};

export type Answer =
  | { readonly kind: 'value'; readonly value: string }
  /** The module has no export of that name. */
  | { readonly kind: 'missing'; readonly name: string }
  | { readonly kind: 'threw'; readonly message: string }
  /** The process that had loaded the SDK ended, or did not answer in time, as the end of a sentence about it. */
  | { readonly kind: 'dead'; readonly reason: string };

/**
 * What a case comes to.
 * - same: the same bytes, or the same value.
 * - same-effect: other bytes or accounts, with the same effect on the program.
 * - not-asked: this version does not offer what the check is about.
 * - inexpressible: the SDK has no way to say it, or refuses to.
 * - rejected: the program rejects what the SDK says, and accepts what ours says.
 * - differs: a value is another than the program's; nothing is sent.
 * - silently-else: accepted or read without an error, and means something else.
 * - broken: the SDK could not be loaded, crashed or hung.
 */
export const OUTCOMES = [
  'same',
  'same-effect',
  'not-asked',
  'inexpressible',
  'rejected',
  'differs',
  'silently-else',
  'broken',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Which outcomes need no entry among the known ones. */
export const FINE: ReadonlySet<Outcome> = new Set(['same', 'same-effect', 'not-asked']);

/** The worse one; `OUTCOMES` is in order. */
export const worse = (a: Outcome, b: Outcome): Outcome =>
  OUTCOMES.indexOf(a) >= OUTCOMES.indexOf(b) ? a : b;

/** One case: what it came to, in one sentence where it is not the same, and the lines that show it. */
export type Verdict = {
  readonly outcome: Outcome;
  /** Short and free of the case's own values: cases of one kind share it. */
  readonly why: string;
  readonly snippet: Snippet | null;
  /** What the snippet should print. */
  readonly expected: string;
  readonly printed: string;
};

/** Every case of one check, with one SDK version and one program version. */
export type Cell = {
  readonly check: string;
  readonly sdk: string;
  readonly program: string;
  /** The worst of its cases. */
  readonly outcome: Outcome;
  readonly counts: Readonly<Partial<Record<Outcome, number>>>;
};

/** All cells of a check that show one outcome, with the smallest case of the newest version that does. */
export type Finding = {
  /** `<check>/<outcome>`. */
  readonly id: string;
  readonly check: string;
  readonly outcome: Outcome;
  /** The ways in which it comes about, a sentence each. */
  readonly whys: readonly string[];
  /** Newest first. */
  readonly sdk: readonly string[];
  readonly program: readonly string[];
  /** TypeScript; empty where there is nothing that a user could write. */
  readonly reproduction: string;
};
