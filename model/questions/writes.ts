// What the documents leave open about a write to a context.
import { SLOT_NAMES } from '../../spec/invoke-cpi';
import { treeNumber } from '../../spec/world';
import { movesSol } from '../checks/slots';
import type { View } from '../view';
import { givenWithoutUse, isProgramOwnedWithoutData, type Question } from './question';

const listsNone = ({ remaining }: View): boolean => remaining.length === 0;

export const IN_WRITES: readonly Question[] = [
  { why: 'SOL moved in a write', asks: movesSol, answeredByRule: 'sol/write-moves-nothing' },
  {
    why: 'a sol pool or recipient without use',
    asks: givenWithoutUse,
    answeredByRule: 'sol/write-moves-nothing',
  },
  {
    why: 'an output of the invoking program without data, by a sibling',
    asks: isProgramOwnedWithoutData,
  },
  {
    why: 'a write that lists neither trees nor queues',
    answeredByRule: 'modes/write-needs-no-trees',
    // A call that names its accounts by options lists none behind a write.
    asks: (view) => view.layout === SLOT_NAMES && listsNone(view),
  },
  {
    why: 'a written index points nowhere',
    asks: (view) =>
      !listsNone(view) &&
      [...view.own.outputs, ...view.own.inputs].some((entry) => {
        const key = view.remaining[entry.treeIndex]?.key;
        return key === undefined || treeNumber(key) === undefined;
      }),
  },
];
