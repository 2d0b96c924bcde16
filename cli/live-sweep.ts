// Makes a case of a sweep by running a few: a history of some steps tells more than the shortest.
import type { Plan } from '../spec/plan';
import type { Witness } from '../spec/result';
import { PATIENCE } from './open-child';
import type { PlannedCase } from './protocol';
import type { Session } from './session';

const LOOKED_AT = 20;
/** As many as a reader follows. */
const STEPS = 6;

const stepsOf = ({ transactions }: Plan): number =>
  transactions.reduce((sum, { instructions }) => sum + instructions.length, 0);

/** The longest plan that is not too long; else the shortest. */
function telling(cases: readonly PlannedCase[]): PlannedCase | undefined {
  const byLength = cases.toSorted((a, b) => stepsOf(a.plan) - stepsOf(b.plan));
  return byLength.findLast(({ plan }) => stepsOf(plan) <= STEPS) ?? byLength[0];
}

/** A case of a sweep with what the programs did in it; null where the sweep makes none. */
export async function liveSweep(claim: string, { child, programs }: Session): Promise<Witness | null> {
  const cases: PlannedCase[] = [];
  for (let index = 0; index < LOOKED_AT; index++)
    cases.push(await child.ask<'plan'>({ type: 'plan', claim, index }, PATIENCE.silence));
  const chosen = telling(cases);
  if (chosen === undefined) return null;
  const { plan, twin } = chosen;
  const { verdict } = await child.ask<'replay'>(
    { type: 'replay', witness: { rule: claim, plan, twin } },
    PATIENCE.silence,
  );
  const { kind, expected, observed, detail } = verdict;
  const said = { verdict: kind, expected, observed, detail };
  return { formatVersion: 1, rule: claim, kind: 'exemplar', ...said, plan, twin, programs };
}
