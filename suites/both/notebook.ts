// What the runtimes disagreed about while plans were run, with the smallest plan of each kind.
import type { Plan } from '../../spec/plan';
import type { Disagreement } from '../../spec/runtime';

/** Plans that disagree in the same way, and the smallest of them. */
export type Noted = Disagreement & { readonly count: number; readonly plan: Plan };

export type Notebook = {
  readonly note: (plan: Plan, disagreements: readonly Disagreement[]) => void;
  /** What was noted since it was last asked. */
  readonly take: () => readonly Noted[];
};

const sizeOf = (plan: Plan): number =>
  JSON.stringify(plan, (_, item: unknown) => (typeof item === 'bigint' ? item.toString() : item)).length;

type Entry = { readonly disagreement: Disagreement; count: number; plan: Plan; size: number };

/** An empty notebook. */
export function newNotebook(): Notebook {
  const entries = new Map<string, Entry>();
  const note: Notebook['note'] = (plan, disagreements) => {
    for (const disagreement of disagreements) {
      const { part, bankrun, litesvm } = disagreement;
      const key = [part, bankrun, litesvm].join('|');
      const known = entries.get(key);
      const size = sizeOf(plan);
      if (known === undefined) entries.set(key, { disagreement, count: 1, plan, size });
      else {
        known.count += 1;
        if (size < known.size) Object.assign(known, { plan, size });
      }
    }
  };
  const take: Notebook['take'] = () => {
    const noted = [...entries.values()].map(({ disagreement, count, plan }) => ({
      ...disagreement,
      count,
      plan,
    }));
    entries.clear();
    return noted;
  };
  return { note, take };
}
