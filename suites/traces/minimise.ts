// Makes the kept plans of a guided run smaller, as long as they reach what no unguided plan does.
import type { CorpusEntry } from '../../spec/reach';
import { shrinkPlan } from '../shrink/shrink-plan';
import { tryNoted } from './faults';
import type { Hunt, Kept } from './guided';
import { judgedAs } from './judged-as';

const NOTHING = new Set<string>();

/** Edges to keep, and how many smaller plans may be tried. */
type Beyond = { readonly beyond: readonly number[]; readonly tries: number };
type Small = { readonly entry: CorpusEntry; readonly executions: number };

async function smaller(hunt: Hunt, kept: Kept, { beyond, tries }: Beyond): Promise<Small> {
  let executions = 0;
  const reaches = (edges: ReadonlySet<number>): boolean => beyond.every((edge) => edges.has(edge));
  const { generated, outcome: last } = await shrinkPlan(
    {
      generated: { plan: kept.plan, twin: null },
      outcome: { exercised: NOTHING, reaches: true, verdict: kept.verdict },
    },
    {
      run: async ({ plan }) => {
        executions += 1;
        hunt.input.beforeCase?.(kept.claim, executions);
        const tried = await tryNoted({ ...hunt.input, ...hunt }, { claim: kept.claim, plan });
        if (tried.kind !== 'judged') return { exercised: NOTHING, reaches: false, verdict: kept.verdict };
        return { exercised: NOTHING, reaches: reaches(tried.reach.edges), verdict: tried.verdict };
      },
      wanted: (outcome) => outcome.reaches,
      tries,
    },
  );
  const { verdict } = last;
  const entry = {
    ...kept,
    plan: generated.plan,
    judgedAs: judgedAs({ claim: kept.claim, plan: generated.plan }),
    beyond,
    isMinimised: true,
    outcome: verdict.observed,
    verdict,
  };
  return { entry, executions };
}

/** The corpus with its plans made smaller, and how many executions that took. */
export async function minimised(
  hunt: Hunt,
  unguided: ReadonlySet<number>,
  tries: number,
): Promise<{ readonly corpus: readonly CorpusEntry[]; readonly executions: number }> {
  const corpus: CorpusEntry[] = [];
  let executions = 0;
  for (const kept of hunt.corpus) {
    const beyond = kept.edges.filter((edge) => !unguided.has(edge));
    if (beyond.length === 0) {
      corpus.push({ ...kept, judgedAs: judgedAs(kept), beyond, isMinimised: false });
      continue;
    }
    const small = await smaller(hunt, kept, { beyond, tries });
    executions += small.executions;
    corpus.push(small.entry);
  }
  return { corpus, executions };
}
