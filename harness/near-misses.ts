// What an account holds whose address is nearly another's, so that only a comparison of whole addresses tells the two apart.
import { nearTo, type KeyRole } from '../spec/world';
import { movedTo } from './copies';
import { addressOf } from './keys';
import type { Stored } from './validator';

export const isNearMiss = (key: KeyRole): boolean => key.startsWith('near:');

const PARTNER: Readonly<Record<string, string>> = { tree: 'queue', queue: 'tree' };

/** The tree of a queue, or the queue of a tree, as near to its own as the near miss is; undefined for any other. */
function partnerOf(key: KeyRole): KeyRole | undefined {
  const [, byte, kind = '', number] = key.split(':');
  const partner = PARTNER[kind];
  return partner === undefined ? undefined : (`near:${Number(byte)}:${partner}:${Number(number)}` as KeyRole);
}

/**
 * The same as the account that it is near to, but a tree or queue is at home in its own address, and for a program
 * any program will do: `program` is one of ours.
 */
export function nearMissOf(key: KeyRole, { base, program }: Record<'base' | 'program', Stored>): Stored {
  if (base.executable) return program;
  const partner = partnerOf(key);
  if (partner === undefined || base.data.length === 0) return base;
  return movedTo(base, {
    as: nearTo(key),
    address: addressOf(key),
    partner: addressOf(partner),
  });
}
