// What somebody brings whose own program makes InvokeCpi calls, and what they are told about it.
import type { Invocation } from '../../spec/plan';
import type { Witness } from '../../spec/result';
import type { VerdictKind } from '../../spec/verdict';

/** An account of a call: its name in INVOKE_CPI.md (`remaining_0` and so on behind the eleven), its address in base58. */
export type CallAccount = {
  readonly name: string;
  readonly address: string;
  /** What the system program has to see; on a PDA your program signs, not the transaction. */
  readonly signer: boolean;
  readonly writable: boolean;
};

/** One InvokeCpi that your program has to make. */
export type InvokeCpiCall = {
  /** The system program's address, in base58. */
  readonly systemProgram: string;
  /** The eleven fixed slots, then the remaining accounts: what the system program has to be handed. */
  readonly accounts: readonly CallAccount[];
  /** All instruction data of the CPI, from the discriminator on. */
  readonly data: Uint8Array;
  /** The same call as fields, for a program that builds the data itself. */
  readonly fields: Invocation;
};

/** Your instruction, in plain values. */
export type PlainInstruction = {
  readonly accounts: readonly Pick<CallAccount, 'address' | 'signer' | 'writable'>[];
  readonly data: Uint8Array;
};
/** Your instruction, as @solana/web3.js 1.x and Anchor's `.instruction()` make it. */
export type Web3Instruction = {
  readonly keys: readonly {
    readonly pubkey: { readonly toBase58: () => string };
    readonly isSigner: boolean;
    readonly isWritable: boolean;
  }[];
  readonly data: Uint8Array;
};
export type CallerInstruction = PlainInstruction | Web3Instruction;

/** An account that your program needs besides those of the call; lamports exact, addresses in base58. */
export type ExtraAccount = {
  readonly address: string;
  readonly owner: string;
  readonly lamports: bigint;
  readonly data: Uint8Array;
  readonly executable?: boolean;
};

export type CallerProgram = {
  /** Your compiled program: the path of the `.so`, or its bytes. */
  readonly program: string | Uint8Array;
  /** Its address, in base58; its authority is the PDA of the seed `cpi_authority`. */
  readonly programId: string;
  /** Your instruction that makes the call; null for a call that your program never makes. */
  readonly instruction: (call: InvokeCpiCall) => CallerInstruction | null | Promise<CallerInstruction | null>;
  readonly accounts?: readonly ExtraAccount[];
  /** Published version of Light's programs; left out, the default one. It is downloaded once. */
  readonly version?: string;
  /** Your own build of the system program, in the published one's place: the path of the `.so`, or its bytes. */
  readonly systemProgram?: string | Uint8Array;
  /** The same for account-compression. The accounts stay those of the published version. */
  readonly accountCompression?: string | Uint8Array;
};

export type CheckOptions = {
  /** Cases of each claim; left out, 10. */
  readonly cases?: number;
  /** The same seed makes the same cases; left out, 1. */
  readonly seed?: number;
  /** Only these claims: ids of rules, `valid/direct` and the like. */
  readonly only?: readonly string[];
  /** Not these. */
  readonly except?: readonly string[];
};

/**
 * What came of a case.
 * - shown: what the documents say, by a call that the system program was handed as planned.
 * - finding: something else.
 * - not-yours: something else, but the system program's own doing: it is known, or it refused or accepted a wrong call
 *   otherwise than documented that it was handed as planned.
 * - refused: your program refused the wrong call itself, or the runtime did on its behalf.
 * - changed: your program does not pass on what is wrong about the call, so that the system program never saw it.
 * - not-made: your function returned null.
 * - too-large: no transaction holds it.
 * - undecided: the documents do not say, or the valid call that the wrong one was made from was not accepted.
 */
export type CaseKind =
  'shown' | 'finding' | 'not-yours' | 'refused' | 'changed' | 'not-made' | 'too-large' | 'undecided';

/** The verdict of one case: `handed-over` where a valid call reached the system program as another one. */
export type CallerVerdictKind = VerdictKind | 'handed-over';

/** All cases of one claim that go wrong in the same way, with the smallest of them. */
export type CallerFinding = {
  readonly claim: string;
  /** What the documents say, one sentence. */
  readonly statement: string;
  readonly verdict: CallerVerdictKind;
  readonly expected: string;
  readonly observed: string;
  /** One sentence in the documents' words. */
  readonly detail: string;
  /** How what the system program was handed differs from the call that was to be made. */
  readonly handed: readonly string[];
  readonly count: number;
  readonly witness: Witness;
};

export type CallerClaim = {
  readonly id: string;
  readonly statement: string;
  readonly counts: Readonly<Record<CaseKind, number>>;
};

export type CallerVerdict = {
  /** No finding, and something was shown. */
  readonly conforms: boolean;
  readonly claims: readonly CallerClaim[];
  readonly findings: readonly CallerFinding[];
  /** All of it to read; the same seed gives the same text. */
  readonly text: string;
};
