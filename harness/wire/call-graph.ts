// A call graph as one top-level instruction: each program's steps as entries of the calling program, nested as instruction data.
import { encodeCaller, type AnyAccount, type CallerEntry } from '../../programs/caller/wire';
import type {
  CallStep,
  DataFlaw,
  Frame,
  NestedCall,
  NestedTransfer,
  PdaSigner,
  SeedFlaw,
} from '../../spec/call';
import type { AccountMeta } from '../../spec/plan';
import type { KeyRole } from '../../spec/world';
import { addressOf, canSignTransaction, derivedFrom } from '../keys';
import { COUNTER_LENGTH } from './caller-data';
import type { WireInstruction } from './instruction';
import { encodeTransfer } from './native-instructions';

const MAX_SEEDS = 16;
const LONG_SEED = 33;
const UNKNOWN_SELECTOR = 99;

/** The PDA's own seeds, the bump behind them. */
function flawedSeeds(all: readonly Buffer[], flaw: SeedFlaw): readonly Buffer[] {
  const [seeds, bump] = [all.slice(0, -1), all.at(-1) ?? Buffer.alloc(1)];
  const [others, last] = [seeds.slice(0, -1), seeds.at(-1) ?? Buffer.alloc(0)];
  switch (flaw) {
    case 'bump':
      return [...seeds, Buffer.of(((bump[0] ?? 0) + 255) % 256)];
    case 'seed':
      return [...others, Buffer.concat([last, Buffer.of(0x2b)]), bump];
    case 'long-seed':
      return [...others, Buffer.alloc(LONG_SEED, last), bump];
    case 'many-seeds':
      return [...Array.from({ length: MAX_SEEDS }, (_, at) => seeds[at] ?? last), bump];
  }
}

/** The seeds to sign with; those of a PDA that is none of ours are invented. */
function seedsOf({ pda, flaw }: PdaSigner): readonly Buffer[] {
  const seeds = derivedFrom(pda)?.seeds ?? [Buffer.from(pda), Buffer.of(255)];
  return flaw === undefined ? seeds : flawedSeeds(seeds, flaw);
}

function flawedData(data: Buffer, flaw: DataFlaw | undefined, selector: number): Buffer {
  if (flaw === 'short') return data.subarray(0, -1);
  if (flaw === 'long') return Buffer.concat([data, Buffer.alloc(1)]);
  if (flaw === 'selector') {
    const other = Buffer.concat([data, Buffer.alloc(selector + 1)]);
    return other.fill(UNKNOWN_SELECTOR, selector, selector + 1);
  }
  if (flaw !== 'wrapped') return data;
  const length = Buffer.alloc(4);
  length.writeUInt32LE(data.length);
  return Buffer.concat([length, data]);
}

type Cpi = {
  readonly program: KeyRole;
  readonly accounts: readonly AccountMeta[];
  readonly signers: readonly PdaSigner[];
  readonly data: Buffer;
};

/** By index where the calling program was passed the account, else by its address. */
function anyAccount({ accounts }: Frame, key: KeyRole): AnyAccount {
  const index = accounts.findIndex((meta) => meta.key === key);
  return index < 0 ? addressOf(key) : index;
}

function cpiEntry(frame: Frame, { program, accounts, signers, data }: Cpi): CallerEntry {
  const callee = anyAccount(frame, program);
  const metas = accounts.map(({ key, signer, writable }) => ({
    account: anyAccount(frame, key),
    signer,
    writable,
  }));
  const seeds = signers.map(seedsOf);
  const indexed = metas.flatMap(({ account, ...flags }) =>
    typeof account === 'number' ? [{ account, ...flags }] : [],
  );
  const plain = indexed.length === metas.length && seeds.every(({ length }) => length <= MAX_SEEDS);
  return plain && typeof callee === 'number'
    ? { kind: 'invoke', program: callee, metas: indexed, signers: seeds, data }
    : { kind: 'invoke-any', program: callee, metas, signers: seeds, data };
}

/** The kind of the first entry selects what the calling program does. */
const FIRST_KIND_AT = 1;

const nestedCpi = ({ program, accounts, signers, steps, data }: NestedCall): Cpi => {
  const entries = encodeCaller(entriesOf({ program, accounts, steps }));
  const bytes = data === 'selector' && steps.length === 0 ? Buffer.of(1) : entries;
  return { program, accounts, signers, data: flawedData(bytes, data, FIRST_KIND_AT) };
};

const transferCpi = (transfer: NestedTransfer): Cpi => {
  const { program, accounts, data } = encodeTransfer({ ...transfer, kind: 'transfer' }, false);
  return {
    program,
    accounts: transfer.swapped ? accounts.toReversed() : accounts,
    signers: transfer.signers,
    data: flawedData(data, transfer.data, 0),
  };
};

/** An index that no list has: the calling program rejects it. */
const NOWHERE = 254;

const positionOf = ({ accounts }: Frame, key: KeyRole): number => {
  const index = accounts.findIndex((meta) => meta.key === key);
  return index < 0 ? NOWHERE : index;
};

function entryOf(frame: Frame, step: CallStep): CallerEntry {
  switch (step.kind) {
    case 'call':
      return cpiEntry(frame, nestedCpi(step));
    case 'transfer':
      return cpiEntry(frame, transferCpi(step));
    case 'write': {
      const account = step.at ?? positionOf(frame, step.account);
      return { kind: 'write', account, offset: step.offset, bytes: Buffer.of(step.byte) };
    }
    case 'require':
      return { kind: 'require-signer', account: positionOf(frame, step.account) };
    case 'fail':
      return step;
  }
}

const entriesOf = (frame: Frame): CallerEntry[] => frame.steps.map((step) => entryOf(frame, step));

/** The instruction of the transaction; with `counter`, room for the number that makes it unique, in a log line. */
export function encodeProgramCall(frame: Frame, counter: boolean): WireInstruction {
  const log: CallerEntry = { kind: 'log', message: '-'.repeat(COUNTER_LENGTH) };
  return {
    program: frame.program,
    accounts: frame.accounts.map((meta) => ({
      ...meta,
      signer: meta.signer && canSignTransaction(meta.key),
    })),
    data: encodeCaller([...(counter ? [log] : []), ...entriesOf(frame)]),
  };
}
