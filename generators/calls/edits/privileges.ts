// Edits about signers and writable accounts: passed on, demanded, escalated, withheld, missing.
import fc from 'fast-check';
import { dataAccountOf } from '../../../spec/call';
import type { AccountMeta } from '../../../spec/plan';
import { PROGRAM_NAMES, type KeyRole } from '../../../spec/world';
import type { Edit } from '../../edit';
import { both, changing, DEEP, editsAt, NESTED, type AtPath } from '../change';
import { addAlong, changeAt, frameAt, plainMeta, withStep } from '../tree';

/** No generated graph uses it. */
const OTHER: KeyRole = 'wallet:3';
const USER: KeyRole = 'payer:3';

const along =
  (key: KeyRole, flags: Partial<AccountMeta>, fromDepth = 0): AtPath =>
  (call, path) =>
    addAlong(call, path, (depth) => plainMeta(key, depth <= fromDepth || fromDepth === 0 ? flags : {}));

const flagged = (key: KeyRole, flags: Partial<AccountMeta>): AtPath =>
  changing(({ accounts }) => ({
    accounts: accounts.map((meta) => (meta.key === key ? { ...meta, ...flags } : meta)),
  }));

const demanding = (account: KeyRole): AtPath =>
  changing((frame) => withStep(frame, { kind: 'require', account }));

const signedFor = both(along(USER, { signer: true }), demanding(USER));

/** Only the transaction itself grants it. */
const withheld =
  (flags: Partial<AccountMeta>): AtPath =>
  (call, path) =>
    addAlong(call, path, (depth) => plainMeta(OTHER, depth === 0 ? flags : {}));

const without =
  (pick: (callee: KeyRole) => KeyRole): AtPath =>
  (call, path) => {
    const gone = pick(frameAt(call, path).program);
    return changeAt(call, path.slice(0, -1), ({ accounts }) => ({
      accounts: accounts.filter(({ key }) => key !== gone),
    }));
  };

const foreign = (program: KeyRole): KeyRole => {
  const at = PROGRAM_NAMES.findIndex((name) => program === `program:${name}`);
  return dataAccountOf(`program:${PROGRAM_NAMES[(at + 1) % PROGRAM_NAMES.length] ?? 'A'}`, 2);
};

/** The third data account of a program, which generated graphs leave alone. */
const own = (program: KeyRole): KeyRole => dataAccountOf(program, 2);

const prepared =
  (keyOf: (program: KeyRole) => KeyRole, flags: Partial<AccountMeta>): AtPath =>
  (call, path) =>
    addAlong(call, path, () => plainMeta(keyOf(frameAt(call, path).program), flags));

const writing = (keyOf: (program: KeyRole) => KeyRole): AtPath =>
  changing((frame) => withStep(frame, { kind: 'write', account: keyOf(frame.program), offset: 0, byte: 1 }));

const always = (change: AtPath): fc.Arbitrary<AtPath> => fc.constant(change);

export const PRIVILEGE_EDITS: readonly Edit[] = [
  ...editsAt('signer-passes-through', NESTED, { change: always(signedFor) }),
  ...editsAt('signature-demanded', NESTED, {
    prepare: signedFor,
    change: always(flagged(USER, { signer: false })),
  }),
  ...editsAt('signer-escalation', NESTED, {
    prepare: along(OTHER, {}),
    change: always(flagged(OTHER, { signer: true })),
  }),
  ...editsAt('writable-escalation', NESTED, {
    prepare: along(OTHER, {}),
    change: always(flagged(OTHER, { writable: true })),
  }),
  ...editsAt('signer-withheld', DEEP, {
    prepare: withheld({ signer: true }),
    change: always(flagged(OTHER, { signer: true })),
  }),
  ...editsAt('writable-withheld', DEEP, {
    prepare: withheld({ writable: true }),
    change: always(flagged(OTHER, { writable: true })),
  }),
  ...editsAt('missing-account', NESTED, { prepare: along(OTHER, {}), change: always(without(() => OTHER)) }),
  ...editsAt('missing-program', NESTED, { change: always(without((callee) => callee)) }),
  ...editsAt('write-needs-owner', NESTED, {
    prepare: prepared(foreign, { writable: true }),
    change: always(writing(foreign)),
  }),
  ...editsAt('write-needs-writable', NESTED, { prepare: prepared(own, {}), change: always(writing(own)) }),
];
