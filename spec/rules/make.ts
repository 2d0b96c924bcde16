// Short constructors for rule data, so that each rule reads as one sentence with its source.
import type { Area, DocumentName, Expectation, Rule, Source } from '../rule';

export const invokeCpi = (section: string, sentence: string): Source => ({
  document: 'INVOKE_CPI.md',
  section,
  sentence,
});
export const cpiContext = (section: string, sentence: string): Source => ({
  document: 'CPI_CONTEXT.md',
  section,
  sentence,
});
export const linked =
  (document: DocumentName) =>
  (section: string, sentence: string): Source => ({ document, section, sentence });
const sibling =
  (document: DocumentName) =>
  (section: string, sentence: string): Source => ({ document, section, sentence });
export const invoke = sibling('INVOKE.md');
export const instructions = sibling('INSTRUCTIONS.md');
export const pipeline = sibling('PROCESSING_PIPELINE.md');
export const initialize = (section: string, sentence: string): Source => ({
  document: 'INIT_CPI_CONTEXT_ACCOUNT.md',
  section,
  sentence,
});

/** An error that the documents number. */
export const code = (number: number, error: string): Expectation => ({
  kind: 'rejects',
  code: number,
  error,
});
/** An error that the documents name without a number. */
export const named = (error: string, number: number | null = null): Expectation => ({
  kind: 'rejects',
  code: number,
  error,
});
/** An error that the documents demand without naming it. */
export const rejects: Expectation = { kind: 'rejects', code: null, error: null };
export const accepts: Expectation = { kind: 'accepts' };
export const effect: Expectation = { kind: 'effect' };

export type Draft = Omit<Rule, 'id' | 'area' | 'provenance' | 'steps'> &
  Partial<Pick<Rule, 'provenance' | 'steps'>>;

/** Rules without their sources: each instruction's page has its own. */
export type Unsourced = Readonly<Record<string, Omit<Draft, 'sources'>>>;

/** What a rule that no document states has in common: it was seen, and nothing stands behind it. */
export const observed = { provenance: 'observed', expects: effect, sources: [] } as const;

const STEPS_OF_AREA: Readonly<Record<Area, readonly [number, number]>> = {
  'instruction-data': [1, 1],
  accounts: [2, 2],
  'signer-checks': [3, 3.9],
  modes: [4, 4.9],
  validation: [4, 4.9],
  limits: [4.3, 4.3],
  effects: [5, 5],
  initialization: [2, 2],
  invoke: [2, 2],
  differences: [2, 5],
  'read-only': [2, 2],
  'account-info': [2, 2],
  're-initialization': [2, 2],
  sol: [5, 5],
  addresses: [5, 5],
  proofs: [5, 5],
  codes: [1, 5],
  'cpi-guide': [1, 1],
  token: [4, 5],
};

/** Rules of one area; the keys are the second half of the ids. */
export const rulesOf = (area: Area, drafts: Readonly<Record<string, Draft>>): readonly Rule[] =>
  Object.entries(drafts).map(([name, draft]) => ({
    provenance: 'documented',
    steps: STEPS_OF_AREA[area],
    ...draft,
    id: `${area}/${name}`,
    area,
  }));
