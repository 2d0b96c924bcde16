// Tells LiteSVM's outcomes as bankrun would have told them where the runtimes are known to have other names for the same.
import { observedName } from '../../report/outcome-names';
import type { Observation, Raised } from '../../spec/outcome';
import type { Plan } from '../../spec/plan';
import { toldOtherwise, type Place, type RuntimeDifference } from '../../spec/runtime-differences';
import { allOn, isTooLarge, type Runner, type Tried } from '../runner';
import type { Notebook } from './notebook';
import { givesToPrograms } from './towards-programs';

const retold = (raised: Raised, { told }: RuntimeDifference): Raised =>
  told === null
    ? raised
    : {
        program: told.program ?? raised.program,
        code: told.code ?? null,
        error: told.error,
        panicked: told.panicked,
      };

type Telling = { readonly place: Place; readonly notebook: Notebook };

function tell(observation: Observation, plan: Plan, { place, notebook }: Telling): Observation {
  const transactions = observation.transactions.map((outcome) => {
    const litesvm = observedName(outcome.raised);
    const known = outcome.raised === null ? undefined : toldOtherwise(litesvm, place);
    if (outcome.raised === null || known === undefined) return outcome;
    if (known.told?.unlessUnitsTaken === true && outcome.unitsTaken === true) return outcome;
    if (known.told?.onlyTowardsPrograms === true && !givesToPrograms(plan)) return outcome;
    const raised = retold(outcome.raised, known);
    notebook.note(plan, [{ part: 'outcome', bankrun: observedName(raised), litesvm }]);
    return { ...outcome, raised };
  });
  return { transactions };
}

/** A runner on LiteSVM whose outcomes in a claim can be compared with what is known of bankrun's; each one that was retold is noted. */
export function toldAsOnBankrun(runner: Runner, telling: Telling): Runner {
  const runAll: NonNullable<Runner['runAll']> = async (plans, before) => {
    const tried = await allOn(runner)(plans, before);
    return tried.map((one: Tried, at) => {
      const plan = plans[at];
      return isTooLarge(one) || plan === undefined ? one : tell(one, plan, telling);
    });
  };
  const run: Runner['run'] = async (plan) => tell(await runner.run(plan), plan, telling);
  const { atSlot } = runner;
  return {
    ...runner,
    run,
    runAll,
    ...(atSlot && { atSlot: async (slot: number) => toldAsOnBankrun(await atSlot(slot), telling) }),
  };
}
