// Random account orders and flags: permuted, dropped, duplicated, extra, signer and writable sets.
import fc from 'fast-check';
import type { AccountMeta } from '../spec/plan';
import type { KeyRole } from '../spec/world';
import type { Mutation } from './edit';
import { withTarget } from './scenario';

type Reorder = (accounts: readonly AccountMeta[]) => readonly AccountMeta[];
const POSITIONS = 15;
const position = fc.nat(POSITIONS);

const at = (accounts: readonly AccountMeta[], index: number): number =>
  accounts.length === 0 ? 0 : index % accounts.length;

const swap = fc.tuple(position, position).map(([first, second]): Reorder => (accounts) => {
  const [a, b] = [at(accounts, first), at(accounts, second)];
  return accounts.map(
    (meta, index) => (index === a ? accounts[b] : index === b ? accounts[a] : meta) ?? meta,
  );
});
const rotate = position.map((by): Reorder => (accounts) => {
  const cut = at(accounts, by);
  return [...accounts.slice(cut), ...accounts.slice(0, cut)];
});
const drop = position.map(
  (which): Reorder =>
    (accounts) =>
      accounts.filter((_, index) => index !== at(accounts, which)),
);
const duplicate = fc.tuple(position, position).map(([which, where]): Reorder => (accounts) => {
  const copy = accounts[at(accounts, which)];
  const place = at(accounts, where);
  return copy === undefined ? accounts : [...accounts.slice(0, place), copy, ...accounts.slice(place)];
});
const insert = fc
  .tuple(fc.constantFrom<KeyRole>('wallet:1', 'noop', 'address-tree', 'program:D', 'queue:5'), position)
  .map(([key, where]): Reorder => (accounts) => {
    const place = at(accounts, where);
    return [...accounts.slice(0, place), { key, signer: false, writable: false }, ...accounts.slice(place)];
  });

const mayBeWritable = (key: KeyRole): boolean => !key.startsWith('program:') && key !== 'solana-system';
const flipWritable = position.map(
  (which): Reorder =>
    (accounts) =>
      accounts.map((meta, index) =>
        index === at(accounts, which) && mayBeWritable(meta.key)
          ? { ...meta, writable: !meta.writable }
          : meta,
      ),
);
const flipSigner = position.map(
  (which): Reorder =>
    (accounts) =>
      accounts.map((meta, index) =>
        index === at(accounts, which) && (meta.signer || /^(?:payer|wallet):/.test(meta.key))
          ? { ...meta, signer: !meta.signer }
          : meta,
      ),
);

/** One random change of the target's account list. */
export const reorder: fc.Arbitrary<Mutation> = fc
  .oneof(swap, rotate, drop, duplicate, insert, flipWritable, flipSigner)
  .map(
    (change): Mutation =>
      (scenario) =>
        withTarget(scenario, (i) => ({ ...i, accounts: change(i.accounts) })),
  );
