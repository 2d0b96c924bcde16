// Asks the programs about every mutant: each claim runs once, and is judged by all mutants that it is asked about.
import type { ClaimRefutations, ModelMutant, MutantResult, OwnCases } from '../../spec/model-mutation';

/** What the cases of a claim say about these mutants. */
export type Ask = (claim: string, mutants: readonly string[]) => Promise<ClaimRefutations>;

export type Refuted = {
  readonly mutants: readonly Omit<MutantResult, 'explained'>[];
  readonly own: Readonly<Record<string, OwnCases>>;
};

type Standing = ModelMutant & { refutation: MutantResult['refutation']; cases: number };

const noteOn = (mutant: Standing, { refuted, executed }: ClaimRefutations): void => {
  const refutation = refuted[mutant.id] ?? null;
  mutant.refutation = refutation;
  mutant.cases += refutation === null ? executed : refutation.index + 1;
};

const isStanding = ({ refutation }: Standing): boolean => refutation === null;

type Asked = { readonly mutants: readonly Standing[]; readonly ask: Ask };

async function askOwn({ mutants, ask }: Asked): Promise<{
  readonly own: Record<string, OwnCases>;
  readonly exercised: ReadonlyMap<string, readonly string[]>;
}> {
  const rules = [...new Set(mutants.map(({ rule }) => rule))];
  const own: Record<string, OwnCases> = {};
  const exercised = new Map<string, readonly string[]>();
  for (const rule of rules) {
    const its = mutants.filter((mutant) => mutant.rule === rule);
    const said = await ask(
      rule,
      its.map(({ id }) => id),
    );
    for (const mutant of its) noteOn(mutant, said);
    own[rule] = { executed: said.executed, matching: said.matching, named: said.named };
    exercised.set(rule, said.exercised);
  }
  return { own, exercised };
}

/** What own cases do not refute is looked for elsewhere: every claim is asked once about all that it may refute, and counts where it exercises the rule. */
async function askElsewhere(
  { mutants, ask }: Asked,
  elsewhere: (mutant: ModelMutant) => readonly string[],
): Promise<void> {
  const left = mutants.filter(isStanding);
  const places = new Map(left.map((mutant) => [mutant.id, elsewhere(mutant)]));
  const claims = [...new Set([...places.values()].flat())];
  const seen = new Map<string, ClaimRefutations>();
  for (const claim of claims) {
    const its = left.filter(({ id }) => places.get(id)?.includes(claim));
    seen.set(
      claim,
      await ask(
        claim,
        its.map(({ id }) => id),
      ),
    );
  }
  for (const mutant of left)
    for (const claim of places.get(mutant.id) ?? []) {
      const its = seen.get(claim);
      if (its?.exercised.includes(mutant.rule) === true && isStanding(mutant)) noteOn(mutant, its);
    }
}

export type RefuteAllInput = {
  readonly mutants: readonly ModelMutant[];
  readonly ask: Ask;
  /** Where else to look for a refutation, in order. */
  readonly elsewhere: (mutant: ModelMutant) => readonly string[];
};

/** The first refutation of each mutant: by its own rule's cases, else by those of the first claim elsewhere. */
export async function refuteAll({ mutants, ask, elsewhere }: RefuteAllInput): Promise<Refuted> {
  const all = mutants.map((mutant): Standing => ({ ...mutant, refutation: null, cases: 0 }));
  const asked: Asked = { mutants: all, ask };
  const { own, exercised } = await askOwn(asked);
  const mayTell = (claim: string, { rule }: ModelMutant): boolean =>
    exercised.get(claim)?.includes(rule) ?? true;
  await askElsewhere(asked, (mutant) => elsewhere(mutant).filter((claim) => mayTell(claim, mutant)));
  return { mutants: all, own };
}
