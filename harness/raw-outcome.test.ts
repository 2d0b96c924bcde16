// Tests of what an exported test compares: who raised what where, what changed, and what a refused proof logs.
import type { TransactionOutcome } from '../spec/outcome';
import { rawCase } from './raw-case';
import { raiserOf, rawOutcome, type Sent } from './raw-outcome';
import { errorName, errorPattern } from './runtime-errors';
import { base58Of } from './base58';
import { loadCaller } from '../programs/caller/load';
import { loadRelease } from '../programs/load';
import type { PlannedTransaction } from '../spec/plan';

const planned: PlannedTransaction = {
  feePayer: 'payer:0',
  instructions: [{ kind: 'transfer', from: 'payer:0', to: 'wallet:1', lamports: 1n }],
  computeUnitLimit: 1000,
  computeUnitPrice: 2_000_000n,
};

/** Two instructions about the compute budget stand in front; the fee is that of a signature and 2 lamports a unit. */
function sent(): Sent {
  const { systemProgram, accountCompression, fixtures } = loadRelease('0.28.3');
  const programs = { systemProgram, accountCompression, caller: loadCaller() };
  const [raw] = rawCase({ programs, fixtures, plan: { accounts: [], transactions: [planned] } }).transactions;
  if (raw === undefined) throw new Error('no transaction');
  return { planned, raw };
}

const after = { lamports: new Map([['queue:1', 7n] as const]) } as unknown as TransactionOutcome['after'];
const accepted: TransactionOutcome = {
  raised: null,
  failedAt: null,
  contents: new Map([['queue:1', new Uint8Array()]]),
  after,
};
const raised = { program: 'light-system', code: 6043, error: 'Custom', panicked: false } as const;

describe('What an exported test compares', () => {
  it('is the gain of each account, the fee included, and the hash of what was written', () => {
    const { error, changes } = rawOutcome(accepted, sent());
    expect(error).toBeNull();
    expect(changes).toEqual([
      { address: base58Of('payer:0'), lamports: '-7000', sha256: null },
      {
        address: base58Of('queue:1'),
        lamports: '7',
        sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      },
    ]);
  });

  it('is the error, the instruction with those about the compute budget counted, and who raised it', () => {
    const { error, changes } = rawOutcome({ ...accepted, raised, failedAt: 1 }, sent());
    const by = base58Of('light-system');
    expect(error).toEqual({ instruction: 3, text: '^custom program error: 0x179b$', by, ranOut: false });
    expect(changes).toEqual([]);
  });

  it('is what a refused proof logs, in any order', () => {
    const derived = { hashes: ['bb'], roots: ['aa'], addresses: [], addressRoots: [] };
    expect(rawOutcome({ ...accepted, raised, failedAt: 0, derived }, sent()).derived).toEqual(['aa', 'bb']);
  });

  it('is refused where nothing of the accounts was kept', () => {
    const bare: TransactionOutcome = { raised: null, failedAt: null, after };
    expect(() => rawOutcome(bare, sent())).toThrow(/was not kept/);
  });

  it('names a raiser that the world does not know by its address, and none where none had begun', () => {
    expect(raiserOf({ ...raised, program: 'unknown:abc' })).toBe('abc');
    expect(raiserOf({ ...raised, program: 'runtime' })).toBeNull();
  });
});

describe('The pattern of an error', () => {
  it.each([
    'Program failed to complete',
    'instruction changed the balance of a executable account',
    'Attempt to debit an account but found no record of a prior credit.',
    'Failed to serialize or deserialize account data: Unknown',
    'a text (that) nobody knows',
  ])('takes the text that has its name, and no other: %s', (text) => {
    const pattern = new RegExp(errorPattern(errorName(text)));
    expect(pattern.test(text)).toBe(true);
    expect(pattern.test('insufficient account keys for instruction')).toBe(false);
  });
});
