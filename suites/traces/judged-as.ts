// The sweep that a changed plan is judged and replayed as: the one that knows the instructions which the plan holds.
import type { InstructionName, Plan } from '../../spec/plan';

/** Plans of InvokeCpi alone are judged as always, by the rules of the default areas. */
const USUAL = 'validation/any';

/** The sweeps of the other instructions know their rules besides. */
const SWEEP_OF: Readonly<Partial<Record<InstructionName, string>>> = {
  Invoke: 'invoke/any',
  InvokeCpiWithReadOnly: 'read-only/any',
  InvokeCpiWithAccountInfo: 'account-info/any',
};

/** Areas whose rules no other area's claims are judged by; their sweeps know all instructions. */
const SWEEP_OF_AREA: Readonly<Record<string, string>> = { sol: 'sol/any', addresses: 'addresses/any' };

const instructionsOf = ({ transactions }: Plan): readonly InstructionName[] =>
  transactions.flatMap(({ instructions }) =>
    instructions.flatMap((one) => (one.kind === 'invocation' ? [one.instruction] : [])),
  );

/** The id of the sweep for a plan that was made from a case of `claim`. */
export function judgedAs({ claim, plan }: { readonly claim: string; readonly plan: Plan }): string {
  const own = SWEEP_OF_AREA[claim.slice(0, claim.indexOf('/'))];
  return own ?? instructionsOf(plan).flatMap((name) => SWEEP_OF[name] ?? [])[0] ?? USUAL;
}
