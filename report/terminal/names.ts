// Adds the documents' names to error numbers in text for people; keys and files keep the bare numbers.
import type { DocumentedError } from '../../spec/error-table';
import { ANY_ERROR, FROZEN_ERROR, withoutPlace } from '../outcome-names';

type Errors = readonly DocumentedError[];

const nameOf = (code: string, errors: Errors): string | undefined =>
  errors.find((error) => String(error.code) === code)?.name;

/** `6020|any error` as `6020 CpiContextAccountUndefined or any error that no document names`. */
export function expectedText(expected: string, errors: Errors): string {
  const errorsOnly = withoutPlace(expected);
  const parts = errorsOnly.split('|').map((part) => {
    if (part === ANY_ERROR) return `${part} that no document names`;
    if (part === FROZEN_ERROR) return `${part}: one that the baseline lists as observed`;
    const name = nameOf(part, errors);
    return name === undefined ? part : `${part} ${name}`;
  });
  return parts.join(' or ') + expected.slice(errorsOnly.length);
}

/** `light-system:6002` as `6002 CpiSignerCheckFailed from light-system`; other programs' numbers stay bare. */
export function observedText(observed: string, errors: Errors): string {
  const colon = observed.lastIndexOf(':');
  if (colon < 0) return observed;
  const [program, error] = [observed.slice(0, colon), observed.slice(colon + 1)];
  if (error === 'panic') return `${program} panicked`;
  const name = program === 'light-system' ? nameOf(error, errors) : undefined;
  return `${error}${name === undefined ? '' : ` ${name}`} from ${program}`;
}
