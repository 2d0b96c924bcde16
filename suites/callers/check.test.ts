// Somebody's own caller is checked through the published programs: a right one is green, each wrong one is found by what it does.
import { AnchorProvider, Program, Wallet, type Idl } from '@coral-xyz/anchor';
import { Connection, Keypair, PublicKey } from '@solana/web3.js';
import { INVOKER_IDL } from '../../programs/anchor-invoker/idl';
import { encodeCaller } from '../../programs/caller/wire';
import { loadOwn } from '../../programs/own';
import { callerClaims, checkCaller } from '../api';
import type { CallerProgram, CallerVerdict, ExtraAccount, InvokeCpiCall } from './types';

const ID = 'DWbHqf4nfXXXhvZuRPCy8ZzHvVEz9cozwdnoe5fvcTjn';

/** Our sample caller; the first byte of its data chooses a mistake (programs/sample-caller/sample-caller.c). */
const sample = (mistake = 0): CallerProgram => ({
  program: loadOwn('sample-caller'),
  programId: ID,
  instruction: ({ systemProgram, accounts, data }) => ({
    accounts: [{ address: systemProgram, signer: false, writable: false }, ...accounts],
    data: Buffer.from([mistake, ...data]),
  }),
});

const VALID = ['valid/direct', 'valid/spend', 'valid/set'];
const RULE = 'modes/context-data-missing';
const quick = (caller: CallerProgram): Promise<CallerVerdict> =>
  checkCaller(caller, { cases: 2, only: [...VALID, RULE] });

const shown = ({ claims }: CallerVerdict): readonly string[] =>
  claims.flatMap(({ id, counts }) => (counts.shown > 0 ? [id] : []));

describe('A right caller', () => {
  it('conforms: every kind of valid call, and the rules that a call can break', async () => {
    const verdict = await checkCaller(sample(), { cases: 2 });
    expect(verdict.findings).toEqual([]);
    expect(verdict.conforms).toBe(true);
    expect(verdict.text).toMatch(/^Your program conforms: \d+ cases did what the documents say\./);
    const valid = callerClaims().flatMap(({ id }) => (id.startsWith('valid/') ? [id] : []));
    expect(shown(verdict)).toEqual(expect.arrayContaining([...valid, RULE, 'signer-checks/input-owner']));
    expect(shown(verdict).length).toBeGreaterThan(35);
  });

  it('is told the same twice for the same seed, at another address too', async () => {
    const first = await quick(sample());
    expect(await quick(sample())).toEqual(first);
    const moved = await quick({
      ...sample(),
      programId: Keypair.fromSeed(Buffer.alloc(32, 3)).publicKey.toBase58(),
    });
    expect(moved.text).toBe(first.text);
  });

  it('conforms on a version without a baseline of its own', async () => {
    const verdict = await quick({ ...sample(), version: '0.28.1' });
    expect(verdict.text).toMatch(/^Your program conforms/);
  });

  it('may be one of Anchor’s, by the instructions of its client', async () => {
    const provider = new AnchorProvider(
      new Connection('http://127.0.0.1:1'),
      new Wallet(Keypair.generate()),
      {},
    );
    const build = new Program(INVOKER_IDL as Idl, provider).methods['invokeCpi'];
    const NAMES = Object.entries({
      feePayer: 'fee_payer',
      cpiAuthority: 'authority',
      solPoolPda: 'sol_pool_pda',
      decompressionRecipient: 'decompression_recipient',
      cpiContext: 'cpi_context_account',
    });
    const EMPTY = { newAddresses: [], inputs: [], outputs: [], isCompress: false };
    const REST = { proof: null, relayFee: null, compressOrDecompressLamports: null, cpiContext: null };
    const instruction = async ({ accounts, data, systemProgram }: InvokeCpiCall) => {
      const key = (name: string) =>
        accounts.find((account) => account.name === name)?.address ?? systemProgram;
      const given = NAMES.map(([ours, theirs]) => [ours, key(theirs)] as const);
      const present = given.map(([name, one]) => [name, one === systemProgram ? null : new PublicKey(one)]);
      const remaining = accounts.slice(11).map(({ address, signer, writable }) => ({
        pubkey: new PublicKey(address),
        isSigner: signer,
        isWritable: writable,
      }));
      const made = await build?.({ ...EMPTY, ...REST })
        .accountsPartial(Object.fromEntries(present) as Record<string, PublicKey>)
        .remainingAccounts(remaining)
        .instruction();
      // Anchor serializes the argument; here it is the one that the call already has behind discriminator and length.
      return made === undefined
        ? null
        : { keys: made.keys, data: Buffer.concat([made.data.subarray(0, 8), data.subarray(12)]) };
    };
    const verdict = await quick({
      program: loadOwn('anchor-invoker'),
      programId: INVOKER_IDL.address,
      instruction,
    });
    expect(verdict.text).toMatch(/^Your program conforms/);
    expect(shown(verdict)).toEqual([...VALID, RULE]);
  });
});

describe('A wrong caller is found, in the documents’ words:', () => {
  it.each<readonly [string, number, RegExp]>([
    [
      'swaps two accounts',
      1,
      /account 2 \(registered_program_pda\) is account-compression-authority instead/,
    ],
    ['drops a signer flag', 2, /account 1 \(authority\) does not sign, but it signs/],
    ['cuts the data', 3, /the instruction data ends after \d+ of \d+ bytes/],
    ['passes trees on read-only', 4, /account 11 \(remaining_0\) is read-only, but it is writable/],
    ['swaps the trees', 5, /account 11 \(remaining_0\) is (queue|tree):1 instead of (tree|queue):1/],
    ['never makes the call', 6, /the system program was called 0 times instead of 1/],
    ['makes the call twice', 7, /the system program was called 2 times instead of 1/],
    ['changes a byte', 8, /byte 20 of the instruction data is \d+ instead of \d+/],
    ['always refuses', 9, /not every call was made: your program:4098 came before/],
  ])('one that %s', async (_what, mistake, words) => {
    const verdict = await quick(sample(mistake));
    expect(verdict.conforms).toBe(false);
    expect(verdict.text.replaceAll(/\s+/g, ' ')).toMatch(words);
    const [finding] = verdict.findings;
    expect(finding?.statement).toBe('An InvokeCpi that creates accounts is accepted and creates them');
    expect(finding?.witness.plan.transactions.length).toBeGreaterThan(0);
    expect(finding?.handed).not.toEqual([]);
  });

  it('one that is wrong in a single kind of call', async () => {
    const right = sample().instruction;
    const wrong = sample(3).instruction;
    const instruction: CallerProgram['instruction'] = (call) =>
      (call.fields.data.inputs.length > 0 ? wrong : right)(call);
    const verdict = await quick({ ...sample(), instruction });
    const found = verdict.findings.map(({ claim }) => claim);
    expect(found).toContain('valid/spend');
    expect(found).not.toContain('valid/direct');
  });
});

describe('What nobody can judge', () => {
  it('is not green: a program that makes none of the calls', async () => {
    const verdict = await quick({ ...sample(), instruction: () => null });
    expect(verdict.conforms).toBe(false);
    expect(verdict.text).toMatch(/^Nothing was shown about your program/);
  });

  it('is what a caller does to an account of its own, which the call does not name', async () => {
    const own = Keypair.fromSeed(Buffer.alloc(32, 5)).publicKey.toBase58();
    const authority = PublicKey.findProgramAddressSync([Buffer.from('cpi_authority')], new PublicKey(ID));
    const caller: CallerProgram = {
      program: loadOwn('caller'),
      programId: ID,
      accounts: [{ address: own, owner: ID, lamports: 10n ** 9n, data: Buffer.alloc(8) }],
      instruction: ({ systemProgram, accounts, data }) => ({
        accounts: [
          { address: own, signer: false, writable: true },
          { address: systemProgram, signer: false, writable: false },
          ...accounts,
        ],
        data: encodeCaller([
          { kind: 'write', account: 0, offset: 3, bytes: Buffer.of(data.length % 256) },
          {
            kind: 'invoke',
            program: 1,
            metas: accounts.map(({ signer, writable }, at) => ({ account: at + 2, signer, writable })),
            signers: [[Buffer.from('cpi_authority'), Buffer.of(authority[1])]],
            data,
          },
        ]),
      }),
    };
    const verdict = await quick(caller);
    expect(verdict.text).toMatch(/^Your program conforms/);
  });
});

const SYSTEM = 'SySTEM1eSU2p4BGQfQpimFEWWSC1XDFeun3Nqzz3rT7';
const withAccount = (change: Partial<ExtraAccount>): CallerProgram => {
  const address = Keypair.fromSeed(Buffer.alloc(32, 6)).publicKey.toBase58();
  return { ...sample(), accounts: [{ address, owner: ID, lamports: 1n, data: Buffer.alloc(0), ...change }] };
};

describe('Bad input gets one sentence', () => {
  const options = { cases: 1, only: ['valid/direct'] };
  it.each<readonly [string, CallerProgram, string]>([
    [
      'a missing program',
      { ...sample(), program: '/nowhere/mine.so' },
      'There is no program file /nowhere/mine.so',
    ],
    ['what is no program', { ...sample(), program: Buffer.from('text') }, 'Your program is not an ELF file'],
    [
      'an address that is none',
      { ...sample(), programId: 'mine' },
      '`programId` is mine, which is no address',
    ],
    [
      'the address of another program',
      { ...sample(), programId: 'SySTEM1eSU2p4BGQfQpimFEWWSC1XDFeun3Nqzz3rT7' },
      'is that of light-system in this world',
    ],
    ['an unknown version', { ...sample(), version: '9.9.9' }, '9.9.9'],
    ['nothing at all', undefined as never, 'The first argument is no object'],
    [
      'a misspelt field',
      { ...sample(), systemprogram: 'mine.so' } as never,
      'The first argument has a field `systemprogram`, which does not exist',
    ],
    ['an address that is no text', { ...sample(), programId: 5 as never }, '`programId` is no text'],
    ['no program', { ...sample(), program: undefined as never }, '`program` is missing'],
    ['no function', { ...sample(), instruction: undefined as never }, '`instruction` is no function'],
    ['an account that the world has', withAccount({ address: SYSTEM }), 'is at the address of light-system'],
    ['lamports that are no bigint', withAccount({ lamports: 5 as never }), '`accounts[0]` has no `lamports`'],
    [
      'no instruction',
      { ...sample(), instruction: () => undefined as never },
      'neither null nor an instruction',
    ],
    [
      'an account that has no address',
      {
        ...sample(),
        instruction: () => ({
          accounts: [{ address: '?', signer: false, writable: false }],
          data: Buffer.alloc(0),
        }),
      },
      'an account ?, which is no address in base58',
    ],
  ])('%s', async (_what, caller, words) => {
    await expect(checkCaller(caller, options)).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining(words) as string,
    });
  });

  it('an unknown claim, a number of cases that is none, and two at a time', async () => {
    await expect(checkCaller(sample(), { case: 5 } as never)).rejects.toThrow(
      'The second argument has a field `case`, which does not exist',
    );
    await expect(checkCaller(sample(), { only: ['valid/nothing'] })).rejects.toThrow(
      'There is no claim valid/nothing',
    );
    await expect(checkCaller(sample(), { cases: 0 })).rejects.toThrow('`cases` is 0');
    for (const seed of [NaN, 1.5, 2 ** 40])
      await expect(checkCaller(sample(), { seed })).rejects.toThrow(`\`seed\` is ${seed}: give a whole`);
    for (const none of [{ only: [] }, { only: VALID, except: VALID }])
      await expect(checkCaller(sample(), none)).rejects.toThrow('leave no claim to ask');
    expect(() => callerClaims('9.9.9')).toThrow('9.9.9');
    const first = checkCaller(sample(), options);
    await expect(checkCaller(sample(), options)).rejects.toThrow('still being checked');
    expect((await first).conforms).toBe(true);
  });
});
