// Writes and reads shard.sealed: what one shard of a run showed, and all that `merge` needs besides.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FrozenCodes } from '../../report/codes/frozen';
import type { FrozenPrecedence, PairResult } from '../../spec/precedence';
import type { Baseline, ClaimResult } from '../../spec/result';
import type { NamedWitness } from '../../suites/known-witnesses';
import { shownPath } from '../../programs/command-name';
import { badInput } from '../failure';
import type { PoolFault } from '../fault';
import { readGiven } from '../given-file';
import { seal, unseal } from '../packed';
import type { RunIdentity } from '../run-identity';
import type { Shard } from './shard';

export const SHARD_FILE = 'shard.sealed';

/** What a run is compared with. */
export type Compared = {
  readonly baseline: Baseline | null;
  /** The baseline's, by the names that it gives them. */
  readonly witnesses: readonly NamedWitness[];
  readonly frozen: FrozenCodes | null;
  /** The order of errors. */
  readonly frozenOrder: FrozenPrecedence | null;
};

export type ShardContent = Compared & {
  readonly formatVersion: 1;
  readonly shard: Shard;
  readonly identity: RunIdentity;
  readonly results: readonly ClaimResult[];
  readonly faults: readonly PoolFault[];
  readonly parts: readonly (readonly [at: number, pairs: readonly PairResult[]])[];
  readonly partFaults: readonly (readonly [at: number, sentence: string])[];
};

export type FoundShard = { readonly folder: string; readonly content: ShardContent };

/** A line of a digest and a value, so that a file that is cut short shows. */
export const writeShard = (content: ShardContent): string => seal(content);

const isShard = (value: unknown): value is ShardContent =>
  typeof value === 'object' && value !== null && (value as ShardContent).formatVersion === 1;

/**
 * The shard in a folder.
 * @throws Failure with exit code 2 and one sentence where there is none, or it is not whole.
 */
export function readShard(folder: string): FoundShard {
  if (folder === '')
    throw badInput('The name of a folder is empty: give the report folders of `run --shard`.');
  const [path, where] = [join(folder, SHARD_FILE), shownPath(folder)];
  if (!existsSync(folder)) throw badInput(`There is no folder ${where}.`);
  if (!existsSync(path)) {
    const whole = existsSync(join(folder, 'report.json')) ? ' (it is the report of a whole run)' : '';
    throw badInput(`The folder ${where} holds no shard${whole}: give the report folders of \`run --shard\`.`);
  }
  const content = unseal(readGiven(path));
  if (!isShard(content))
    throw badInput(`${join(where, SHARD_FILE)} is cut short or was edited: run that shard again.`);
  return { folder: where, content };
}
