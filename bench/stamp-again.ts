// Fills in blockhash and counter of recorded transactions once more, which is all the signing that there is.
import type { Recording } from '../harness/recording';
import { stamp } from '../harness/wire/stamp';

export function stampAgain({ runs }: Recording): void {
  const blockhash = Buffer.alloc(32, 1);
  let counter = 0;
  for (const operation of runs.flat())
    if (operation.kind === 'send') stamp(operation.transaction, { blockhash, counter: counter++ });
}
