// What the system program is handed by one call: each account with its flags, and the instruction data.
import type { AccountMeta, Hex } from './plan';

/** An account that is listed more than once has the flags of all its places together, as the runtime gives them. */
export type HandedCall = { readonly accounts: readonly AccountMeta[]; readonly data: Hex };
