// Attempts with an initialisation behind whose discriminator stands what raises codes in other instructions.
import fc from 'fast-check';
import type { InvokedColumn } from '../../../spec/codes/types';
import type { Mutation } from '../../edit';
import { targetOf, withTarget, type Scenario } from '../../scenario';
import { base } from '../base';
import type { Tries, Try } from '../try';
import { CONTEXT_TRIES } from './contexts';
import { HEADER_TRIES } from './headers';
import { LAMPORT_TRIES } from './lamports';
import { OWNER_TRIES } from './owners';
import { ADDRESS_TRIES, PROOF_TRIES } from './proofs';
import { READ_ONLY_TRIES } from './read-only';
import { TREE_TRIES } from './trees';

/** Behind the discriminator stands what the target of another plan holds. */
const holding =
  (other: Scenario): Mutation =>
  (scenario) => {
    const { discriminator } = targetOf(scenario).data;
    const { instruction, mode, data } = targetOf(other);
    return withTarget(scenario, (i) => ({
      ...i,
      instruction,
      ...(mode && { mode }),
      data: { ...data, discriminator, cutBytes: 0 },
    }));
  };

const edited = (one: Try, column: InvokedColumn): fc.Arbitrary<Mutation> =>
  fc
    .tuple(base(one.base, column, one.modes), one.edit)
    .map(([scenario, mutate]) =>
      holding(mutate(one.prepare === undefined ? scenario : one.prepare(scenario))),
    );

const content = (tries: Tries, column: InvokedColumn): Try['edit'] =>
  fc.oneof(...Object.values(tries).map((one) => edited(one, column)));

const only = (tries: Tries, name: string): Tries =>
  Object.fromEntries(Object.entries(tries).filter(([own]) => own === name));

/** Group by group, so that each code has an attempt of its own kind. */
export const CONTENTS: Readonly<Record<string, Try['edit']>> = {
  lamports: content(LAMPORT_TRIES, 'InvokeCpi'),
  owners: content(OWNER_TRIES, 'InvokeCpi'),
  trees: content({ ...TREE_TRIES, ...only(HEADER_TRIES, 'nothing-to-do') }, 'InvokeCpi'),
  proofs: content(PROOF_TRIES, 'InvokeCpi'),
  addresses: content(ADDRESS_TRIES, 'InvokeCpiWithReadOnly'),
  'read-only': content({ ...READ_ONLY_TRIES, ...only(HEADER_TRIES, 'mode-byte') }, 'InvokeCpiWithReadOnly'),
  contexts: content(CONTEXT_TRIES, 'InvokeCpi'),
};
