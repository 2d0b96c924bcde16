// All edits of InvokeCpiWithReadOnly and InvokeCpiWithAccountInfo.
import fc from 'fast-check';
import { ABSENT, CALLERS, type CallerName, type KeyRole } from '../../spec/world';
import type { Edit, Mutation } from '../edit';
import { PLAIN_DATA } from '../entries';
import { missedByte } from '../near';
import { anyPosition, type Position } from '../positions';
import { targetOf, withData } from '../scenario';
import { CONTEXT_DRAFTS } from './siblings/contexts';
import { always, changeNamed, editsIn, IN_SLOTS, type Draft } from './siblings/draft';
import { EFFECT_DRAFTS } from './siblings/effects';
import { FORM_EDITS, FORMS_OF } from './siblings/forms';
import { INFO_DRAFTS } from './siblings/infos';
import { LIMIT_DRAFTS } from './siblings/limits';
import { NEAR_DRAFTS } from './siblings/near';
import { READ_DRAFTS } from './siblings/reads';
import { DATA_DRAFTS, SLOT_DRAFTS } from './siblings/slots';

type Stranger = (caller: CallerName) => KeyRole;

const otherCaller =
  (by: number): Stranger =>
  (caller) =>
    `program:${CALLERS[(CALLERS.indexOf(caller) + by) % CALLERS.length] ?? caller}`;
const nearlyTheCaller =
  (byte: number): Stranger =>
  (caller) =>
    `near:${byte}:program:${caller}`;
const strangers: fc.Arbitrary<Stranger> = fc.oneof(
  { weight: 2, arbitrary: fc.integer({ min: 1, max: CALLERS.length - 1 }).map(otherCaller) },
  { weight: 1, arbitrary: missedByte.map(nearlyTheCaller) },
);

/** One of the outputs with data is said to be somebody else's. */
const ownedBy =
  (at: Position, owner: Stranger): Mutation =>
  (s) =>
    withData(s, ({ outputs }) => {
      const owned = outputs.filter(({ data }) => data !== null);
      const changed = owned[at(owned.length)];
      return {
        outputs: outputs.map((output) =>
          output === changed ? { ...output, owner: owner(targetOf(s).caller) } : output,
        ),
      };
    });

/** The first output has data and belongs to the caller. */
const withOwnData: Mutation = (s) =>
  withData(s, ({ outputs }) => ({
    outputs: outputs.map((output, at) =>
      at > 0
        ? output
        : { ...output, owner: `program:${targetOf(s).caller}`, data: output.data ?? PLAIN_DATA },
    ),
  }));

const READ_ONLY_DRAFTS: readonly Draft[] = [
  {
    name: 'authority-signer-optional',
    forms: IN_SLOTS,
    mutation: always(changeNamed('authority', { signer: false })),
  },
  {
    name: 'invoking-program-slot',
    forms: IN_SLOTS,
    mutation: fc
      .constantFrom<KeyRole>('wallet:2', 'noop', 'account-compression', ABSENT)
      .map((key) => changeNamed('invoking_program', { key })),
  },
  {
    name: 'output-owner',
    bases: ['direct'],
    prepare: withOwnData,
    mutation: fc.tuple(anyPosition, strangers).map((drawn) => ownedBy(...drawn)),
  },
];

const COMMON: readonly Draft[] = [
  ...DATA_DRAFTS,
  ...SLOT_DRAFTS,
  ...CONTEXT_DRAFTS,
  ...READ_DRAFTS,
  ...EFFECT_DRAFTS,
  ...LIMIT_DRAFTS,
  ...NEAR_DRAFTS,
];

export const SIBLING_EDITS: readonly Edit[] = [
  ...editsIn('read-only', FORMS_OF['read-only'], [...COMMON, ...READ_ONLY_DRAFTS]),
  ...editsIn('account-info', FORMS_OF['account-info'], [...COMMON, ...INFO_DRAFTS]),
  ...FORM_EDITS,
];
