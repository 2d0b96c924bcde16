// Checks JSON text against a published schema and says in one sentence what is wrong with it.
import Ajv2020, { type ErrorObject, type ValidateFunction } from 'ajv/dist/2020';
import { BadFile } from './bad-file';

/** Levels of lists and objects; no file of ours has twenty, and what reads them calls itself for each. */
const DEEPEST = 100;

/** Compiled anew in each process for a file or two: that the schemas are valid themselves is a test's question, not a run's. */
const QUICK = { validateSchema: false, meta: false, inlineRefs: false, code: { optimize: false } };

/** Where alternatives have a `kind`, one that does not fit is told about that kind alone. OpenAPI's word for it is none of JSON Schema's, so the published files lack it. */
const byKind = (_: string, value: { readonly oneOf?: unknown; readonly required?: unknown }): unknown =>
  Array.isArray(value?.oneOf) && Array.isArray(value.required) && value.required.includes('kind')
    ? { ...value, discriminator: { propertyName: 'kind' } }
    : value;

const toldByKind = (schema: object): object => JSON.parse(JSON.stringify(schema), byKind) as object;

function compile(schema: object, named: readonly object[]): ValidateFunction {
  const ajv = new Ajv2020({ verbose: true, discriminator: true, allowUnionTypes: true, ...QUICK });
  return ajv.addSchema(named.map(toldByKind)).compile(toldByKind(schema));
}

/** `/transactions/0/feePayer` as `transactions[0].feePayer`. */
export function fieldName(pointer: string): string {
  const steps = pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return steps
    .map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
}

const described = (error: ErrorObject): string | undefined =>
  (error.parentSchema as { description?: string } | undefined)?.description;

const VALUE_KEYWORDS: ReadonlySet<string> = new Set([
  'pattern',
  'format',
  'enum',
  'const',
  'type',
  'minimum',
  'maximum',
  'minLength',
  'minItems',
]);

const TYPE_NAMES: Readonly<Record<string, string>> = {
  object: 'an object',
  array: 'a list',
  string: 'text',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
  null: 'null',
};

/** What a value must be, by the schema's own words for it; those at the top say what the file is for. */
function wanted(error: ErrorObject): string | undefined {
  if (!VALUE_KEYWORDS.has(error.keyword)) return undefined;
  const { type } = error.params as { type?: unknown };
  const own = error.instancePath === '' ? undefined : described(error);
  return own ?? (typeof type === 'string' ? TYPE_NAMES[type] : undefined);
}

function wrong(error: ErrorObject): string {
  const params = error.params as { additionalProperty?: string; missingProperty?: string };
  if (params.additionalProperty !== undefined) return `has the unknown field "${params.additionalProperty}"`;
  if (params.missingProperty !== undefined) return `lacks the field "${params.missingProperty}"`;
  const description = wanted(error);
  const data = JSON.stringify(error.data) ?? 'nothing';
  return `${description === undefined ? (error.message ?? 'is wrong') : `must be ${description}`}, but is ${data.slice(0, 60)}`;
}

/** The error that says most: the deepest one; among equals one that is not about a missing null. */
function best(errors: readonly ErrorObject[]): ErrorObject | undefined {
  const depth = (error: ErrorObject): number => error.instancePath.split('/').length;
  const weight = (error: ErrorObject): number =>
    2 * depth(error) +
    (error.keyword === 'anyOf' || (error.params as { type?: unknown }).type === 'null' ? 0 : 1);
  return errors.toSorted((a, b) => weight(b) - weight(a))[0];
}

/** Whether lists and objects lie in each other deeper than any file of ours; told without calling itself. */
function isTooDeep(value: unknown): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((one) =>
      typeof one === 'object' && one !== null ? (Object.values(one) as unknown[]) : [],
    );
  }
  return false;
}

/** A message that quotes a file's text, which may be no text at all, on one line and without what a terminal would obey. */
const printable = (message: string): string =>
  message.replaceAll(/[\p{Cc}\p{Cf}\uFFFD]/gu, (one) => (/\s/.test(one) ? ' ' : '?')).replaceAll(/\s+/g, ' ');

/** Some editors write it in front. */
const BYTE_ORDER_MARK = /^\uFEFF/;

function parseText(text: string, file: string): unknown {
  if (text.trim() === '') throw new BadFile(`${file} is empty: write or copy it again.`);
  try {
    return JSON.parse(text.replace(BYTE_ORDER_MARK, '')) as unknown;
  } catch (error) {
    const why = printable((error as Error).message);
    throw new BadFile(`${file} is not valid JSON: ${why}.`);
  }
}

/**
 * A parser for files of one schema, which may refer to parts of the others: gives the checked but otherwise untouched value.
 * @throws BadFile with one sentence naming the file, the field and what is wrong.
 */
export function schemaParser(
  schema: object,
  ...others: readonly object[]
): (text: string, file: string) => unknown {
  let validate: ValidateFunction | undefined;
  return (text, file) => {
    const value = parseText(text, file);
    if (isTooDeep(value))
      throw new BadFile(`${file} is no file of this tool: it is nested more than ${DEEPEST} levels deep.`);
    validate ??= compile(schema, others);
    if (validate(value)) return value;
    const error = best(validate.errors ?? []);
    const field = error === undefined ? '' : fieldName(error.instancePath);
    const what = error === undefined ? 'does not fit its schema' : wrong(error);
    throw new BadFile(field === '' ? `${file} ${what}.` : `${file}: ${field} ${what}.`);
  };
}
