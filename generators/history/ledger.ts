// What a history's author keeps in mind: which contexts are open and what they hold, which outputs exist. A guess, not a prediction.
import type { InputAccount, OutputAccount } from '../../spec/plan';
import type { KeyRole } from '../../spec/world';

/** A context account as far as its author remembers. */
export type Held = {
  readonly payer: KeyRole | null;
  /** Holds what cannot be executed. */
  readonly wild: boolean;
  readonly inputs: readonly InputAccount[];
  readonly outputs: readonly OutputAccount[];
  readonly addresses: number;
};

export type Leaf = { readonly output: OutputAccount; readonly spent: boolean };

/** By tree number; a leaf's place is its offset. */
export type Ledger = {
  readonly contexts: ReadonlyMap<number, Held>;
  readonly leaves: ReadonlyMap<number, readonly Leaf[]>;
};

export const NEW_LEDGER: Ledger = { contexts: new Map(), leaves: new Map() };

const UNUSED: Held = { payer: null, wild: false, inputs: [], outputs: [], addresses: 0 };

export const heldAt = ({ contexts }: Ledger, tree: number): Held => contexts.get(tree) ?? UNUSED;
export const leavesAt = ({ leaves }: Ledger, tree: number): readonly Leaf[] => leaves.get(tree) ?? [];
export const isOpen = ({ payer }: Held): boolean => payer !== null;

export const withHeld = (ledger: Ledger, tree: number, held: Held): Ledger => ({
  ...ledger,
  contexts: new Map(ledger.contexts).set(tree, held),
});
export const cleared = (ledger: Ledger, tree: number): Ledger => withHeld(ledger, tree, UNUSED);

type Entries = Pick<Held, 'inputs' | 'outputs'>;

/** Inputs spent, outputs appended. */
export const withExecuted = (ledger: Ledger, tree: number, { inputs, outputs }: Entries): Ledger => {
  const spent = new Set(inputs.map(({ leafOffset }) => leafOffset));
  const old = leavesAt(ledger, tree).map((leaf, at) => (spent.has(at) ? { ...leaf, spent: true } : leaf));
  const created = outputs.map((output): Leaf => ({ output, spent: false }));
  return { ...ledger, leaves: new Map(ledger.leaves).set(tree, [...old, ...created]) };
};

/** Whether the inputs can all be spent: each there, unspent, named once. */
export const areSpendable = (ledger: Ledger, tree: number, inputs: readonly InputAccount[]): boolean => {
  const leaves = leavesAt(ledger, tree);
  const offsets = new Set(inputs.map(({ leafOffset }) => leafOffset));
  return (
    offsets.size === inputs.length &&
    inputs.every(({ leafOffset, data }) => {
      const leaf = leaves[leafOffset];
      return leaf !== undefined && !leaf.spent && leaf.output.data?.dataHash === data?.dataHash;
    })
  );
};
