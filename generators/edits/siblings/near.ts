// Edits of the sibling instructions that take an account for another whose address differs in one byte.
import type fc from 'fast-check';
import type { SlotName } from '../../../spec/invoke-cpi';
import type { KeyRole, Missed } from '../../../spec/world';
import type { Mutation } from '../../edit';
import { missedByte, nearly } from '../../near';
import { targetOf, type SiblingBase } from '../../scenario';
import { changeNamed, EXECUTING, sends, type Draft } from './draft';

const MOVING: readonly SiblingBase[] = ['compress', 'decompress'];

const nearlyIn = (name: SlotName, right: Missed): fc.Arbitrary<Mutation> =>
  nearly(right).map((key) => changeNamed(name, { key }));

const slot = (
  name: SlotName,
  right: Missed,
  bases: readonly SiblingBase[] = [...EXECUTING, ...MOVING],
): Draft => ({
  name: `${name === 'sol_pool_pda' ? 'sol-pool' : name.replaceAll('_', '-')}-identity`,
  bases,
  mutation: nearlyIn(name, right),
  isAlone: true,
});

/** Nearly the account of that kind that the caller has. */
const nearlyIts = (kind: 'authority' | 'program', put: (key: KeyRole) => Mutation): fc.Arbitrary<Mutation> =>
  missedByte.map(
    (byte): Mutation =>
      (s) =>
        put(`near:${byte}:${kind}:${targetOf(s).caller}`)(s),
  );

export const NEAR_DRAFTS: readonly Draft[] = [
  slot('registered_program_pda', 'registered-program-pda'),
  slot('account_compression_authority', 'account-compression-authority'),
  slot('account_compression_program', 'account-compression'),
  slot('system_program', 'solana-system'),
  slot('sol_pool_pda', 'sol-pool', MOVING),
  {
    name: 'authority-is-pda',
    mutation: nearlyIts('authority', (key) => changeNamed('authority', { key })),
    isAlone: true,
  },
  {
    name: 'invoking-program',
    mutation: nearlyIts('program', (invokingProgram) => sends(() => ({ invokingProgram }))),
    isAlone: true,
  },
];
