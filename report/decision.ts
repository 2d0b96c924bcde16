// What deciding about one transaction yields, before the names of both sides are added.
import type { Alternative } from '../spec/prediction';
import type { VerdictKind } from '../spec/verdict';

export type Decision = {
  readonly kind: VerdictKind;
  /** One sentence, or a clause, in the documents' words. */
  readonly detail: string;
  /** Of a wrong effect: which, as a short, stable name. */
  readonly aspect?: string;
  /** The alternative that the programs took; null unless `kind` is `match`, or only what is observed changed. */
  readonly taken: Alternative | null;
};
