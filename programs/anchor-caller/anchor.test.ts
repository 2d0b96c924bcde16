// The guide's callee_program and caller_program, used as an Anchor user uses them: by IDL, with accounts resolved, state fetched, errors decoded.
import { createHash } from 'node:crypto';
import { AnchorError, BN, Program, type Idl } from '@coral-xyz/anchor';
import { Keypair, PublicKey, SystemProgram, Transaction, TransactionInstruction } from '@solana/web3.js';
import { BankrunProvider } from 'anchor-bankrun';
import { start, type ProgramTestContext } from 'solana-bankrun';
import { CALLEE_IDL } from '../anchor-callee/idl';
import { checkOwn, hasCompiler } from '../caller/build';
import { loadOwn, type OwnName } from '../own';
import { CALLER_IDL } from './idl';

const LOADER = new PublicKey('BPFLoader2111111111111111111111111111111111');
const CALLEE = new PublicKey(CALLEE_IDL.address);
const CALLER = new PublicKey(CALLER_IDL.address);
const DATA = new PublicKey(Buffer.alloc(32, 9));
const [PDA] = PublicKey.findProgramAddressSync([Buffer.from('my-pda-seed')], CALLER);
const STATE = Buffer.from([...(CALLEE_IDL.accounts[0]?.discriminator ?? []), 7, 0, 0, 0, 0, 0, 0, 0]);

let context: ProgramTestContext;
let user: PublicKey;
let callee: Program;
let caller: Program;
let unique = 0;

const setProgram = (key: PublicKey, name: OwnName): void =>
  context.setAccount(key, { executable: true, owner: LOADER, lamports: 10 ** 10, data: loadOwn(name) });
const setData = (owner: PublicKey, data: Uint8Array): void =>
  context.setAccount(DATA, { executable: false, owner, lamports: 10 ** 9, data });

beforeAll(async () => {
  context = await start([], []);
  setProgram(CALLEE, 'anchor-callee');
  setProgram(CALLER, 'anchor-caller');
  const provider = new BankrunProvider(context);
  user = provider.wallet.publicKey;
  callee = new Program(CALLEE_IDL as Idl, provider);
  caller = new Program(CALLER_IDL as Idl, provider);
});
beforeEach(() => {
  setData(CALLEE, STATE);
});

type Method = 'doSomething' | 'proxyCall' | 'pdaSignedCall';
type Accounts = Readonly<Record<string, PublicKey>>;
const programOf = (method: Method): Program => (method === 'doSomething' ? callee : caller);

/** Calls by name; accounts that the IDL resolves are left to it, unless they are given. */
const call = async (method: Method, value: number, accounts: Accounts = {}): Promise<void> => {
  const build = programOf(method).methods[method];
  if (build === undefined) throw new Error(`The IDL has no ${method}.`);
  await build(new BN(value))
    .accountsPartial({ dataAccount: DATA, ...accounts })
    .postInstructions([SystemProgram.transfer({ fromPubkey: user, toPubkey: user, lamports: unique++ })])
    .rpc();
};

const stored = async (): Promise<number> => {
  const client = callee.account as Readonly<Record<string, { fetch: (key: PublicKey) => Promise<unknown> }>>;
  const state = (await client['dataAccount']?.fetch(DATA)) as { readonly data: BN };
  return state.data.toNumber();
};

const failure = async (attempt: Promise<void>): Promise<unknown> =>
  attempt.then(
    () => 'accepted',
    (error: unknown) => error,
  );

/** Name and number of the error as Anchor's client decodes them, with the account that it is about. */
const decoded = async (attempt: Promise<void>) => {
  const error = await failure(attempt);
  if (!(error instanceof AnchorError)) throw new Error(`not decoded: ${String(error)}`);
  const { errorCode, origin } = error.error;
  return { code: errorCode.code, number: errorCode.number, origin: origin ?? null };
};

const metas = (list: readonly (readonly [PublicKey, signer: boolean, writable: boolean])[]) =>
  list.map(([pubkey, isSigner, isWritable]) => ({ pubkey, isSigner, isWritable }));

/** The raw answer's error and log, for what no client of Anchor's would send. */
const sendRaw = async (programId: PublicKey, keys: ReturnType<typeof metas>, data: Uint8Array) => {
  const [blockhash] = (await context.banksClient.getLatestBlockhash()) ?? [context.lastBlockhash];
  const tx = new Transaction({ feePayer: user, recentBlockhash: blockhash }).add(
    new TransactionInstruction({ programId, keys, data: Buffer.from(data) }),
    SystemProgram.transfer({ fromPubkey: user, toPubkey: user, lamports: unique++ }),
  );
  tx.sign(context.payer);
  const { result, meta } = await context.banksClient.tryProcessTransaction(tx);
  return { result, log: (meta?.logMessages ?? []).find((line) => line.includes('AnchorError')) ?? '' };
};

const selector = (name: string): readonly number[] => [
  ...createHash('sha256').update(`global:${name}`).digest().subarray(0, 8),
];
const encoded = (name: string, value: number): Buffer =>
  Buffer.concat([Buffer.from(selector(name)), new BN(value).toArrayLike(Buffer, 'le', 8)]);

const whereClangIs = hasCompiler() ? it : it.skip;
whereClangIs('The programs are what their sources compile to', () => {
  expect(checkOwn('anchor-callee')).toBeUndefined();
  expect(checkOwn('anchor-caller')).toBeUndefined();
});

describe('Through Anchor', () => {
  it('instructions are selected by the hash of their names', () => {
    for (const { name, discriminator } of [...CALLEE_IDL.instructions, ...CALLER_IDL.instructions])
      expect(discriminator).toEqual(selector(name));
    const type = createHash('sha256').update('account:DataAccount').digest().subarray(0, 8);
    expect(CALLEE_IDL.accounts[0]?.discriminator).toEqual([...type]);
  });

  it('do_something writes what it is given', async () => {
    expect(await stored()).toBe(7);
    await call('doSomething', 41);
    expect(await stored()).toBe(41);
  });

  it('proxy_call passes the user’s signature on; the callee is found by the IDL', async () => {
    await call('proxyCall', 42);
    expect(await stored()).toBe(42);
  });

  it('pda_signed_call signs with the caller’s PDA; the PDA is found by the IDL', async () => {
    const found = await caller.methods['pdaSignedCall']?.(new BN(0)).pubkeys();
    expect(found).toMatchObject({ pdaSigner: PDA, calleeProgram: CALLEE });
    await call('pdaSignedCall', 43);
    expect(await stored()).toBe(43);
  });

  it.each<readonly [string, Method]>([
    ['the callee itself', 'doSomething'],
    ['the caller with a user', 'proxyCall'],
    ['the caller with its PDA', 'pdaSignedCall'],
  ])('an account of another program is refused by %s, and nothing changes', async (_who, method) => {
    setData(CALLER, STATE);
    expect(await decoded(call(method, 5))).toEqual({
      code: 'AccountOwnedByWrongProgram',
      number: 3007,
      origin: 'data_account',
    });
    expect((await context.banksClient.getAccount(DATA))?.data).toEqual(new Uint8Array(STATE));
  });

  it.each<readonly [string, Uint8Array, string]>([
    ['without a discriminator', STATE.subarray(0, 4), 'AccountDiscriminatorNotFound'],
    ['of another type', Buffer.alloc(16, 1), 'AccountDiscriminatorMismatch'],
    ['cut short', STATE.subarray(0, 12), 'AccountDidNotDeserialize'],
  ])('an account %s is refused', async (_what, data, code) => {
    setData(CALLEE, data);
    expect(await decoded(call('proxyCall', 5))).toMatchObject({ code, origin: 'data_account' });
  });

  it('another program in the callee’s place is refused', async () => {
    expect(await decoded(call('proxyCall', 5, { calleeProgram: CALLER }))).toMatchObject({
      code: 'InvalidProgramId',
      origin: 'callee_program',
    });
  });

  it('another PDA than the seeds derive is refused', async () => {
    const [other] = PublicKey.findProgramAddressSync([Buffer.from('my-pda-seed')], CALLEE);
    expect(await decoded(call('pdaSignedCall', 5, { pdaSigner: other }))).toMatchObject({
      code: 'ConstraintSeeds',
      number: 2006,
      origin: 'pda_signer',
    });
  });
});

describe('What Anchor’s client would not send is refused:', () => {
  const ACCOUNTS = metas([
    [DATA, false, true],
    [PublicKey.default, true, false],
  ]);
  const accounts = () => ACCOUNTS.map((meta, at) => (at === 1 ? { ...meta, pubkey: user } : meta));

  it.each<readonly [string, Uint8Array, string]>([
    ['no selector', Buffer.alloc(3), 'InstructionMissing'],
    ['a selector that no instruction has', Buffer.alloc(16, 3), 'InstructionFallbackNotFound'],
    [
      'a selector cut short by one byte',
      Buffer.from(selector('do_something')).subarray(0, 7),
      'InstructionMissing',
    ],
    [
      'the hash of the name without its namespace',
      Buffer.concat([createHash('sha256').update('do_something').digest().subarray(0, 8), Buffer.alloc(8)]),
      'InstructionFallbackNotFound',
    ],
    ['the selector of the caller’s instruction', encoded('proxy_call', 5), 'InstructionFallbackNotFound'],
    ['no argument', Buffer.from(selector('do_something')), 'InstructionDidNotDeserialize'],
    ['an argument cut short', encoded('do_something', 5).subarray(0, 15), 'InstructionDidNotDeserialize'],
    [
      'data wrapped in its length',
      Buffer.concat([Buffer.from([16, 0, 0, 0]), encoded('do_something', 5)]),
      'InstructionFallbackNotFound',
    ],
  ])('%s', async (_what, data, code) => {
    const { result, log } = await sendRaw(CALLEE, accounts(), data);
    expect(result).toContain('custom program error');
    expect(log).toContain(`Error Code: ${code}.`);
    expect(await stored()).toBe(7);
  });

  it('but not a byte behind the argument: Anchor reads what it needs', async () => {
    const { result } = await sendRaw(
      CALLEE,
      accounts(),
      Buffer.concat([encoded('do_something', 5), Buffer.of(1)]),
    );
    expect(result).toBeNull();
    expect(await stored()).toBe(5);
  });

  const CALLED = () => [...accounts(), ...metas([[CALLEE, false, false]])];

  it.each<readonly [string, Uint8Array, string]>([
    ['the callee’s selector', encoded('do_something', 5), 'InstructionFallbackNotFound'],
    ['an argument cut short', encoded('proxy_call', 5).subarray(0, 12), 'InstructionDidNotDeserialize'],
    ['a user who is read-only', encoded('proxy_call', 5), 'ConstraintMut'],
  ])('by the caller: %s', async (what, data, code) => {
    const keys = CALLED().map((meta) => ({ ...meta, isWritable: meta.isWritable && !what.includes('user') }));
    const { log } = await sendRaw(CALLER, keys, data);
    expect(log).toContain(`Error Code: ${code}.`);
    expect(await stored()).toBe(7);
  });

  it('by the caller: a callee that is left out', async () => {
    const { log } = await sendRaw(CALLER, accounts(), encoded('proxy_call', 5));
    expect(log).toContain('AccountNotEnoughKeys');
  });

  it('accounts in another order', async () => {
    const { log } = await sendRaw(CALLEE, accounts().toReversed(), encoded('do_something', 5));
    expect(log).toContain('AccountOwnedByWrongProgram');
  });

  it('too few accounts', async () => {
    const { log } = await sendRaw(CALLEE, accounts().slice(0, 1), encoded('do_something', 5));
    expect(log).toContain('AccountNotEnoughKeys');
  });

  it('a user who does not sign', async () => {
    const stranger = Keypair.generate().publicKey;
    const keys = metas([
      [DATA, false, true],
      [stranger, false, false],
    ]);
    const { log } = await sendRaw(CALLEE, keys, encoded('do_something', 5));
    expect(log).toContain('caused by account: user. Error Code: AccountNotSigner. Error Number: 3010.');
  });

  it('a data account that is read-only', async () => {
    const keys = accounts().map((meta) => ({ ...meta, isWritable: false }));
    const { log } = await sendRaw(CALLEE, keys, encoded('do_something', 5));
    expect(log).toContain('ConstraintMut');
  });
});
