// The runtimes that programs can be run on.

export const RUNTIMES = ['bankrun', 'litesvm'] as const;

/** bankrun is Solana 1.18; LiteSVM is a current Agave. */
export type RuntimeName = (typeof RUNTIMES)[number];

export const BACKENDS = [...RUNTIMES, 'both'] as const;

/** `both` runs each plan on both runtimes; what the documents are compared with is then bankrun's outcome. */
export type BackendName = (typeof BACKENDS)[number];

/** What a recorded case says of its runtime; bankrun goes without saying, as in files that are older than the others. */
export type Recorded = { readonly runtime?: BackendName };

/** The field of a recorded case. */
export const recordedOn = (backend: BackendName | undefined): Recorded =>
  backend === undefined || backend === 'bankrun' ? {} : { runtime: backend };

/** In what the two runtimes differ on a transaction that both were sent from the same world. */
export type Disagreement = {
  /** `outcome`, `instruction` (which one failed), the name of an effect, or the bytes of a kind of account. */
  readonly part: string;
  /** What each did; of effects and bytes, which tell nothing in a word, both are empty. */
  readonly bankrun: string;
  readonly litesvm: string;
};
