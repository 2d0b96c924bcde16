// Everything that is tried to raise a code, one rule for each attempt and instruction.
import { CODE_COLUMNS, type CodeColumn } from './codes/types';
import { CONTEXT_ATTEMPTS, READ_ONLY_ATTEMPTS } from './attempts/entries';
import { DATA_END_ATTEMPTS } from './attempts/data-ends';
import { FLAG_ATTEMPTS } from './attempts/flag-bytes';
import { HEADER_ATTEMPTS } from './attempts/headers';
import { INITIALIZATION_ATTEMPTS } from './attempts/initializations';
import { LAMPORT_ATTEMPTS } from './attempts/lamports';
import type { Attempts, Outcome } from './attempts/make';
import { OWNER_ATTEMPTS } from './attempts/owners';
import { ADDRESS_ATTEMPTS, PROOF_ATTEMPTS } from './attempts/proofs';
import { LIST_ATTEMPTS } from './attempts/lists';
import { SIZE_ATTEMPTS } from './attempts/sizes';
import { TREE_ATTEMPTS } from './attempts/trees';

const ATTEMPTS: Attempts = {
  ...LAMPORT_ATTEMPTS,
  ...OWNER_ATTEMPTS,
  ...TREE_ATTEMPTS,
  ...SIZE_ATTEMPTS,
  ...LIST_ATTEMPTS,
  ...DATA_END_ATTEMPTS,
  ...FLAG_ATTEMPTS,
  ...HEADER_ATTEMPTS,
  ...PROOF_ATTEMPTS,
  ...ADDRESS_ATTEMPTS,
  ...READ_ONLY_ATTEMPTS,
  ...CONTEXT_ATTEMPTS,
  ...INITIALIZATION_ATTEMPTS,
};

/** An attempt under one instruction. */
export type Trial = {
  /** Of its rule: `codes/<instruction>/<what>`. */
  readonly id: string;
  readonly name: string;
  readonly column: CodeColumn;
  readonly does: string;
  readonly aims: readonly number[];
  /** As observations are named: `light-system:6004`, `accepted`, `light-system:panic`. */
  readonly comes: string;
  readonly leavesAsTwin: boolean;
  readonly note?: string;
};

const SLUGS: Readonly<Record<CodeColumn, string>> = {
  Invoke: 'invoke',
  InvokeCpi: 'invoke-cpi',
  InvokeCpiWithReadOnly: 'with-read-only',
  InvokeCpiWithAccountInfo: 'with-account-info',
  InitializeCpiContextAccount: 'initialize',
  ReInitCpiContextAccount: 'reinitialize',
};

/** Outcomes that name nobody are the system program's. */
const fullName = (outcome: Outcome): string =>
  outcome === 'accepted' || outcome.includes(':') ? outcome : `light-system:${outcome}`;

const withoutPrefix = (name: string): string => name.replace(/^(?:re)?initialize-/, '');

export const TRIALS: readonly Trial[] = CODE_COLUMNS.flatMap((column) =>
  Object.entries(ATTEMPTS).flatMap(([name, attempt]): readonly Trial[] => {
    const { does, aims, note, leavesAsTwin = false } = attempt;
    const outcome = attempt.comes[column];
    if (outcome === undefined) return [];
    const id = `codes/${SLUGS[column]}/${withoutPrefix(name)}`;
    const comes = fullName(outcome);
    return [{ id, name, column, does, aims, comes, leavesAsTwin, ...(note !== undefined && { note }) }];
  }),
);

const BY_ID: ReadonlyMap<string, Trial> = new Map(TRIALS.map((trial) => [trial.id, trial]));

/** The trial that a rule stands for; undefined for every other rule. */
export const trialById = (id: string): Trial | undefined => BY_ID.get(id);
