// The runtimes that programs can be run on.

export const RUNTIMES = ['bankrun', 'litesvm'] as const;

/** bankrun is Solana 1.18; LiteSVM is a current Agave. */
export type RuntimeName = (typeof RUNTIMES)[number];
