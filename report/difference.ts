// Finds the first field in which two plain values differ; runs once per case, so it builds text only on a difference.
import { isPattern, sameBytes } from './bytes-text';

export type FieldDifference = { readonly path: string; readonly expected: unknown; readonly actual: unknown };

type Fields = Readonly<Record<string, unknown>>;

const under = (step: string, found: FieldDifference): FieldDifference => ({
  ...found,
  path: step + found.path,
});

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

function inArrays(expected: readonly unknown[], actual: readonly unknown[]): FieldDifference | null {
  if (expected.length !== actual.length) {
    return { path: '.length', expected: expected.length, actual: actual.length };
  }
  for (let index = 0; index < expected.length; index++) {
    const found = firstDifference(expected[index], actual[index]);
    if (found !== null) return under(`[${index}]`, found);
  }
  return null;
}

function inFields(expected: Fields, actual: Fields): FieldDifference | null {
  // Bytes differ as a whole: how they are written down is no field of theirs.
  if (isPattern(expected) && isPattern(actual))
    return sameBytes(expected, actual) ? null : { path: '', expected, actual };
  for (const key in expected) {
    const found = firstDifference(expected[key], actual[key]);
    if (found !== null) return under(`.${key}`, found);
  }
  for (const key in actual) {
    if (!(key in expected)) return { path: `.${key}`, expected: undefined, actual: actual[key] };
  }
  return null;
}

/**
 * The first difference in key order, or null. Compares primitives (bigints too) by value, arrays in order.
 * Paths look like `.outputs[0].lamports`; arrays of different length differ in `.length`.
 */
export function firstDifference(expected: unknown, actual: unknown): FieldDifference | null {
  if (expected === actual) return null;
  if (Array.isArray(expected) && Array.isArray(actual)) return inArrays(expected, actual);
  if (isFields(expected) && isFields(actual) && Array.isArray(expected) === Array.isArray(actual)) {
    return inFields(expected, actual);
  }
  return { path: '', expected, actual };
}
