// Writes a value of a plan or a world as short text for one line of a sentence.

const LIMIT = 72;

const quoteless = (value: unknown): string => {
  if (value === undefined) return 'absent';
  if (value === null) return 'none';
  if (typeof value === 'object') return show(value);
  return typeof value === 'string' && value === '' ? '(empty)' : String(value);
};

const field = ([key, value]: readonly [string, unknown]): string => `${key} ${quoteless(value)}`;

function show(value: object): string {
  if (Array.isArray(value)) return `[${value.map(quoteless).join(', ')}]`;
  return `{ ${Object.entries(value).map(field).join(', ')} }`;
}

/** `value` on one line of at most `limit` characters; bigints as decimals, null as `none`, undefined as `absent`. */
export function showValue(value: unknown, limit: number = LIMIT): string {
  const text = quoteless(value);
  return text.length <= limit ? text : `${text.slice(0, limit - 3)}...`;
}
