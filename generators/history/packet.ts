// How many bytes a transaction of a history takes at most, so that histories are cut into transactions that can be sent.
import type { ProgramCall } from '../../spec/call';
import type { TokenInstruction } from '../../spec/token';
import type { PlannedInstruction, PlannedTransaction, Transfer } from '../../spec/plan';
import type { CallerName, KeyRole } from '../../spec/world';

/** Bytes in a packet. */
const PACKET_LIMIT = 1232;
const KEY = 32;
const SIGNATURE = 64;
/** Counts, header, blockhash, the two compute-budget instructions' program and data. */
const FRAME = 120;
const TRANSFER = 20;
/** Program, counts, seeds and their bump, where the data lies, the counter. */
const INVOCATION = 56;
const PER_ACCOUNT = 3;
/** An account that holds the data of one invocation. */
const DATA_ACCOUNT = KEY + PER_ACCOUNT;
const NESTED = 50;

/** What histories are made of. */
type Planned = Exclude<PlannedInstruction, ProgramCall | TokenInstruction>;

const programsOf = (item: Exclude<Planned, Transfer>): readonly CallerName[] =>
  item.kind === 'invocation' ? [item.caller, ...item.through] : item.through;

const keysOf = (item: Planned): readonly KeyRole[] =>
  item.kind === 'transfer'
    ? [item.from, item.to, 'solana-system']
    : [
        ...item.accounts.map(({ key }) => key),
        'light-system',
        ...programsOf(item).map((name): KeyRole => `program:${name}`),
      ];

const signersOf = (item: Planned): readonly KeyRole[] =>
  item.kind === 'transfer'
    ? [item.from]
    : item.accounts
        .filter(({ key, signer }) => signer && /^(?:payer|wallet):/.test(key))
        .map(({ key }) => key);

const bytesOf = (item: Planned): number =>
  item.kind === 'transfer'
    ? TRANSFER
    : INVOCATION +
      PER_ACCOUNT * (item.accounts.length + 2) +
      DATA_ACCOUNT +
      item.through.length * (NESTED + 2 * item.accounts.length);

/** Whether the transaction surely fits into a packet, with all instruction data in accounts of its own. */
export const fitsPacket = ({ feePayer, instructions: all }: PlannedTransaction): boolean => {
  const instructions = all.filter((item) => item.kind !== 'call' && item.kind !== 'token');
  const keys = new Set<KeyRole>([feePayer, ...instructions.flatMap(keysOf)]);
  const signers = new Set<KeyRole>([feePayer, ...instructions.flatMap(signersOf)]);
  const data = instructions.reduce((sum, item) => sum + bytesOf(item), 0);
  return FRAME + KEY * keys.size + SIGNATURE * signers.size + data <= PACKET_LIMIT;
};
