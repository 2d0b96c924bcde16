// Draws one of the edits that fit: any alike, or as often one whose error the documents number, and each number alike.
import fc from 'fast-check';
import { DOCUMENTED_CODES } from '../spec/error-table';
import { ruleById } from '../spec/rules';
import type { Edit, Mutation } from './edit';

const AS_IT_IS: Mutation = (scenario) => scenario;

/** An edit as one mutation: what comes besides, what has to be made ready, and the change. */
const whole = ({ prepare = AS_IT_IS, besides, mutation }: Edit): fc.Arbitrary<Mutation> =>
  besides === undefined
    ? mutation.map((mutate) => (scenario) => mutate(prepare(scenario)))
    : fc.tuple(mutation, besides).map(
        ([mutate, add]) =>
          (scenario) =>
            mutate(prepare(add(scenario))),
      );

export const drawAny = (edits: readonly Edit[]): fc.Arbitrary<Mutation> => fc.oneof(...edits.map(whole));

/** The number that the two documents give to what an edit breaks; null where they give none. */
const codeOf = ({ rule }: Edit): number | null => {
  const expects = ruleById(rule)?.expects;
  const code = expects?.kind === 'rejects' ? expects.code : null;
  return code !== null && DOCUMENTED_CODES.has(code) ? code : null;
};

/** There are many edits and few that end with a given number: drawn alike, some numbers would never come. */
export const drawNumbered = (edits: readonly Edit[]): fc.Arbitrary<Mutation> => {
  const codes = [...new Set(edits.map(codeOf))].filter((code) => code !== null);
  if (codes.length === 0) return drawAny(edits);
  const ofCode = (code: number): fc.Arbitrary<Mutation> =>
    drawAny(edits.filter((edit) => codeOf(edit) === code));
  return fc.oneof(drawAny(edits), fc.oneof(...codes.map(ofCode)));
};
