// Arbitrary settings of an Invoke: called by the transaction or by one to three programs; wallets, payers and PDAs sign.
import fc from 'fast-check';
import type { KeyRole } from '../../spec/world';
import { outerCallers } from '../outer-callers';
import type { Fences } from '../settings';
import { caller, payer, treeNumber, wallet } from '../values';
import { repeatedSigner } from '../repeats';
import type { Call, InvokeSetting } from './invocation';

/** The transaction itself calls. */
export const DIRECT: Call = { caller: 'A', through: [], direct: true };

/** By one program, or by one that another one calls, or two. */
export const byPrograms: fc.Arbitrary<Call> = fc
  .record({ inner: caller, way: fc.nat(5) })
  .map(({ inner, way }): Call => ({ caller: inner, through: outerCallers(inner, way) }));

/** Mostly the transaction itself. */
const call: fc.Arbitrary<Call> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(DIRECT) },
  { weight: 1, arbitrary: byPrograms },
);

const rarely: fc.Arbitrary<boolean> = fc.nat(9).map((dice) => dice === 9);
const unlessFenced = (fences: Fences, rule: string): fc.Arbitrary<boolean> =>
  fences.has(`invoke/${rule}`) ? fc.constant(false) : rarely;

/** Which kind of key the authority is, where the call allows it. */
type AuthorityKind = 'wallet' | 'payer' | 'authority' | 'vault';
const KINDS: readonly AuthorityKind[] = ['wallet', 'wallet', 'wallet', 'payer', 'authority', 'vault'];

type Drawn = { readonly kind: AuthorityKind; readonly own: KeyRole; readonly pays: KeyRole };

const authorityOf = ({ kind, own, pays }: Drawn, { direct, caller: name }: Call): KeyRole => {
  if (kind === 'payer') return pays;
  if (kind === 'wallet' || direct === true) return own;
  return kind === 'authority' ? `authority:${name}` : `pda:${name}:vault`;
};

const unusedSlot = fc.constantFrom<KeyRole>('noop', 'noop', 'noop', 'wallet:3', 'light-system');

export const invokeSetting = (fences: Fences): fc.Arbitrary<InvokeSetting> =>
  fc
    .record({
      call,
      payer,
      kind: fc.constantFrom(...KINDS),
      own: wallet,
      tree: treeNumber,
      unusedSlot,
      repeats: repeatedSigner,
      authorityWritable: unlessFenced(fences, 'authority-writable-optional'),
      registeredWritable: unlessFenced(fences, 'registered-program-pda-writable-optional'),
      compressionAuthorityWritable: unlessFenced(fences, 'account-compression-authority-writable-optional'),
    })
    .map(({ kind, own, ...rest }) => ({
      ...rest,
      authority: authorityOf({ kind, own, pays: rest.payer }, rest.call),
    }));
