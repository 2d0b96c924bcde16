// What a law is: two plans that the documents make equal must leave the same, whatever they leave.
import type { Area, Source } from './rule';

/**
 * - accepted: both roads must be accepted, else the case shows nothing.
 * - alike: any two roads are compared, rejected ones by the error and its place.
 */
export type LawNeeds = 'accepted' | 'alike';

/** How two roads are compared; see report/relation.ts. Left out, everything that is observed must be the same. */
export type Comparison = {
  /** Entries of contexts and appended leaves may come in another order. */
  readonly anyOrder?: true;
  /** Only the last transactions of the second road, as many as the first road has. */
  readonly tailOnly?: true;
  /** Errors of each transaction too; without, only what is left at the end. */
  readonly errors?: true;
  /** The plans name other accounts in the same places: the second road's names are the first's. */
  readonly renamed?: true;
};

export type Law = {
  /** `laws/<name>` */
  readonly id: string;
  /** Our own wording, one sentence. */
  readonly statement: string;
  /** The sentences that the law follows from. */
  readonly sources: readonly [Source, ...Source[]];
  /** About the whole instruction family: runs with this area instead of the laws. */
  readonly area?: Area;
  readonly needs: LawNeeds;
  readonly compares: Comparison;
  /** The last transaction of both roads asks whether the inputs are spent, and may be refused. */
  readonly probes?: true;
  /** Both roads run where account-compression is replaced by a program that records what it is handed. */
  readonly recorded?: true;
  /** The second road runs on a validator at this slot. */
  readonly slot?: number;
  readonly note?: string;
};

/** In place of an area, for claims that are laws. */
export const LAWS_AREA = 'laws';

/** What every law expects of its second road: an axis of the report's matrix. */
export const SAME_AS_OTHER = 'same as the other road';
