// The state machine of CPI_CONTEXT.md as data: its states, its edges, the refusals that keep a state, and histories.
import type { CoverageItem } from './coverage-item';

/** CPI_CONTEXT.md, State Machine. `Executed` goes straight back to `Empty/Cleared`, so that three states remain. */
export const PHASES = ['empty', 'first-set', 'accumulating'] as const;
export type Phase = (typeof PHASES)[number];

type Part = Pick<CoverageItem, 'text' | 'undocumented' | 'blockedBy' | 'either'>;

/** Arrows of the diagram, and rows of the modes table. */
const EDGES = {
  'first-set-after-init': { text: 'empty (never used) - first set -> first set' },
  'first-set-after-execute': { text: 'empty (executed before) - first set -> first set' },
  'set-from-first-set': { text: 'first set - set -> accumulating' },
  'set-from-accumulating': { text: 'accumulating - set -> accumulating' },
  'execute-from-first-set': { text: 'first set - execute -> empty' },
  'execute-from-accumulating': { text: 'accumulating - execute -> empty' },
  'first-set-from-first-set': {
    text: 'first set - first set -> first set (cleared, begun again)',
    either: 'state-machine/already-set-from-first-set',
  },
  'first-set-from-accumulating': {
    text: 'accumulating - first set -> first set (cleared, begun again)',
    either: 'state-machine/already-set-from-accumulating',
  },
  'already-set-from-first-set': {
    text: 'first set - first set -> 6049, state kept',
    blockedBy: ['modes/already-set'],
    either: 'state-machine/first-set-from-first-set',
  },
  'already-set-from-accumulating': {
    text: 'accumulating - first set -> 6049, state kept',
    blockedBy: ['modes/already-set'],
    either: 'state-machine/first-set-from-accumulating',
  },
  'first-set-of-nothing': {
    text: 'any - first set without entries -> first set',
    blockedBy: ['modes/write-needs-no-content'],
  },
  'execute-of-nothing-own': {
    text: 'any - execute without entries of its own -> empty',
    blockedBy: ['modes/execute-needs-no-content'],
  },
  'no-context-while-empty': { text: 'no context given: executed at once, all contexts empty' },
  'no-context-while-open': { text: 'no context given: executed at once beside an open context' },
  'both-from-empty': { text: 'empty - both flags -> first set', undocumented: true },
  'both-from-first-set': { text: 'first set - both flags -> either write, or 6049', undocumented: true },
  'both-from-accumulating': {
    text: 'accumulating - both flags -> either write, or 6049',
    undocumented: true,
  },
} as const satisfies Record<string, Part>;

/** Refusals: the context stays in the state that it was in. */
const REFUSALS = {
  'set-after-init': { text: 'empty (never used) - set -> refused' },
  'set-after-execute': { text: 'empty (executed before) - set -> refused' },
  'set-of-own-payer': {
    text: 'empty, yet the fee payer stored - set by that payer -> refused',
    blockedBy: ['validation/not-empty-on-set'],
  },
  'execute-after-init': { text: 'empty (never used) - execute -> refused' },
  'execute-after-execute': { text: 'empty (executed before) - execute -> refused' },
  'payer-on-set-from-first-set': { text: 'first set - set by another fee payer -> 6027' },
  'payer-on-set-from-accumulating': { text: 'accumulating - set by another fee payer -> 6027' },
  'payer-on-execute-from-first-set': { text: 'first set - execute by another fee payer -> 6027' },
  'payer-on-execute-from-accumulating': { text: 'accumulating - execute by another fee payer -> 6027' },
  'write-from-empty': { text: 'empty - write that breaks another rule -> refused' },
  'write-from-first-set': { text: 'first set - write that breaks another rule -> refused' },
  'write-from-accumulating': { text: 'accumulating - write that breaks another rule -> refused' },
  'execute-from-first-set': { text: 'first set - execute that breaks another rule -> refused' },
  'execute-from-accumulating': { text: 'accumulating - execute that breaks another rule -> refused' },
} as const satisfies Record<string, Part>;

/** A later instruction of the same transaction fails: what came before it is undone. */
const ROLLBACKS = {
  'first-set-from-empty': { text: 'first set of an empty context undone: empty again' },
  'first-set-from-open': { text: 'first set of an open context undone: its old content is back' },
  'set-from-first-set': { text: 'set behind a first set undone' },
  'set-from-accumulating': { text: 'further set undone' },
  'execute-from-first-set': { text: 'execution undone: the first set is back' },
  'execute-from-accumulating': { text: 'execution undone: everything accumulated is back' },
  'by-transfer': { text: 'undone by an instruction of another program (a transfer that fails)' },
  'by-invocation': { text: 'undone by an invocation that is refused' },
} as const satisfies Record<string, Part>;

/** What only longer histories show. */
const HISTORIES = {
  'picked-up-by-set': { text: 'left open at the end of a transaction, set in a later one' },
  'picked-up-by-execute': { text: 'left open at the end of a transaction, executed in a later one' },
  'one-transaction': { text: 'begun and executed in one transaction' },
  'third-life': { text: 'begun again after two executions or more' },
  'two-in-one-transaction': { text: 'two contexts written or executed in one transaction' },
  interleaved: { text: 'set or executed after another context was written in between' },
  'another-program-sets': { text: 'set by a program that had not written before' },
  'another-program-executes': { text: 'executed by a program that had not written' },
  'four-programs': { text: 'executed with entries of four programs' },
  'inputs-by-first-set': { text: 'executed with inputs that the first set brought' },
  'inputs-by-set': { text: 'executed with inputs that a set brought' },
  'inputs-of-its-own': { text: 'executed with inputs of the execution itself' },
  'sol-compressed': { text: 'SOL compressed by the execution of a context' },
  'sol-decompressed': { text: 'SOL decompressed by the execution of a context' },
  'nullified-refused': { text: 'execution refused for an input spent before or never created' },
  'on-after-refusal': { text: 'open context goes on after a refused transaction that named it' },
} as const satisfies Record<string, Part>;

const GROUPS = {
  'state-machine': EDGES,
  refusals: REFUSALS,
  rollbacks: ROLLBACKS,
  histories: HISTORIES,
} as const;
export type EdgeId =
  | `state-machine/${keyof typeof EDGES}`
  | `refusals/${keyof typeof REFUSALS}`
  | `rollbacks/${keyof typeof ROLLBACKS}`
  | `histories/${keyof typeof HISTORIES}`;

export const STATE_MACHINE_GROUPS: Readonly<Record<keyof typeof GROUPS, string>> = {
  'state-machine': 'State machine: edge, taken n times',
  refusals: 'State machine: refusal that keeps the state, seen n times',
  rollbacks: 'State machine: write or execution undone by its transaction, n times',
  histories: 'State machine: histories, seen n times',
};

export const STATE_MACHINE_ITEMS: readonly CoverageItem[] = Object.entries(GROUPS).flatMap(([group, items]) =>
  Object.entries<Part>(items).map(([name, part]) => ({ group, id: `${group}/${name}`, ...part })),
);
