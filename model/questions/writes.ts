// What the documents leave open about a write to a context.
import { SLOT_NAMES } from '../../spec/invoke-cpi';
import { ABSENT, treeNumber } from '../../spec/world';
import { movesSol } from '../checks/slots';
import { slot, type View } from '../view';
import { givenWithoutUse, isProgramOwnedWithoutData, type Question } from './question';

const listsNone = ({ remaining }: View): boolean => remaining.length === 0;

/** What is given is the pool, and both can take lamports. */
const isUsable = (view: View): boolean => {
  const [pool, recipient] = [slot(view, 'sol_pool_pda'), slot(view, 'decompression_recipient')];
  const isGiven = (meta: typeof pool): boolean => (meta?.key ?? ABSENT) !== ABSENT;
  return (
    (!isGiven(pool) || (pool?.key === 'sol-pool' && pool.writable)) &&
    (!isGiven(recipient) || recipient?.writable === true)
  );
};

const isOfSibling = ({ instruction }: View): boolean => instruction !== 'InvokeCpi';

export const IN_WRITES: readonly Question[] = [
  // Of InvokeCpi its page says that nothing comes of SOL in a write (Step 4), so that it is no question.
  {
    why: 'SOL moved in a write by a sibling',
    asks: (view) => isOfSibling(view) && movesSol(view),
    answeredBy: 'sol',
  },
  {
    why: 'a sol pool or recipient without use, by a sibling',
    asks: (view) => isOfSibling(view) && givenWithoutUse(view),
    answeredBy: 'sol',
  },
  {
    why: 'a sol pool or recipient without use that would be refused where it had one',
    asks: (view) => givenWithoutUse(view) && !isUsable(view),
    answeredBy: 'sol',
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
