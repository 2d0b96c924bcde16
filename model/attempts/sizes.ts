// When a plan makes the attempt to name an account that ends before it should, or whose lists say what they should not.
import { CUTS } from '../../spec/attempts/ends';
import { SAID, type Said } from '../../spec/attempts/lists';
import { changeOf, type TriedCheck, type TriedChecks } from './tried';

const endsWithin =
  ({ key, ends }: (typeof CUTS)[string]): TriedCheck =>
  (tried) =>
    tried.remaining.some((meta) => {
      const size = key.test(meta.key) ? changeOf(tried, meta.key)?.size : undefined;
      return size !== undefined && ends.some(([from, to]) => size >= from && size <= to);
    });

const says =
  ({ key, words, size }: Said): TriedCheck =>
  ({ before, invocation: { accounts } }) =>
    before.some(
      (one) =>
        key.test(one.key) &&
        accounts.some((meta) => meta.key === one.key) &&
        one.size === size &&
        words.some(([offset, hex]) =>
          one.patches?.some((patch) => patch.offset === offset && patch.hex === hex),
        ),
    );

export const SIZE_CHECKS: TriedChecks = Object.fromEntries([
  ...Object.entries(CUTS).map(([name, cut]): [string, TriedCheck] => [name, endsWithin(cut)]),
  ...Object.entries(SAID).map(([name, said]): [string, TriedCheck] => [name, says(said)]),
]);
