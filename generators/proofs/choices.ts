// What a proof leaves free in the plans that use it.
import type { Pattern } from '../../spec/plan';
import type { TokenProof } from '../../spec/proof';
import type { CallerName, KeyRole } from '../../spec/world';

/** What a proof leaves free. */
export type Choices = {
  readonly payer: KeyRole;
  readonly unusedSlot: KeyRole;
  /** Programs in between, outermost first; those that call themselves in the chain are left out. */
  readonly through: readonly CallerName[];
  /** The bytes of the data of the n-th account of the plan. */
  readonly bytes: readonly Pattern[];
  /** How many outputs the execution creates, owned by the executing program. */
  readonly outputs: number;
  /** Writes and execution in one transaction. */
  readonly together: boolean;
  /** Leaves by the same program in a row are appended by one transaction. */
  readonly joined: boolean;
  /** Proofs that writes bring, which nobody verifies. */
  readonly writeProof: string | null;
};

export const PLAIN: Choices = {
  payer: 'payer:1',
  unusedSlot: 'noop',
  through: [],
  bytes: [{ fill: 0, length: 0 }],
  outputs: 1,
  together: false,
  joined: true,
  writeProof: null,
};

export type Made = { readonly proof: TokenProof; readonly choices: Choices };
