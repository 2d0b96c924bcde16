// Reads what the listening program logged in the system program's place: the calls that it was handed, in order.
import type { HandedCall } from '../spec/handed-call';
import { LIGHT_SYSTEM } from './addresses';
import { roleOf } from './keys';

const ENTRY = 33;
const SIGNER = 1;
const WRITABLE = 2;
const LOGGED = 'Program data: ';
const INVOKED = `Program ${LIGHT_SYSTEM} invoke [`;

function decode(entries: Buffer, data: Buffer): HandedCall {
  const accounts = Array.from({ length: entries.length / ENTRY }, (_, i) => {
    const flags = entries[i * ENTRY] ?? 0;
    const key = roleOf(entries.subarray(i * ENTRY + 1, (i + 1) * ENTRY));
    return { key, signer: (flags & SIGNER) !== 0, writable: (flags & WRITABLE) !== 0 };
  });
  return { accounts, data: data.toString('hex') };
}

/** The calls; null where the log was cut off, so that something may be missing. */
export function listenedIn(logs: readonly string[]): HandedCall[] | null {
  if (logs.includes('Log truncated')) return null;
  return logs.flatMap((line, i) => {
    if (!line.startsWith(LOGGED) || logs[i - 1]?.startsWith(INVOKED) !== true) return [];
    const [entries = '', data = ''] = line.slice(LOGGED.length).split(' ');
    return [decode(Buffer.from(entries, 'base64'), Buffer.from(data, 'base64'))];
  });
}
