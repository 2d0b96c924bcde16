// What plans of a guided run did otherwise than documented: one of each kind, tried again on the other runtime.
import type { Plan } from '../../spec/plan';
import type { GuidedFinding } from '../../spec/reach';
import { ruleById } from '../../spec/rules';
import type { Case } from '../../spec/verdict';
import { shrinkPlan } from '../shrink/shrink-plan';
import { isDeviation, signatureOf } from '../tally';
import { noteFault, type Faults } from './faults';
import { judgedAs } from './judged-as';
import { planSize } from '../../report/plan-size';
import type { TraceInput } from './trace-engine';
import { attempted, sentenceOn, type Origin, type Sentence } from './try-judged';

type Found = Sentence & { readonly claim: string; readonly plan: Plan; readonly count: number };
type Findings = Map<string, Found>;

export const newFindings = (): Findings => new Map();

/** The rules that a deviation is about: those broken, or the freedoms made use of; every plan has effects. */
const aboutIn = ({ verdict: { because } }: Sentence): readonly string[] =>
  [...because].filter((id) => ruleById(id)?.expects.kind !== 'effect').sort();

/** The same outcome of other rules is another finding: the baseline knows outcomes rule by rule. */
const kindOf = (sentence: Sentence): string =>
  `${signatureOf(sentence.verdict)}|${aboutIn(sentence).join(' ')}`;

/** Adds to those of its kind, of which the smallest plan stays. */
function add(findings: Findings, found: Found): void {
  const key = kindOf(found);
  const before = findings.get(key);
  const count = found.count + (before?.count ?? 0);
  const smallest = before === undefined || planSize(found.plan) < planSize(before.plan) ? found : before;
  findings.set(key, { ...smallest, count });
}

/** Counts a verdict that is no match. */
export function noteFinding(
  findings: Findings,
  { claim, plan }: Origin,
  { verdict, exercised }: Sentence,
): void {
  if (isDeviation(verdict)) add(findings, { claim, plan, verdict, exercised, count: 1 });
}

/** What came of a smaller plan; without a verdict where it could not be run. */
type Tried = Sentence | { readonly exercised: ReadonlySet<string> };
const NOTHING: Tried = { exercised: new Set() };

/** Where findings are tried again, and what is noted if the suite fails there. */
export type Confirming = Pick<TraceInput, 'beforeCase' | 'runner' | 'fences'> & { readonly faults: Faults };

async function sentenceAgain(
  { runner, faults }: Pick<Confirming, 'runner' | 'faults'>,
  origin: Origin,
): Promise<Sentence | null> {
  const tried = await attempted(async () => sentenceOn(origin, await runner.run(origin.plan), runner));
  if (!('kind' in tried)) return tried;
  if (tried.kind === 'failed') noteFault(faults, origin, tried.error, { whenConfirming: true });
  return null;
}

/** The same outcome, and about no rule that the larger plan was not about. */
function isSame(sentence: Sentence | null, { verdict, ...rest }: Sentence): boolean {
  if (sentence === null || signatureOf(sentence.verdict) !== signatureOf(verdict)) return false;
  const known = new Set(aboutIn({ verdict, ...rest }));
  return aboutIn(sentence).every((id) => known.has(id));
}

/** Made smaller if the other runtime shows it too, else null. */
async function confirmed(found: Found, input: Confirming, tries: number): Promise<Found | null> {
  const { claim, plan, count } = found;
  const { beforeCase } = input;
  const again = async (one: Plan): Promise<Sentence | null> => {
    beforeCase?.(claim, count);
    return sentenceAgain(input, { claim, plan: one });
  };
  const second = await again(plan);
  if (second === null || !isSame(second, found)) return null;
  const { generated, outcome } = await shrinkPlan<Case, Tried>(
    { generated: { plan, twin: null }, outcome: second },
    {
      run: async (one) => (await again(one.plan)) ?? NOTHING,
      wanted: (sentence) => 'verdict' in sentence && isSame(sentence, found),
      tries,
      origin: { claim: null, fences: input.fences },
    },
  );
  return { ...found, ...outcome, plan: generated.plan };
}

const inOrder = (findings: Findings): readonly Found[] =>
  [...findings].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, found]) => found);

const told = ({ claim, plan, verdict, exercised, count }: Found, isConfirmed: boolean): GuidedFinding => ({
  ...{ claim, plan, judgedAs: judgedAs({ claim, plan }), verdict, count, isConfirmed },
  exercised: [...exercised].sort(),
});

/** Every kind of finding, made smaller where the other runtime shows it too; what is then the same counts as one. */
export async function confirmFindings(
  findings: Findings,
  input: Confirming,
  tries: number,
): Promise<GuidedFinding[]> {
  const small = newFindings();
  const alone = newFindings();
  for (const found of inOrder(findings)) {
    const second = await confirmed(found, input, tries);
    if (second === null) add(alone, found);
    else add(small, second);
  }
  return [
    ...inOrder(small).map((found) => told(found, true)),
    ...inOrder(alone).map((found) => told(found, false)),
  ];
}
