// What plans of a guided run did otherwise than documented: one of each kind, tried again on the other runtime.
import { HarnessFault } from '../../harness/errors';
import type { Plan } from '../../spec/plan';
import type { GuidedFinding } from '../../spec/reach';
import type { Verdict } from '../../spec/verdict';
import type { Runner } from '../runner';
import { shrinkPlan } from '../shrink/shrink-plan';
import { isDeviation, signatureOf } from '../tally';
import type { TraceInput } from './trace-engine';
import { verdictOn } from './try-judged';

type Found = { readonly claim: string; plan: Plan; verdict: Verdict; count: number };
type Findings = Map<string, Found>;

export const newFindings = (): Findings => new Map();

const sizeOf = (plan: Plan): number =>
  JSON.stringify(plan, (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value)).length;

/** Counts a verdict that is no match; of each kind the smallest plan is kept. */
export function noteFinding(
  findings: Findings,
  { claim, plan }: { readonly claim: string; readonly plan: Plan },
  verdict: Verdict,
): void {
  if (!isDeviation(verdict)) return;
  const key = signatureOf(verdict);
  const before = findings.get(key);
  if (before === undefined) {
    findings.set(key, { claim, plan, verdict, count: 1 });
    return;
  }
  before.count += 1;
  if (sizeOf(plan) < sizeOf(before.plan)) Object.assign(before, { plan, verdict });
}

const NOTHING = new Set<string>();

async function verdictAgain(runner: Runner, plan: Plan): Promise<Verdict | null> {
  try {
    return verdictOn(plan, await runner.run(plan), runner);
  } catch (error) {
    if (error instanceof HarnessFault || !(error instanceof Error)) throw error;
    return null;
  }
}

async function confirmed(
  { claim, plan, verdict, count }: Found,
  input: TraceInput,
  tries: number,
): Promise<GuidedFinding> {
  const { runner, beforeCase } = input;
  const again = async (one: Plan): Promise<Verdict | null> => {
    beforeCase?.(claim, count);
    return verdictAgain(runner, one);
  };
  const signature = signatureOf(verdict);
  const second = await again(plan);
  if (second === null || signatureOf(second) !== signature)
    return { claim, plan, verdict, count, isConfirmed: false };
  const smallest = await shrinkPlan(
    { generated: { plan, twin: null }, outcome: { exercised: NOTHING, verdict: second as Verdict | null } },
    {
      run: async (one) => ({ exercised: NOTHING, verdict: await again(one.plan) }),
      wanted: (outcome) => outcome.verdict !== null && signatureOf(outcome.verdict) === signature,
      tries,
    },
  );
  const { generated, outcome } = smallest;
  return { claim, plan: generated.plan, verdict: outcome.verdict ?? second, count, isConfirmed: true };
}

/** Every kind of finding, made smaller where the other runtime shows it too; in the order of their names. */
export async function confirmFindings(
  findings: Findings,
  input: TraceInput,
  tries: number,
): Promise<GuidedFinding[]> {
  const out: GuidedFinding[] = [];
  for (const [, found] of [...findings].sort(([a], [b]) => (a < b ? -1 : 1)))
    out.push(await confirmed(found, input, tries));
  return out;
}
