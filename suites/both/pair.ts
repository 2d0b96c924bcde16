// Two backends as one: each plan runs on both, the first one's outcome is what counts, and where they differ is noted.
import type { Backend } from '../../harness/backend';
import type { Observation } from '../../spec/outcome';
import type { Plan } from '../../spec/plan';
import { isTooLarge, type Tried } from '../runner';
import { disagreementsIn } from './compare';
import type { Notebook } from './notebook';

/** The same programs and accounts on both runtimes. */
export type Two = { readonly bankrun: Backend; readonly litesvm: Backend };

/** A backend, and of two as one the first by itself: for what compares nothing with the other. */
export type Opened = Backend & { readonly alone?: Backend };

/** Plans at once: the contents of what they write are kept until they are compared. */
const CHUNK = 16;

/** Contents are for comparing, not for judging; without the field, an observation is what it is on one runtime. */
const withoutContents = ({ transactions }: Observation): Observation => ({
  transactions: transactions.map((outcome) => {
    const { contents, ...rest } = outcome;
    return contents === undefined ? outcome : rest;
  }),
});

function compared(plan: Plan, [one, other]: readonly [Tried, Tried], { note }: Notebook): Tried {
  if (isTooLarge(one) || isTooLarge(other)) {
    if (isTooLarge(one) !== isTooLarge(other))
      note(plan, [
        {
          part: 'outcome',
          bankrun: isTooLarge(one) ? 'too large' : 'sent',
          litesvm: isTooLarge(other) ? 'too large' : 'sent',
        },
      ]);
    return isTooLarge(one) ? one : withoutContents(one);
  }
  note(plan, disagreementsIn(one, other));
  return withoutContents(one);
}

/** Runs each plan on both. Whatever is asked besides plans is answered by bankrun. */
export function paired({ bankrun, litesvm }: Two, notebook: Notebook): Opened {
  const runChunk = async (plans: readonly Plan[], before: (position: number) => void): Promise<Tried[]> => {
    const first = await bankrun.runAll(plans, before);
    const second = await litesvm.runAll(plans, before);
    return plans.map((plan, at) => {
      const [one, other] = [first[at], second[at]];
      if (one === undefined || other === undefined) throw new Error('A backend lost a plan.');
      return compared(plan, [one, other], notebook);
    });
  };
  const runAll: Backend['runAll'] = async (plans, before) => {
    const tried: Tried[] = [];
    for (let at = 0; at < plans.length; at += CHUNK)
      tried.push(...(await runChunk(plans.slice(at, at + CHUNK), (position) => before?.(at + position))));
    return tried;
  };
  const run: Backend['run'] = async (plan) => {
    const [tried = { transactions: [] }] = await runAll([plan]);
    if (isTooLarge(tried)) throw tried;
    return tried;
  };
  const close = (): void => {
    bankrun.close();
    litesvm.close();
  };
  return { ...bankrun, run, runAll, close, alone: bankrun };
}
