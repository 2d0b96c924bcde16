// Tries mutants with the cases of claims: traced ones first, those about proofs last, and more where nothing is noticed.
import { EXIT } from '../../report/exit-code';
import type { CaseRange, CaseReference, Mutant } from '../../spec/mutation';
import type { Area } from '../../spec/rule';
import type { Claim } from '../../suites/engine-types';
import { Failure } from '../failure';
import type { OpenOptions } from '../protocol';
import type { KnownOf } from './known-mutants';
import type { Lanes, Outcome } from './lanes';
import type { ClaimTraces } from './mutants';
import type { MutateOptions } from './options';
import { isSettled, type Tried } from './rows';

export const PROOFS: Area = 'proofs';

/** A sweep is about many rules at once, and an attempt at a code about one plan and little beside it. */
const SWEEP = 2;
const ATTEMPT = 0.5;
const weightOf = ({ kind, area }: Claim): number =>
  kind === 'sweep' ? SWEEP : area === 'codes' ? ATTEMPT : 1;

/** How many cases of a claim are run where a rule has so many. */
const casesFor = (cases: number, claim: Claim): number => Math.ceil(cases * weightOf(claim));

export type Job = {
  readonly options: MutateOptions;
  readonly open: OpenOptions;
  readonly systemProgram: Buffer;
  readonly claims: readonly Claim[];
  readonly lanes: Lanes;
};

const say = (text: string): void => void process.stderr.write(`${text}\n`);

/** Every so many answers. */
const TELL_EVERY = 25;
/** Says how many are done, every so often. */
export const telling =
  (what: string, of: number) =>
  (count: number): void => {
    if (count % TELL_EVERY === 0 || count === of) say(`${what}: ${count} of ${of}`);
  };

/** @throws Failure with exit code 3 where a worker died of a claim on the program as it is. */
function answered<T>(outcome: { readonly answer: T } | { readonly death: { reason: string } }, what: string) {
  if ('answer' in outcome) return outcome.answer;
  throw new Failure(`The cases of ${what} could not be run (${outcome.death.reason}).`, EXIT.fault);
}

/** The traces of each claim's first cases. */
export async function tracesOf({ claims, options, lanes }: Job): Promise<readonly ClaimTraces[]> {
  const requests = claims.map((claim) => ({
    type: 'trace' as const,
    claim: claim.id,
    cases: casesFor(options.cases, claim),
  }));
  const answers = await lanes.askAll<'trace'>(requests, telling('claims traced', requests.length));
  return answers.map((answer, i) => {
    const claim = claims[i]?.id ?? '';
    return { claim, ...answered(answer, claim) };
  });
}

const areasOf = ({ claims }: Pick<Job, 'claims'>): ReadonlyMap<string, string> =>
  new Map(claims.map(({ id, area }) => [id, area]));

export type Asked = { readonly mutant: Mutant; readonly ranges: readonly CaseRange[] };

/** A case about a proof costs ten times another: where another rule has noticed already, it is not asked. */
export const withLast = (
  job: Pick<Job, 'claims' | 'options'>,
  ranges: readonly CaseRange[],
): readonly CaseRange[] => {
  const areas = areasOf(job);
  const isLast = ({ claim }: CaseRange): boolean => !job.options.matrix && areas.get(claim) === PROOFS;
  return ranges
    .map((range): CaseRange => (isLast(range) ? { ...range, isLast: true } : range))
    .toSorted((a, b) => Number(isLast(a)) - Number(isLast(b)));
};

export const attempt = (
  job: Job,
  what: string,
  asked: readonly Asked[],
): Promise<readonly Outcome<'mutant'>[]> =>
  job.lanes.askAll<'mutant'>(
    asked.map(({ mutant, ranges }) => ({ type: 'mutant' as const, mutant, ranges: withLast(job, ranges) })),
    telling(what, asked.length),
  );

/** So many cases of each claim, from the one at which they begin, with what the program does with them. */
export async function laterCases(
  { claims, lanes, options: { deep } }: Job,
  ids: ReadonlySet<string>,
  start: number,
): Promise<ReadonlyMap<string, CaseRange>> {
  const wanted = claims.filter(({ id }) => ids.has(id));
  const requests = wanted.map((claim) => {
    const first = casesFor(start, claim);
    const indices = Array.from({ length: casesFor(deep, claim) - first }, (_, i) => first + i);
    return { type: 'refer' as const, claim: claim.id, indices };
  });
  const answers = await lanes.askAll<'refer'>(requests, telling('claims run', requests.length));
  return new Map(
    answers.map((answer, i) => {
      const { claim, indices } = requests[i] ?? { claim: '', indices: [] };
      const references: readonly CaseReference[] = answered(answer, claim);
      return [claim, { claim, indices, of: indices.length, references }];
    }),
  );
}

/** An open mutant, and what came of its first trial. */
type Open = Asked & { readonly first: Outcome<'mutant'> };

/**
 * More is asked of claims about proofs only where something changed in one of them: then of all, for each meets the few
 * proofs that there are in another order.
 */
function worthMore({ claims, options }: Job, { ranges, first }: Open): readonly string[] {
  const areas = areasOf({ claims });
  const covering = ranges.map(({ claim }) => claim);
  if (options.matrix) return covering;
  const isAboutProofs = (claim: string): boolean => areas.get(claim) === PROOFS;
  const hasChanged = 'answer' in first && first.answer.unjudged.some(({ claim }) => isAboutProofs(claim));
  const others = covering.filter((claim) => !isAboutProofs(claim));
  return hasChanged ? [...others, ...claims.map(({ id }) => id).filter(isAboutProofs)] : others;
}

/** Cases behind those that were tried. */
async function deeper(job: Job, open: readonly Open[]): Promise<readonly Asked[]> {
  const { cases, deep } = job.options;
  if (deep <= cases) return [];
  const worth = open.map((one) => ({ mutant: one.mutant, claims: worthMore(job, one) }));
  const later = await laterCases(job, new Set(worth.flatMap(({ claims }) => claims)), cases);
  return worth.map(({ mutant, claims }) => ({
    mutant,
    ranges: claims.flatMap((claim) => later.get(claim) ?? []),
  }));
}

export type Trying = {
  readonly mutants: readonly Asked[];
  readonly controls: readonly Asked[];
  /** Mutants of which nothing more is to be learnt: they are known to be equivalent. */
  readonly known: KnownOf;
};

/** What nothing noticed is tried with more cases; controls are not, for nothing is to notice them. */
export async function tried(job: Job, { mutants, controls, known }: Trying): Promise<readonly Tried[]> {
  const all = [...mutants, ...controls];
  const first = await attempt(job, 'mutants tried', all);
  const open = mutants.flatMap((one, i): Open[] => {
    const outcome = first[i];
    if (outcome === undefined || isSettled(outcome) || known(one.mutant) !== null) return [];
    return [{ ...one, first: outcome }];
  });
  const second = await attempt(job, 'tried once more', await deeper(job, open));
  const again = new Map(open.map(({ mutant }, i) => [mutant.id, second[i]]));
  return all.map(({ mutant }, i) => ({
    mutant,
    outcomes: [first[i], again.get(mutant.id)].filter((one) => one !== undefined),
  }));
}
