// What edits about lookup tables have in common: a call graph whose accounts stand in tables, and one change of it.
import fc from 'fast-check';
import type { Edit, Mutation } from '../../edit';

/** The valid plan has the tables as well. */
export const tableEdit = (
  rule: string,
  mutation: fc.Arbitrary<Mutation>,
  more: Pick<Edit, 'prepare' | 'twin'> = {},
): Edit => ({ rule: `cpi-guide/${rule}`, kinds: ['calls-tables'], mutation, ...more });
