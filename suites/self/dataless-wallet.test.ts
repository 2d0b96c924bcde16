// What docs/findings.md says of a wallet's account without data that a context created: neither Invoke nor InvokeCpi spends it.
import type { Backend } from '../../harness/backend';
import { EXECUTE, FIRST_SET, invocation, meta, output } from '../../harness/testing';
import { plan, spending, transaction, withContext } from '../../harness/testing';
import { putInput, putList } from '../../harness/wire/compressed-accounts';
import { copied, newWriter, putFlag, putHex, putU32, putU64 } from '../../harness/wire/writer';
import type { AccountData, Initialization, InputAccount, Invocation, OutputAccount } from '../../spec/plan';
import type { PlannedInstruction } from '../../spec/plan';
import { SLOT, type SlotName } from '../../spec/invoke-cpi';
import type { KeyRole } from '../../spec/world';
import { openRunner } from './open-runner';

const LAMPORTS = 1_000_000n;
const RECIPIENT: KeyRole = 'wallet:1';
const ZEROS: AccountData = {
  discriminator: '00'.repeat(8),
  bytes: { fill: 0, length: 0 },
  dataHash: '00'.repeat(32),
};
const OF_WALLET: OutputAccount = { ...output('A'), owner: 'wallet:0', lamports: LAMPORTS, data: null };

type Slots = Partial<Record<SlotName, KeyRole>>;

const filled = (item: Invocation, slots: Slots): Invocation => {
  const accounts = [...item.accounts];
  for (const [name, key] of Object.entries(slots)) accounts[SLOT[name as SlotName]] = meta(key, 'w');
  return { ...item, accounts };
};

const moving = { compressOrDecompressLamports: LAMPORTS };
const compressing = (item: Invocation): Invocation => filled(item, { sol_pool_pda: 'sol-pool' });
const decompressing = (item: Invocation): Invocation =>
  filled(item, { sol_pool_pda: 'sol-pool', decompression_recipient: RECIPIENT });

const createdDirectly: readonly Invocation[] = [
  compressing(invocation({ outputs: [OF_WALLET], isCompress: true, ...moving })),
];
const createdByExecution: readonly Invocation[] = [
  withContext({ outputs: [output('A')], cpiContext: FIRST_SET }),
  compressing(withContext({ outputs: [OF_WALLET], isCompress: true, cpiContext: EXECUTE, ...moving })),
];
const createdByContext: readonly Invocation[] = [
  withContext({ outputs: [OF_WALLET], cpiContext: FIRST_SET }),
  compressing(withContext({ outputs: [output('A')], isCompress: true, cpiContext: EXECUTE, ...moving })),
];

/** Invoke, as INVOKE.md lays it out: one input, decompressed. */
const invokeData = (input: InputAccount, leafIndex: number): string =>
  copied(newWriter(512), (writer) => {
    putHex(writer, '1a10a90715caf219');
    putU32(writer, 0); // the length prefix, which is skipped
    putFlag(writer, false); // proof
    putList(writer, [input], (w, item) => putInput(w, item, () => leafIndex));
    putU32(writer, 0); // outputs
    putFlag(writer, false); // relay fee
    putU32(writer, 0); // new addresses
    putFlag(writer, true);
    putU64(writer, LAMPORTS);
    putFlag(writer, false); // is_compress
  }).toString('hex');

/** Sent by the transaction itself: an initialisation is the one call of a plan that carries any bytes that way. */
const invoked = (data: string): Initialization => {
  const accounts = [
    meta('payer:1', 'sw'),
    meta('wallet:0', 's'),
    ...invocation({}).accounts.slice(2, 6),
    meta('sol-pool', 'w'),
    meta(RECIPIENT, 'w'),
    meta('solana-system'),
    meta('queue:1', 'w'),
    meta('tree:1', 'w'),
  ];
  return { kind: 'initialize', through: [], accounts, data };
};

const asSent = spending(OF_WALLET, 0);
const withZeros = { ...asSent, data: ZEROS };
const byProgram = (input: InputAccount): Invocation =>
  decompressing(invocation({ inputs: [input], ...moving }));

describe("A wallet's compressed SOL without data", () => {
  let runner: Backend;
  beforeAll(async () => {
    runner = await openRunner();
  });
  afterAll(() => {
    runner.close();
  });

  const byWallet = (input: InputAccount): PlannedInstruction =>
    invoked(invokeData(input, runner.facts.nextIndexOf('queue:1') + input.leafOffset));

  const spent = async (created: readonly Invocation[], spend: PlannedInstruction) => {
    const sent = plan(transaction(...created), transaction(spend));
    const [creation, spending] = (await runner.run(sent)).transactions;
    expect(creation?.raised).toBeNull();
    const lamports = spending?.after.lamports.get(RECIPIENT) ?? 0n;
    return { program: spending?.raised?.program, code: spending?.raised?.code, lamports };
  };

  it('is spent by the wallet where no context was used', async () => {
    expect(await spent(createdDirectly, byWallet(asSent))).toEqual({ lamports: LAMPORTS });
  });

  it("is spent by the wallet where it is the execution's own, behind what the context brings", async () => {
    const second = { ...asSent, leafOffset: 1 };
    expect(await spent(createdByExecution, byWallet(second))).toEqual({ lamports: LAMPORTS });
  });

  it('is not spent by the wallet where a context created it', async () => {
    const byHash = { program: 'account-compression', code: 14307, lamports: 0n };
    const byOwner = { program: 'light-system', code: 6001, lamports: 0n };
    expect(await spent(createdByContext, byWallet(asSent))).toEqual(byHash);
    expect(await spent(createdByContext, byWallet(withZeros))).toEqual(byOwner);
  });

  it.each([asSent, withZeros])('is not spent by a program either', async (input) => {
    const byOwner = { program: 'light-system', code: 6001, lamports: 0n };
    expect(await spent(createdByContext, byProgram(input))).toEqual(byOwner);
  });
});
