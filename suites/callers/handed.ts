// Compares what the system program was handed with the call that was to be made, in the words of INVOKE_CPI.md.
import { SLOT_NAMES } from '../../spec/invoke-cpi';
import type { HandedCall } from '../../spec/handed-call';
import type { AccountMeta } from '../../spec/plan';

/** The name of an account of the call by its position. */
export const accountName = (at: number): string => SLOT_NAMES[at] ?? `remaining_${at - SLOT_NAMES.length}`;

const placed = (at: number): string => `account ${at} (${accountName(at)})`;

const flagText = (name: 'signer' | 'writable', has: boolean, at: number): string => {
  const is = name === 'signer' ? 'signs' : 'is writable';
  const isNot = name === 'signer' ? 'does not sign' : 'is read-only';
  return `${placed(at)} ${has ? is : isNot}, but ${has ? `it ${isNot}` : `it ${is}`} in the call that was to be made`;
};

const accountText = (was: AccountMeta | undefined, is: AccountMeta | undefined, at: number): string[] => {
  if (was === undefined) return [`${placed(at)} is ${is?.key}, which the call does not have`];
  if (is === undefined) return [`${placed(at)} is missing: it has to be ${was.key}`];
  if (was.key !== is.key) return [`${placed(at)} is ${is.key} instead of ${was.key}`];
  return [
    ...(was.signer === is.signer ? [] : [flagText('signer', is.signer, at)]),
    ...(was.writable === is.writable ? [] : [flagText('writable', is.writable, at)]),
  ];
};

const dataText = (was: string, is: string): string[] => {
  if (was === is) return [];
  const [planned, handed] = [Buffer.from(was, 'hex'), Buffer.from(is, 'hex')];
  if (planned.subarray(0, handed.length).equals(handed))
    return [`the instruction data ends after ${handed.length} of ${planned.length} bytes`];
  const at = planned.findIndex((byte, i) => byte !== handed[i]);
  if (at < 0) return [`${handed.length - planned.length} bytes follow the instruction data`];
  const byte = (data: Buffer): string => (at < data.length ? String(data[at]) : 'missing');
  return [`byte ${at} of the instruction data is ${byte(handed)} instead of ${byte(planned)}`];
};

/** How a call differs from the planned one; nothing where it does not. */
export function handedDifferently(planned: HandedCall, handed: HandedCall): readonly string[] {
  const count = Math.max(planned.accounts.length, handed.accounts.length);
  const accounts = Array.from({ length: count }, (_, at) =>
    accountText(planned.accounts[at], handed.accounts[at], at),
  );
  return [...accounts.flat(), ...dataText(planned.data, handed.data)];
}
