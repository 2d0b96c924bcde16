// Proves on the validator that the calling program does what its instruction data says, and nothing else.
import { Keypair, PublicKey, Transaction, TransactionInstruction, type AccountMeta } from '@solana/web3.js';
import { start, type BanksTransactionResultWithMeta, type ProgramTestContext } from 'solana-bankrun';
import { checkOwn, hasCompiler } from './build';
import { link } from './link';
import { loadCaller } from './load';
import { CALLER_ERRORS, encodeCaller, type CallerEntry, type InvokeAnyEntry, type InvokeEntry } from './wire';

const LOADER = new PublicKey('BPFLoader2111111111111111111111111111111111');
const SYSTEM = new PublicKey('11111111111111111111111111111111');
const id = (byte: number) => new PublicKey(Buffer.alloc(32, byte));
const [A, B, C, D, E] = [id(1), id(2), id(3), id(4), id(5)] as const;
const OWNED = id(77);
const [PDA, BUMP] = PublicKey.findProgramAddressSync([Buffer.from('vault')], A);
const SIGNERS = [[Buffer.from('vault'), Buffer.from([BUMP])]];

let context: ProgramTestContext;
let unique = 0;

const setData = (key: PublicKey, owner: PublicKey, data: Uint8Array) =>
  context.setAccount(key, { executable: false, owner, lamports: 1_000_000_000, data });

beforeAll(async () => {
  context = await start([], []);
  for (const program of [A, B, C, D, E])
    context.setAccount(program, { executable: true, owner: LOADER, lamports: 10 ** 10, data: loadCaller() });
});

beforeEach(() => {
  setData(OWNED, A, Buffer.alloc(64));
  setData(PDA, SYSTEM, Buffer.alloc(0));
});

const slot = (pubkey: PublicKey, isWritable = false, isSigner = false): AccountMeta => ({
  pubkey,
  isWritable,
  isSigner,
});

async function send(accounts: AccountMeta[], data: Uint8Array): Promise<BanksTransactionResultWithMeta> {
  const [blockhash] = (await context.banksClient.getLatestBlockhash()) ?? [context.lastBlockhash];
  const payer = context.payer.publicKey;
  const marker = new TransactionInstruction({
    programId: C,
    keys: [],
    data: encodeCaller([log(`${unique++}`)]),
  });
  const call = new TransactionInstruction({ programId: A, keys: accounts, data: Buffer.from(data) });
  const tx = new Transaction({ feePayer: payer, recentBlockhash: blockhash }).add(marker, call);
  tx.sign(context.payer);
  return context.banksClient.tryProcessTransaction(tx);
}

const run = (accounts: AccountMeta[], entries: CallerEntry[]) => send(accounts, encodeCaller(entries));
const log = (message: string): CallerEntry => ({ kind: 'log', message });
const logs = (result: BanksTransactionResultWithMeta) => result.meta?.logMessages ?? [];
const hex = (code: number) => `custom program error: 0x${code.toString(16)}`;

const invoke = (program: number, entry: Partial<InvokeEntry>): InvokeEntry => ({
  kind: 'invoke',
  program,
  metas: [],
  signers: [],
  data: Buffer.alloc(0),
  ...entry,
});

const meta = (account: number, signer = false, writable = false) => ({ account, signer, writable });

/** A system transfer from account 1 to account 2 through the system program at 0. */
function transfer(lamports: number, signers: InvokeEntry['signers'] = []): InvokeEntry {
  const data = Buffer.alloc(12);
  data.writeUInt32LE(2, 0);
  data.writeBigUInt64LE(BigInt(lamports), 4);
  return invoke(0, { metas: [meta(1, true, true), meta(2, false, true)], signers, data });
}

describe('the calling program', () => {
  const whereClangIs = hasCompiler() ? it : it.skip; // the build's --check is what must not be skipped
  whereClangIs('is what its source compiles to', () => {
    expect(checkOwn('caller')).toBeUndefined();
  });

  it('logs a message', async () => {
    const result = await run([], [log('hello from the caller')]);
    expect(result.result).toBeNull();
    expect(logs(result)).toContain('Program log: hello from the caller');
  });

  it.each([1, 6000, 0xffffffff])('rejects with the custom code %i', async (code) => {
    const result = await run([], [log('before'), { kind: 'fail', code }, log('after')]);
    expect(logs(result).join()).toContain(hex(code));
    expect(logs(result)).toContain('Program log: before');
    expect(logs(result)).not.toContain('Program log: after');
  });

  it('rejects with the custom code 0', async () => {
    expect((await run([], [{ kind: 'fail', code: 0 }])).result).toContain('custom program error: 0x0');
  });

  it('writes bytes to an account it owns', async () => {
    const entry: CallerEntry = { kind: 'write', account: 0, offset: 61, bytes: Buffer.from([7, 8, 9]) };
    expect((await run([slot(OWNED, true)], [entry])).result).toBeNull();
    const account = await context.banksClient.getAccount(OWNED);
    expect([...(account?.data ?? [])].slice(60)).toEqual([0, 7, 8, 9]);
  });

  it('performs CPIs in order, signing with a PDA', async () => {
    const to = Keypair.generate().publicKey;
    const accounts = [slot(SYSTEM), slot(PDA, true), slot(to, true)];
    const result = await run(accounts, [
      transfer(1_000_000, SIGNERS),
      log('between'),
      transfer(2_000_000, SIGNERS),
    ]);
    expect(result.result).toBeNull();
    expect(await context.banksClient.getBalance(to)).toBe(3_000_000n);
  });

  it('does not sign for a PDA whose seeds it was not given', async () => {
    const accounts = [slot(SYSTEM), slot(PDA, true), slot(Keypair.generate().publicKey, true)];
    const result = await run(accounts, [transfer(1_000_000)]);
    expect(logs(result).join()).toMatch(/signer privilege escalated/);
  });

  it('resolves an account that its account list repeats', async () => {
    const to = Keypair.generate().publicKey;
    const accounts = [
      slot(PDA, true),
      slot(SYSTEM),
      slot(PDA, true),
      slot(SYSTEM),
      slot(to, true),
      slot(to, true),
    ];
    const entry = {
      ...transfer(1_500_000, SIGNERS),
      program: 3,
      metas: [meta(2, true, true), meta(5, false, true)],
    };
    expect((await run(accounts, [entry])).result).toBeNull();
    expect(await context.banksClient.getBalance(to)).toBe(1_500_000n);
  });

  it('lists one account twice in a CPI', async () => {
    const accounts = [slot(SYSTEM), slot(PDA, true), slot(SYSTEM)];
    const entry = { ...transfer(5, SIGNERS), metas: [meta(1, true, true), meta(1, false, true)] };
    expect((await run(accounts, [entry])).result).toBeNull();
  });

  it('nests CPIs through four other calling programs, as deep as the runtime allows', async () => {
    const innermost = encodeCaller([log('innermost')]);
    const nested = (data: Uint8Array, others: number) =>
      encodeCaller([invoke(0, { metas: Array.from({ length: others }, (_, i) => meta(i + 1)), data })]);
    const data = [0, 1, 2, 3].reduce((list, others) => nested(list, others), innermost);
    const result = await send([slot(B), slot(C), slot(D), slot(E)], data);
    expect(result.result).toBeNull();
    expect(logs(result)).toContain(`Program ${E.toBase58()} invoke [5]`);
    expect(logs(result)).toContain('Program log: innermost');
  });

  it('aborts with the code of the CPI that failed', async () => {
    const data = encodeCaller([{ kind: 'fail', code: 6042 }]);
    const result = await run([slot(B)], [invoke(0, { data }), log('after')]);
    expect(logs(result)).toContain(`Program ${B.toBase58()} failed: ${hex(6042)}`);
    expect(logs(result)).not.toContain('Program log: after');
  });

  it('demands a signature', async () => {
    const demand: CallerEntry = { kind: 'require-signer', account: 0 };
    const signed = await run([slot(context.payer.publicKey, false, true)], [demand]);
    expect(signed.result).toBeNull();
    const unsigned = await run([slot(OWNED)], [demand, log('after')]);
    expect(unsigned.result).toContain('missing required signature');
    expect(logs(unsigned)).not.toContain('Program log: after');
  });

  const invokeAny = (entry: Partial<InvokeAnyEntry>): InvokeAnyEntry => ({
    kind: 'invoke-any',
    program: 0,
    metas: [],
    signers: [],
    data: encodeCaller([log('called')]),
    ...entry,
  });

  it('calls by index or by address alike', async () => {
    for (const program of [0, B.toBytes()])
      for (const account of [1, OWNED.toBytes()]) {
        const metas = [{ account, signer: false, writable: false }];
        const result = await run([slot(B), slot(OWNED)], [invokeAny({ program, metas })]);
        expect(logs(result)).toContain('Program log: called');
      }
  });

  it('has what it was not passed refused by the runtime, as well as a seventeenth seed', async () => {
    const metas = [{ account: OWNED.toBytes(), signer: false, writable: false }];
    expect((await run([slot(B)], [invokeAny({ metas })])).result).toContain('missing');
    const seeds = Array.from({ length: 17 }, () => Buffer.from('s'));
    expect((await run([slot(B)], [invokeAny({ signers: [seeds] })])).result).toContain('seed is too long');
  });

  it('takes 10 KiB of CPI data from an account, to the last byte', async () => {
    const padding = Array.from({ length: 10 }, () => log('.'.repeat(1020)));
    const list = encodeCaller([...padding, { kind: 'fail', code: 6123 }]);
    setData(OWNED, SYSTEM, Buffer.concat([Buffer.alloc(5), list, Buffer.alloc(9)]));
    const entry = invoke(0, { data: { account: 1, offset: 5, length: list.length } });
    const result = await run([slot(B), slot(OWNED)], [entry]);
    expect(list.length).toBeGreaterThan(10_200);
    expect(result.result).toContain(hex(6123));
  });

  it('passes on 64 positions of its account list', async () => {
    const keys = Array.from({ length: 22 }, (_, i) => slot(id(100 + i)));
    const accounts = [slot(B), ...keys, ...keys, ...keys.slice(0, 19)];
    const metas = accounts.slice(1).map((_, i) => meta(i + 1));
    const result = await run(accounts, [invoke(0, { metas, data: encodeCaller([log('64')]) })]);
    expect(accounts).toHaveLength(64);
    expect(result.result).toBeNull();
  });

  it('spends less than 3,000 compute units on a CPI with 15 accounts, not counting reading its own', async () => {
    const keys = Array.from({ length: 15 }, (_, i) => slot(id(100 + i)));
    const metas = keys.map((_, i) => meta(i + 1));
    const base = await run([slot(B), ...keys], [log('')]);
    const call = await run([slot(B), ...keys], [invoke(0, { metas, data: encodeCaller([]) })]);
    const units = Number((call.meta?.computeUnitsConsumed ?? 0n) - (base.meta?.computeUnitsConsumed ?? 0n));
    expect(units).toBeLessThan(3000);
  });
});

describe('the calling program refuses', () => {
  const list = (...bytes: number[]) => Buffer.from(bytes);
  it.each<[string, keyof typeof CALLER_ERRORS, Uint8Array]>([
    ['empty instruction data', 'truncated', list()],
    ['fewer entries than counted', 'truncated', list(1)],
    ['an entry cut short', 'truncated', list(1, 2, 9, 0, 65)],
    ['bytes after the last entry', 'trailingBytes', list(0, 0)],
    ['an entry of an unknown kind', 'unknownKind', list(1, 6)],
    ['a program that is not listed', 'noSuchAccount', list(1, 0, 1, 0, 0, 0, 0, 0)],
    ['a CPI account that is not listed', 'noSuchAccount', list(1, 0, 0, 1, 1, 0, 0, 0, 0, 0)],
    ['unknown flags of a CPI account', 'unknownFlags', list(1, 0, 0, 1, 0, 4, 0, 0, 0, 0)],
    ['seventeen signers', 'tooManySeeds', list(1, 0, 0, 0, 17)],
    ['seventeen seeds', 'tooManySeeds', list(1, 0, 0, 0, 1, 17)],
    ['an unknown source of data', 'unknownSource', list(1, 0, 0, 0, 0, 2)],
    ['data from beyond an account', 'outsideAccount', list(1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 64, 0, 0, 0)],
    [
      'data from far beyond an account',
      'outsideAccount',
      list(1, 0, 0, 0, 0, 1, 0, 255, 255, 255, 255, 255, 255, 255, 255),
    ],
    ['a write beyond an account', 'outsideAccount', list(1, 3, 0, 64, 0, 0, 0, 1, 0, 7)],
  ])('%s', async (_, name, data) => {
    expect((await send([slot(OWNED, true)], data)).result).toContain(hex(CALLER_ERRORS[name]));
  });
});

describe('the linker', () => {
  it('refuses a file that is not an object of its kind', () => {
    expect(() => link(loadCaller())).toThrow('the object file has');
  });
});

describe('the wire format', () => {
  it('refuses an index that does not fit its byte', () => {
    expect(() => encodeCaller([invoke(256, {})])).toThrow('out of range');
  });
});
