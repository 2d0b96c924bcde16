// InvokeCpi as an Anchor user makes it: a caller with an IDL, Anchor's own client, the published system program underneath.
import { AnchorError, BN, Program, type Idl } from '@coral-xyz/anchor';
import { Keypair, PublicKey, SystemProgram, type AccountMeta } from '@solana/web3.js';
import { BankrunProvider } from 'anchor-bankrun';
import { start, type ProgramTestContext } from 'solana-bankrun';
import { decodeContext } from '../../harness/context-account';
import { checkOwn, hasCompiler } from '../caller/build';
import { loadRelease } from '../load';
import { loadOwn } from '../own';
import { INVOKER_IDL } from './idl';

const LOADER = new PublicKey('BPFLoader2111111111111111111111111111111111');
const INVOKER = new PublicKey(INVOKER_IDL.address);
const [AUTHORITY] = PublicKey.findProgramAddressSync([Buffer.from('cpi_authority')], INVOKER);
const LIGHT_SYSTEM = new PublicKey('SySTEM1eSU2p4BGQfQpimFEWWSC1XDFeun3Nqzz3rT7');
const COMPRESSION = new PublicKey('compr6CUsB5m2jS4Y3831ztGSTnDpnKJTKS95d64XVq');
const TREE = new PublicKey('bmt1LryLZUMmF7ZtqESaw7wifBXLfXHQYoE4GAmrahU');
const QUEUE = new PublicKey('oq1na8gojfdUhsfCpyjNt6h4JaDWtHf1yQj4koBWfto');
const OTHER_QUEUE = new PublicKey('oq2UkeMsJLfXt2QHzim242SUi3nvjJs8Pn7Eac9H9vg');
const OTHER_TREE = new PublicKey('bmt2UxoBxB9xWev4BkLvkGdapsz6sZGkzViPNph7VFi');
const CONTEXT = new PublicKey('cpi15BoVPKgEPw5o8wc2T816GE7b378nMXnhH3Xbq4y');
const FIXTURES: readonly string[] = [TREE, QUEUE, OTHER_TREE, OTHER_QUEUE, CONTEXT].map((key) =>
  key.toBase58(),
);
const NEXT_INDEX_AT = 280;

let context: ProgramTestContext;
let invoker: Program;
let payer: PublicKey;
let unique = 0;

const setProgram = (key: PublicKey, data: Buffer): void =>
  context.setAccount(key, { executable: true, owner: LOADER, lamports: 10 ** 10, data });

const { systemProgram, accountCompression, fixtures } = loadRelease('0.28.3');
const setFixtures = (): void => {
  for (const { pubkey, owner, lamports, data } of fixtures)
    if (FIXTURES.includes(pubkey) || owner === COMPRESSION.toBase58())
      context.setAccount(new PublicKey(pubkey), {
        executable: false,
        owner: new PublicKey(owner),
        lamports: Number(lamports),
        data,
      });
};

beforeAll(async () => {
  context = await start([], []);
  setProgram(LIGHT_SYSTEM, systemProgram);
  setProgram(COMPRESSION, accountCompression);
  setProgram(INVOKER, loadOwn('anchor-invoker'));
  const provider = new BankrunProvider(context);
  payer = provider.wallet.publicKey;
  invoker = new Program(INVOKER_IDL as Idl, provider);
});
beforeEach(setFixtures);

const meta = (pubkey: PublicKey): AccountMeta => ({ pubkey, isSigner: false, isWritable: true });
const TREES = [meta(QUEUE), meta(TREE)];
const DATA = {
  discriminator: [1, 2, 3, 4, 5, 6, 7, 8],
  bytes: Buffer.from([9]),
  dataHash: Array(32).fill(0),
};

const account = (owner = INVOKER) => ({ owner, lamports: new BN(0), address: null, data: DATA });
const output = (owner?: PublicKey) => ({ account: account(owner), treeIndex: 0 });
const input = (leafIndex: number) => ({
  account: account(),
  treeIndex: 1,
  queueIndex: 0,
  leafIndex,
  proveByIndex: true,
  rootIndex: 0,
  readOnly: false,
});

const EMPTY = {
  proof: null,
  newAddresses: [],
  inputs: [],
  outputs: [],
  relayFee: null,
  compressOrDecompressLamports: null,
  isCompress: false,
  cpiContext: null,
};
const flags = (setContext: boolean, firstSetContext: boolean) => ({
  cpiContext: { setContext, firstSetContext, index: 0 },
});

type Inputs = Readonly<Record<string, unknown>>;
type Named = Readonly<Record<string, PublicKey>>;
type Given = { readonly accounts?: Named; readonly trees?: AccountMeta[] };

const builder = (inputs: Inputs, { accounts = {}, trees = TREES }: Given = {}) => {
  const build = invoker.methods['invokeCpi'];
  if (build === undefined) throw new Error('The IDL has no invokeCpi.');
  // Without the IDL as a type, Anchor's types do not know which accounts are optional.
  const absent = { solPoolPda: null, decompressionRecipient: null, cpiContext: null } as unknown as Named;
  return build({ ...EMPTY, ...inputs })
    .accountsPartial({ ...absent, ...accounts })
    .remainingAccounts(trees);
};

const invoke = async (inputs: Inputs, given: Given = {}): Promise<void> => {
  const transfer = SystemProgram.transfer({ fromPubkey: payer, toPubkey: payer, lamports: unique++ });
  await builder(inputs, given).postInstructions([transfer]).rpc();
};
const withContext: Given = { accounts: { cpiContext: CONTEXT } };

const dataOf = async (key: PublicKey): Promise<Buffer> => {
  const found = await context.banksClient.getAccount(key);
  if (found === null) throw new Error(`There is no account ${key.toBase58()}.`);
  return Buffer.from(found.data);
};
const nextIndex = async (queue: PublicKey): Promise<number> =>
  Number((await dataOf(queue)).readBigUInt64LE(NEXT_INDEX_AT));
const written = async () => {
  const decoded = decodeContext(await dataOf(CONTEXT), () => 0);
  if (decoded === undefined) throw new Error('The account is no context.');
  return decoded.state;
};

const failure = async (attempt: Promise<void>): Promise<unknown> =>
  attempt.then(
    () => 'accepted',
    (error: unknown) => error,
  );
/** What a user reads of an error that Anchor decodes. */
const decoded = async (attempt: Promise<void>) => {
  const error = await failure(attempt);
  if (!(error instanceof AnchorError)) throw new Error(`not decoded: ${String(error)}`);
  const { errorCode, errorMessage, origin } = error.error;
  return { code: errorCode.code, number: errorCode.number, message: errorMessage, origin: origin ?? null };
};
/** The custom code of the program that raised it, as the transaction's logs tell. */
const raised = async (attempt: Promise<void>) => {
  const error = await failure(attempt);
  const { logs = [] } = error as { logs?: string[] };
  const [, program, code] =
    /^Program (\w+) failed: custom program error: (\w+)$/.exec(
      logs.find((l) => l.includes(' failed: ')) ?? '',
    ) ?? [];
  return { program, code: Number(code) };
};

const whereClangIs = hasCompiler() ? it : it.skip;
whereClangIs('The program is what its source compiles to', () => {
  expect(checkOwn('anchor-invoker')).toBeUndefined();
});

describe('Through Anchor, an InvokeCpi', () => {
  it('has all its accounts from the IDL but payer, context and trees, its authority too', async () => {
    const resolved = await builder({ outputs: [output()] }).pubkeys();
    expect(resolved).toMatchObject({
      feePayer: payer,
      cpiAuthority: AUTHORITY,
      selfProgram: INVOKER,
      lightSystemProgram: LIGHT_SYSTEM,
    });
  });

  it('creates an account in the queue', async () => {
    const before = await nextIndex(QUEUE);
    await invoke({ outputs: [output(), output()] });
    expect(await nextIndex(QUEUE)).toBe(before + 2);
  });

  it('spends by index what it created, once', async () => {
    const leaf = await nextIndex(QUEUE);
    await invoke({ outputs: [output()] });
    await invoke({ inputs: [input(leaf)], outputs: [output()] });
    expect(await nextIndex(QUEUE)).toBe(leaf + 2);
    expect((await raised(invoke({ inputs: [input(leaf)] }))).program).toBe(COMPRESSION.toBase58());
  });

  it('writes to a context and executes it', async () => {
    const before = await nextIndex(QUEUE);
    await invoke({ outputs: [output()], ...flags(false, true) }, withContext);
    await invoke({ outputs: [output()], ...flags(true, false) }, withContext);
    expect((await written()).outputs).toHaveLength(2);
    expect(await nextIndex(QUEUE)).toBe(before);
    await invoke({ outputs: [output()], ...flags(false, false) }, withContext);
    expect((await written()).outputs).toHaveLength(0);
    expect(await nextIndex(QUEUE)).toBe(before + 3);
  });
});

describe('Through Anchor, what is refused is decoded:', () => {
  it('another authority than the seeds derive, by the caller', async () => {
    const other = PublicKey.findProgramAddressSync([Buffer.from('cpi_authority')], COMPRESSION)[0];
    expect(
      await decoded(invoke({ outputs: [output()] }, { accounts: { cpiAuthority: other } })),
    ).toMatchObject({
      code: 'ConstraintSeeds',
      number: 2006,
      origin: 'cpi_authority',
    });
  });

  it('another program in the system program’s place, by the caller', async () => {
    const accounts = { lightSystemProgram: COMPRESSION };
    expect(await decoded(invoke({ outputs: [output()] }, { accounts }))).toMatchObject({
      code: 'InvalidProgramId',
      origin: 'light_system_program',
    });
  });

  it('no trees, by the caller’s own error in the IDL', async () => {
    expect(await decoded(invoke({ outputs: [output()] }, { trees: [] }))).toEqual({
      code: 'NoTrees',
      number: 6000,
      message: 'Name the trees and queues as remaining accounts',
      origin: null,
    });
  });

  it.each<readonly [string, () => Promise<void>, number]>([
    ['a context that is not there', () => invoke({ outputs: [output()], ...flags(false, true) }), 6020],
    ['a context of which the data says nothing', () => invoke({ outputs: [output()] }, withContext), 6022],
  ])('%s, by the system program’s own code', async (_what, attempt, code) => {
    expect(await raised(attempt())).toEqual({ program: LIGHT_SYSTEM.toBase58(), code });
  });

  it('another fee payer than the one that wrote the context, which stays as it was', async () => {
    await invoke({ outputs: [output()], ...flags(false, true) }, withContext);
    const second = Keypair.generate();
    context.setAccount(second.publicKey, {
      executable: false,
      owner: SystemProgram.programId,
      lamports: 10 ** 10,
      data: Buffer.alloc(0),
    });
    const accounts = { ...withContext.accounts, feePayer: second.publicKey };
    const attempt = builder({ outputs: [output()], ...flags(true, false) }, { accounts })
      .signers([second])
      .rpc();
    expect(await raised(attempt.then(() => undefined))).toEqual({
      program: LIGHT_SYSTEM.toBase58(),
      code: 6027,
    });
    expect((await written()).outputs).toHaveLength(1);
  });
});
