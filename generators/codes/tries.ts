// All attempts, and the cases of one of them under one instruction.
import fc from 'fast-check';
import { TRIALS } from '../../spec/attempts';
import type { CodeColumn } from '../../spec/codes/types';
import type { Generated } from '../breaking';
import { base } from './base';
import type { Tries } from './try';
import { INITIALIZATION_TRIES } from './tries/initializations';
import { CONTEXT_TRIES } from './tries/contexts';
import { DATA_END_TRIES } from './tries/data-ends';
import { FLAG_TRIES } from './tries/flag-bytes';
import { HEADER_TRIES } from './tries/headers';
import { LAMPORT_TRIES } from './tries/lamports';
import { OWNER_TRIES } from './tries/owners';
import { ADDRESS_TRIES, PROOF_TRIES } from './tries/proofs';
import { READ_ONLY_TRIES } from './tries/read-only';
import { SIZE_TRIES } from './tries/sizes';
import { TREE_TRIES } from './tries/trees';

export const TRIES: Tries = {
  ...LAMPORT_TRIES,
  ...OWNER_TRIES,
  ...TREE_TRIES,
  ...SIZE_TRIES,
  ...DATA_END_TRIES,
  ...FLAG_TRIES,
  ...HEADER_TRIES,
  ...PROOF_TRIES,
  ...ADDRESS_TRIES,
  ...READ_ONLY_TRIES,
  ...CONTEXT_TRIES,
  ...INITIALIZATION_TRIES,
};

/**
 * Cases of an attempt under an instruction: a valid plan, and the same with the edit.
 * @throws for an attempt that does not exist.
 */
export const attempting = (name: string, column: CodeColumn): fc.Arbitrary<Generated> => {
  const one = TRIES[name];
  if (one === undefined) throw new Error(`There is no attempt ${name}.`);
  return fc.tuple(base(one.base, column, one.modes), one.edit).map(([scenario, mutate]) => {
    const ready = one.prepare === undefined ? scenario : one.prepare(scenario);
    return { plan: mutate(ready).plan, twin: ready.plan, fenced: [] };
  });
};

const readyFor = (name: string, column: CodeColumn): fc.Arbitrary<Generated> =>
  attempting(name, column).map(({ twin, plan }) => ({ plan: twin ?? plan, twin: null, fenced: [] }));

/** The valid plans of all attempts. */
export const validOfEach: fc.Arbitrary<Generated> = fc.oneof(
  ...TRIALS.map(({ name, column }) => readyFor(name, column)),
);
