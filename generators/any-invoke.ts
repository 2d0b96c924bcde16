// Sweeps over plans of Invoke: valid ones, ones that break none, one or several rules, shuffled account lists.
import type fc from 'fast-check';
import type { Area } from '../spec/rule';
import { sweep } from './any';
import type { Generated } from './breaking';
import { INVOKE_KINDS } from './edits/invoke/change';
import type { Fences } from './settings';

/** The sweeps with the area that they belong to, and what their cases are made of. */
export const INVOKE_SWEEPS: readonly {
  readonly id: string;
  readonly area: Area;
  readonly title: string;
  readonly draws: string;
  readonly make: (fences: Fences) => fc.Arbitrary<Generated>;
}[] = [
  {
    id: 'invoke/valid',
    area: 'invoke',
    title: 'Valid plans of Invoke are accepted, whatever else the transaction holds',
    draws:
      'valid plans of Invoke, called by the transaction or by programs, with unrelated instructions around them',
    make: (fences) =>
      sweep(fences, { edits: 0, reorders: 0, kinds: [...INVOKE_KINDS, ...INVOKE_KINDS, 'invoke-v1'] }),
  },
  {
    id: 'invoke/any',
    area: 'invoke',
    title: 'Plans of Invoke that break no, one or several rules get just the documented errors',
    draws: 'valid plans of Invoke with up to three edits, each of which breaks one rule',
    make: (fences) => sweep(fences, { edits: 3, reorders: 0, kinds: INVOKE_KINDS }),
  },
  {
    id: 'invoke/orders',
    area: 'invoke',
    title: 'Shuffled, dropped, doubled and re-flagged accounts of an Invoke get just the documented errors',
    draws:
      'valid plans of Invoke with an edit or none, whose accounts are shuffled, dropped, doubled or re-flagged',
    make: (fences) => sweep(fences, { edits: 1, reorders: 3, kinds: INVOKE_KINDS }),
  },
];
