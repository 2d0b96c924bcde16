// What people have in hand of an error when they ask about it: a number, its hex in a log line, or a name of our tables.
import { DOCUMENTED_ERRORS, type DocumentedError } from '../spec/error-table';

/** `0x178b`, alone or in the runtime's log line. */
const HEX = /^(?:.*custom program error: )?(0x[0-9a-f]{1,8})$/i;
/** `light-system:6027`, as the tables name it. */
const QUALIFIED = /^(light-system|account-compression|solana-system):(\d+)$/;

export const PANIC = /^(?:[a-z-]+:)?panic$/;

/** The same in the words of rules and tables: a number for hex and for the system program's own, anything else as it is. */
export function plainTarget(target: string): string {
  const hex = HEX.exec(target.trim())?.[1];
  if (hex !== undefined) return String(Number(hex));
  const [, program, number] = QUALIFIED.exec(target) ?? [];
  return program === 'light-system' && number !== undefined ? number : target;
}

/** The number that a target is about, whoever raised it; undefined where it is about none. */
export function numberOf(target: string): number | undefined {
  const plain = plainTarget(target);
  const number = QUALIFIED.exec(plain)?.[2] ?? plain;
  return /^\d+$/.test(number) ? Number(number) : undefined;
}

/** The documented errors that a number, hex or name means. */
export function errorsNamed(target: string): readonly DocumentedError[] {
  const plain = plainTarget(target.trim());
  return DOCUMENTED_ERRORS.filter(
    ({ code, name }) => name === plain || (code !== null && String(code) === plain),
  );
}

/** Every way in which the tables name an error: by its name, and by its number where it has one. */
export const ERROR_NAMES: readonly string[] = DOCUMENTED_ERRORS.flatMap(({ code, name }) =>
  code === null ? [name] : [name, String(code)],
);
