// How the model is asked: by which rules, with which facts, and for how much.
import type { WorldFacts } from '../spec/facts';
import type { Expectation, Rule } from '../spec/rule';
import { ruleById, RULES } from '../spec/rules';
import { DOCUMENTED_SHAPE, type WorldShape } from '../spec/versions';

export type ModelOptions = {
  /** A model is made wrong on purpose by other rules than the documents', or by one that no longer holds. */
  readonly rules: readonly Rule[];
  readonly dropped: ReadonlySet<string>;
  /** Or by one that says the contrary. */
  readonly negated?: Rule;
  /** What the accounts of the version's world look like. */
  readonly shape: WorldShape;
  /** Without facts nothing is said about leaf indices, hashes and fees. */
  readonly facts: WorldFacts | null;
  /** Whether to say what every appended leaf must be: half a millisecond each. */
  readonly leaves: boolean;
  /** The world's account-compression only records what it is handed: nothing is appended or nullified. */
  readonly recorded: boolean;
  /** Whether to say what is handed on as each execution's transaction hash, where that is recorded: some milliseconds. */
  readonly transactionHashes: boolean;
  /** Ids of the observed rules that are asked about; documented ones always are. */
  readonly observed: ReadonlySet<string>;
  /** The rule that the cases are about: where it has parts, a refusal says which is broken. */
  readonly asked?: string;
  /** Whether a refused proof that does not log what it should have proven is another observation, rather than none. */
  readonly mustLog?: boolean;
};

/** What violating a rule calls for, in this model. */
export const expectationOf = (id: string, { rules }: Pick<ModelOptions, 'rules'>): Expectation | undefined =>
  (rules.find((rule) => rule.id === id) ?? ruleById(id))?.expects;

/** The documents, and nothing that they do not say. */
export const DOCUMENTS: ModelOptions = {
  rules: RULES,
  dropped: new Set(),
  shape: DOCUMENTED_SHAPE,
  facts: null,
  leaves: false,
  recorded: false,
  transactionHashes: false,
  observed: new Set(),
};
