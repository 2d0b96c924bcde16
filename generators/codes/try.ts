// What an attempt is made of: a valid plan of some kind, and the edit that is to raise a code.
import type fc from 'fast-check';
import type { Mutation } from '../edit';
import type { BaseName, Modes } from './base';

export type Try = {
  readonly base: BaseName;
  readonly modes?: Modes;
  /** Applied to plan and twin alike. */
  readonly prepare?: Mutation;
  readonly edit: fc.Arbitrary<Mutation>;
};

/** By the second half of the rules' names (spec/attempts). */
export type Tries = Readonly<Record<string, Try>>;
