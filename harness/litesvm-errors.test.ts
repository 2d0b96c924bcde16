// Tests that LiteSVM's typed errors get the names that bankrun's texts get.
import { readFileSync } from 'node:fs';
import { INSTRUCTION_ERRORS, TRANSACTION_ERRORS } from './litesvm-error-names';
import { INSTRUCTION_ERROR_NAMES, TRANSACTION_ERROR_NAMES } from './runtime-errors';

const DECLARED = readFileSync(require.resolve('litesvm/dist/internal.d.ts'), 'utf8');

/** The members of one of the library's enumerations, by number. */
const declared = (name: string): string[] => {
  const body = new RegExp(`const enum ${name} \\{([^}]*)\\}`).exec(DECLARED)?.[1] ?? '';
  const members: string[] = [];
  for (const [, member = '', number] of body.matchAll(/(\w+) = (\d+)/g)) members[Number(number)] = member;
  return members;
};

it('names errors as the library numbers them', () => {
  expect(INSTRUCTION_ERRORS).toEqual(declared('InstructionErrorFieldless'));
  expect(TRANSACTION_ERRORS).toEqual(declared('TransactionErrorFieldless'));
});

it('spells every error that bankrun can name the same way', () => {
  const missing = (names: readonly string[], known: readonly string[]) =>
    names.filter((name) => !known.includes(name));
  expect(missing(INSTRUCTION_ERROR_NAMES, INSTRUCTION_ERRORS)).toEqual([]);
  const withContents = ['InsufficientFundsForRent', 'DuplicateInstruction'];
  expect(missing(TRANSACTION_ERROR_NAMES, [...TRANSACTION_ERRORS, ...withContents])).toEqual([]);
});
