// Reads what the system program logs when a proof does not verify: the hashes, roots and addresses that it has derived itself.
import type { Derived, Raised } from '../spec/outcome';

const FAILED_VERIFICATION = 6043;
const BYTES = 32;

/** The lists of bytes behind a name, in hex; undefined where the line is missing or cut. */
function listsBehind(name: string, logs: readonly string[]): string[] | undefined {
  const head = `Program log: ${name} `;
  const line = logs.find((one) => one.startsWith(head));
  if (line?.endsWith(']') !== true) return undefined;
  const lists = [...line.slice(head.length).matchAll(/\[([\d, ]+)\]/g)];
  const bytes = lists.map(([, numbers = '']) => Buffer.from(numbers.split(',').map(Number)));
  return bytes.every(({ length }) => length === BYTES) ? bytes.map((one) => one.toString('hex')) : undefined;
}

/** What the runtime writes in the place of all further lines. */
const CUT = 'Log truncated';

/** Undefined for anything but a failed verification, and where the log was cut; null where it does not say. */
export function derivedIn(
  raised: Raised | undefined,
  logs: () => readonly string[],
): Derived | null | undefined {
  if (raised?.program !== 'light-system' || raised.code !== FAILED_VERIFICATION) return undefined;
  const lines = logs();
  const hashes = listsBehind('proof_input_compressed_account_hashes', lines);
  const roots = listsBehind('input roots', lines);
  const addresses = listsBehind('new_addresses', lines);
  const addressRoots = listsBehind('new_address_roots', lines);
  if (!hashes || !roots || !addresses || !addressRoots) return lines.includes(CUT) ? undefined : null;
  return { hashes, roots, addresses, addressRoots };
}
