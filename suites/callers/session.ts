// Somebody's own program in the place of one of our callers, in two worlds: the real one, and one that listens.
import { LIGHT_SYSTEM } from '../../harness/addresses';
import { openBankrun, type Backend } from '../../harness/backend';
import type { Carry, Guest } from '../../harness/guest';
import { moveCaller } from '../../harness/keys';
import { loadCaller } from '../../programs/caller/load';
import { InputError } from '../../programs/errors';
import { fetchRelease } from '../../programs/fetch';
import { loadListener } from '../../programs/listener/load';
import { loadRelease, type LoadedRelease } from '../../programs/load';
import { checkedProgram, readProgramFile } from '../../programs/program-file';
import { readManifest } from '../../programs/release-manifest';
import { sha256 } from '../../programs/cache';
import { notApplicable } from '../../spec/needs';
import type { ProgramHashes } from '../../spec/result';
import { RULES } from '../../spec/rules';
import { shapeOf } from '../../spec/versions';
import type { Runner } from '../runner';
import { GUEST } from './claims';
import { accountName } from './handed';
import type { CallerInstruction, CallerProgram, PlainInstruction } from './types';

/** Where the real programs are, and where the listening one stands for the system program. */
export type Worlds = {
  readonly version: string;
  readonly real: Backend & Runner;
  readonly listening: Backend;
  readonly programs: ProgramHashes;
  readonly close: () => void;
};

const plain = (made: CallerInstruction): PlainInstruction =>
  'accounts' in made
    ? made
    : {
        data: made.data,
        accounts: made.keys.map(({ pubkey, isSigner, isWritable }) => ({
          address: pubkey.toBase58(),
          signer: isSigner,
          writable: isWritable,
        })),
      };

const isInstruction = (made: unknown): made is CallerInstruction => {
  const { accounts, keys, data } = (made ?? {}) as Record<string, unknown>;
  return (Array.isArray(accounts) || Array.isArray(keys)) && data instanceof Uint8Array;
};

/** Only InvokeCpi is asked for. */
const carryOf =
  ({ instruction }: CallerProgram): Carry =>
  async ({ accounts, data }, fields) => {
    if (fields.instruction !== 'InvokeCpi') return null;
    const named = accounts.map((account, at) => ({ ...account, name: accountName(at) }));
    const made: unknown = await instruction({ systemProgram: LIGHT_SYSTEM, accounts: named, data, fields });
    if (made === null) return null;
    if (isInstruction(made)) return plain(made);
    throw new InputError(
      'Your `instruction` function returned neither null nor an instruction: return { accounts, data } or { keys, data }, with data as bytes.',
    );
  };

/** `what` names bytes that come without a path. */
const elfOf = (program: string | Uint8Array, what: string): Buffer =>
  typeof program === 'string' ? readProgramFile(program) : checkedProgram(Buffer.from(program), what);

type Builds = Pick<LoadedRelease, 'systemProgram' | 'accountCompression'>;

/** The version's two programs, or what somebody has built in their place. */
const builds = (
  { systemProgram, accountCompression }: Pick<CallerProgram, keyof Builds>,
  published: Builds,
): Builds => ({
  systemProgram:
    systemProgram === undefined ? published.systemProgram : elfOf(systemProgram, '`systemProgram`'),
  accountCompression:
    accountCompression === undefined
      ? published.accountCompression
      : elfOf(accountCompression, '`accountCompression`'),
});

const guestOf = (caller: CallerProgram): Guest => ({
  name: GUEST,
  programId: caller.programId,
  elf: elfOf(caller.program, 'Your program'),
  carry: carryOf(caller),
  accounts: (caller.accounts ?? []).map(({ address, owner, lamports, data, executable = false }) => ({
    pubkey: address,
    owner,
    lamports,
    data: Buffer.from(data),
    executable,
  })),
});

let open = false;

/** The callers' addresses are the process's own, so that two programs at a time would be in each other's way. */
function enter(): () => void {
  if (open)
    throw new InputError('Another caller is still being checked in this process: wait for it, or close it.');
  open = true;
  return () => {
    open = false;
    moveCaller(GUEST);
  };
}

async function start(caller: CallerProgram, leave: () => void): Promise<Worlds> {
  const guest = guestOf(caller);
  const version = caller.version ?? readManifest().default;
  await fetchRelease(version);
  const release = loadRelease(version);
  const { noop, fixtures } = release;
  const { systemProgram, accountCompression } = builds(caller, release);
  const programs = { systemProgram, accountCompression, caller: loadCaller(), ...(noop && { noop }) };
  const real = await openBankrun({ programs, fixtures, guest });
  const deaf = { ...programs, systemProgram: loadListener() };
  const listening = await openBankrun({ programs: deaf, fixtures, guest, listens: true });
  const shape = shapeOf(version);
  const rules = RULES.filter(({ id }) => notApplicable(id, version) === null);
  const close = (): void => {
    real.close();
    listening.close();
    leave();
  };
  const hashes = {
    version,
    systemProgram: sha256(systemProgram),
    accountCompression: sha256(accountCompression),
    caller: sha256(guest.elf),
  };
  return { version, real: { ...real, shape, rules }, listening, programs: hashes, close };
}

/**
 * Opens both worlds; the published programs are downloaded if they are not in the cache.
 * @throws InputError in one sentence for a bad program, id, version or account, HarnessFault if the validator does not start.
 */
export async function openWorlds(caller: CallerProgram): Promise<Worlds> {
  const leave = enter();
  try {
    return await start(caller, leave);
  } catch (error) {
    leave();
    throw error;
  }
}
