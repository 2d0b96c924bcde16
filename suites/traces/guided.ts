// Guided generation: plans that reach a new edge of the compiled program are kept, and changed further.
import fc from 'fast-check';
import { changed } from '../../generators/mutations/plan';
import { mutation, type Mutation } from '../../generators/mutations/mutation';
import { picker } from '../../generators/mutations/pick';
import type { TracedBackend } from '../../harness/trace/traced-backend';
import type { GuidedRequest, GuidedResult } from '../../spec/reach';
import type { Verdict } from '../../spec/verdict';
import { seedOf } from '../claim-run';
import { faultsOf, newFaults, tryNoted, type Faults } from './faults';
import { confirmFindings, newFindings, noteFinding } from './findings';
import { minimised } from './minimise';
import { plansOf, type TraceInput } from './trace-engine';
import type { Judged, Origin } from './try-judged';

/** A plan and where it comes from. */
export type Seed = Origin & { readonly changes: number };

/** A kept plan; `edges` are those that it was the first to reach. */
export type Kept = Seed & {
  readonly execution: number;
  readonly edges: readonly number[];
  readonly outcome: string;
  readonly verdict: Verdict;
};

export type Hunt = {
  readonly backend: TracedBackend;
  readonly input: TraceInput;
  readonly edges: Set<number>;
  readonly corpus: Kept[];
  readonly findings: ReturnType<typeof newFindings>;
  readonly verdicts: Map<string, number>;
  readonly skipped: Map<string, number>;
  readonly faults: Faults;
  executions: number;
};

const add = (counts: Map<string, number>, key: string): void =>
  void counts.set(key, (counts.get(key) ?? 0) + 1);

/** Runs and judges one plan. */
async function attempt(hunt: Hunt, seed: Seed): Promise<void> {
  hunt.input.beforeCase?.(seed.claim, hunt.executions);
  const tried = await tryNoted({ ...hunt.input, ...hunt }, seed);
  if (tried.kind === 'judged') keep(hunt, seed, tried);
  if (tried.kind === 'skipped') add(hunt.skipped, tried.reason);
}

function keep(hunt: Hunt, seed: Seed, { reach, verdict, exercised }: Judged): void {
  hunt.executions += 1;
  add(hunt.verdicts, verdict.kind);
  noteFinding(hunt.findings, seed, { verdict, exercised });
  const fresh = [...reach.edges].filter((edge) => !hunt.edges.has(edge)).sort((a, b) => a - b);
  fresh.forEach((edge) => hunt.edges.add(edge));
  if (fresh.length > 0)
    hunt.corpus.push({
      ...seed,
      execution: hunt.executions,
      edges: fresh,
      outcome: verdict.observed,
      verdict,
    });
}

const LARGEST = 1_000_000;

/** The newest are chosen most often: half of the choices are among the last quarter. */
const newestFirst = <T>(items: readonly T[], number: number): T | undefined =>
  items[items.length - 1 - Math.floor((number / LARGEST) ** 2 * items.length)];

function offspring({ corpus }: Hunt, { parent, donor, changes }: Mutation): Seed | null {
  const from = newestFirst(corpus, parent);
  const lender = corpus[donor % Math.max(1, corpus.length)];
  if (from === undefined || lender === undefined) return null;
  let plan = from.plan;
  for (const numbers of changes) plan = changed(plan, lender.plan, picker(numbers));
  return plan === from.plan ? null : { claim: from.claim, plan, changes: from.changes + changes.length };
}

/** Cases in turn from all claims, as many as asked for. */
function seedsOf({ claims, executions }: GuidedRequest, input: TraceInput): readonly Seed[] {
  const rounds = Math.ceil(executions / Math.max(1, claims.length));
  const made = claims.map((claim) => ({ claim, plans: plansOf(claim, rounds, input) }));
  const seeds = Array.from({ length: rounds }, (_, round) =>
    made.flatMap(({ claim, plans }): Seed[] => {
      const plan = plans[round]?.at(-1);
      return plan === undefined ? [] : [{ claim, plan, changes: 0 }];
    }),
  );
  return seeds.flat().slice(0, executions);
}

/** Changes are drawn in packs, for some lead to plans that cannot be sent and count for nothing. */
const PACK = 512;
/** So many changes without a plan that runs mean that none is left. */
const PATIENCE = 20;

async function breed(hunt: Hunt, until: number): Promise<void> {
  const { seed } = hunt.input;
  for (let pack = 0; hunt.executions < until && pack < PATIENCE + until / PACK; pack++) {
    const drawn = fc.sample(mutation, { seed: seedOf(seed, `guided/${pack}`), numRuns: PACK });
    for (const one of drawn) {
      const seeded = hunt.executions < until ? offspring(hunt, one) : null;
      if (seeded !== null) await attempt(hunt, seeded);
    }
  }
}

type Unguided = { readonly edges: ReadonlySet<number>; readonly executions: number };

/** The edges of plans as generators make them, and how many of these ran. */
async function unguidedEdges(hunt: Hunt, rest: readonly Seed[]): Promise<Unguided> {
  const edges = new Set(hunt.edges);
  let { executions } = hunt;
  for (const { claim, plan } of rest) {
    hunt.input.beforeCase?.(claim, 0);
    const tried = await tryNoted({ ...hunt.input, ...hunt }, { claim, plan });
    if (tried.kind !== 'judged') continue;
    executions += 1;
    tried.reach.edges.forEach((edge) => edges.add(edge));
  }
  return { edges, executions };
}

const ascending = (numbers: Iterable<number>): number[] => [...numbers].sort((a, b) => a - b);

const newHunt = (backend: TracedBackend, input: TraceInput): Hunt => ({
  backend,
  input,
  edges: new Set(),
  corpus: [],
  findings: newFindings(),
  verdicts: new Map(),
  skipped: new Map(),
  faults: newFaults(),
  executions: 0,
});

/**
 * Runs half of the executions on plans as generators make them, the other half on changed ones; and, for comparison,
 * as many again as generators make them. The same seed gives the same result.
 */
export async function runGuided(
  backend: TracedBackend,
  input: TraceInput,
  request: GuidedRequest,
): Promise<GuidedResult> {
  const hunt = newHunt(backend, input);
  const seeds = seedsOf(request, input);
  const half = Math.ceil(seeds.length / 2);
  for (const seed of seeds.slice(0, half)) await attempt(hunt, seed);
  const unguided = await unguidedEdges(hunt, seeds.slice(half));
  const generated = hunt.executions;
  await breed(hunt, request.executions);
  const { corpus, executions: minimising } = await minimised(hunt, unguided.edges, request.tries);
  const findings = await confirmFindings(hunt.findings, { ...input, faults: hunt.faults }, request.tries);
  return {
    executions: hunt.executions,
    changed: hunt.executions - generated,
    minimising,
    guided: ascending(hunt.edges),
    unguided: ascending(unguided.edges),
    unguidedExecutions: unguided.executions,
    corpus,
    findings,
    verdicts: Object.fromEntries([...hunt.verdicts].sort()),
    skipped: Object.fromEntries([...hunt.skipped].sort()),
    faults: faultsOf(hunt.faults),
  };
}
