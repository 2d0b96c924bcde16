// A check of one fixed value: what the SDK says it is, beside what it is.
import fc from 'fast-check';
import { shorten } from '../../report/terminal/text';
import type { Check } from '../check';
import type { Dialect } from '../dialect';
import { SDK } from '../types';

/** What to import, and the expression. */
type Asking = { readonly names: readonly string[]; readonly result: string };

export type Row = Asking & {
  readonly id: string;
  readonly says: string;
  readonly lines?: readonly string[];
  readonly expected: string;
  /** Not asked of versions that have the interface description's coder only. */
  readonly ofLayouts?: true;
  /** How versions are asked that have another name for it; null where the usual one will do. */
  readonly otherwise?: (dialect: Dialect) => Asking | null;
};

const noLayouts = ({ coder }: Dialect): string | null =>
  coder === 'anchor' ? 'it exports no layouts' : null;

export const checkOf = ({ id, says, lines = [], expected, ofLayouts, ...row }: Row): Check => ({
  id,
  says,
  cases: 'one',
  ...(ofLayouts && { skips: noLayouts }),
  make: () =>
    fc.constant((dialect) => {
      const { names, result } = row.otherwise?.(dialect) ?? row;
      return {
        said: { from: { [SDK]: names }, lines, result },
        expected,
        other: (printed) =>
          Promise.resolve({ outcome: 'differs' as const, why: `it says ${shorten(printed, 44)}` }),
      };
    }),
});
