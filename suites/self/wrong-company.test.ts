// Programs that leave something out only where a call has company: another account, flag, amount or list that should change nothing.
import { redIn, type Bytes, type Counted } from './changed-bytes';

/** By rule how the published program answers otherwise, as its baseline lists: where an input from a context names another tree. */
const KNOWN: Readonly<Record<string, Counted['known']>> = {
  'validation/tree-on-execute': new Set(['account-compression:14001']),
};
const besides = (rule: string): Counted => {
  const known = KNOWN[rule];
  return known === undefined ? {} : { known };
};

type Wrong = readonly [does: string, rule: string, bytes: Bytes];

const WRONG: readonly Wrong[] = [
  [
    'takes another payer’s context where the context account signs',
    'validation/fee-payer-on-execute',
    {
      0x19188: '05009ae600000000',
      0xc660:
        '1500bb190000000079a148f300000000791100000000000071110100000000005501b719000000000500601900000000',
    },
  ],
  [
    'takes another payer’s context where the caller’s authority holds lamports',
    'validation/fee-payer-on-execute',
    {
      0x19188: '05009ae600000000',
      0xc660:
        '1500bb190000000079a108f300000000791100000000000079114800000000005501b719000000000500601900000000',
    },
  ],
  [
    'takes another payer’s context with more than eight remaining accounts',
    'validation/fee-payer-on-execute',
    {
      0x19188: '05009ae600000000',
      0xc660: '1500bb190000000079a150f1000000002501b919080000000500621900000000',
    },
  ],
  [
    'spends what belongs to others where the caller’s authority holds lamports',
    'signer-checks/input-owner',
    {
      0x17ae0: '05006fe900000000',
      0xc660:
        '150090160000000079a108f3000000007911000000000000791148000000000055018c16000000000500ec1600000000',
    },
  ],
  [
    'spends what belongs to others with more than eight remaining accounts',
    'signer-checks/input-owner',
    {
      0x17ae0: '05006fe900000000',
      0xc660: '150090160000000079a150f10000000025018e16080000000500ee1600000000',
    },
  ],
  [
    'takes inputs of others in a write without trees',
    'signer-checks/input-owner',
    {
      0x17ae0: '05006fe900000000',
      0xc660: '150090160000000079a150f10000000015018e16000000000500ee1600000000',
    },
  ],
  [
    'spends what belongs to the account of 32 zeros',
    'signer-checks/input-owner',
    {
      0x17ae0: '05006fe900000000',
      0xc660:
        '150090160000000079a108fb000000005501ef160000000079a110fb000000005501ed160000000079a118fb000000005501eb160000000079a120fb000000005501e916000000000500871600000000',
    },
  ],
  [
    'takes inputs of others in a write where one account is their tree and their queue',
    'signer-checks/input-owner',
    {
      0x17ae0: '05006fe900000000',
      0xc660:
        '15009016000000007971500000000000711200000000000071110100000000001d218c16000000000500ec1600000000',
    },
  ],
  [
    'takes outputs of others in a write without trees',
    'signer-checks/output-owner-with-data',
    {
      0x17b48: '050062e900000000',
      0xc660: '1500d2161a00000079a150f1000000001501d0160000000005009a1600000000',
    },
  ],
  [
    'lets another payer write where the write names lamports',
    'validation/fee-payer-on-set',
    {
      0x18888: '0500bae700000000',
      0xc660: '550046180000000079a188f70000000055014418000000000500421800000000',
    },
  ],
  [
    'lets another payer write without trees',
    'validation/fee-payer-on-set',
    {
      0x18888: '0500bae700000000',
      0xc660: '550046180000000079a150f10000000055014318000000000500431800000000',
    },
  ],
  [
    'lets another payer write where the first one is in the recipient’s slot',
    'validation/fee-payer-on-set',
    {
      0x18888: '0500bae700000000',
      0xc660:
        '550046180000000079a340f3000000001503431800000000793300000000000079a420fd00000000793108000000000079420000000000005d213e1800000000793110000000000079420800000000005d213b1800000000793118000000000079421000000000005d21381800000000793120000000000079421800000000005d213518000000000500351800000000',
    },
  ],
  [
    'loses a set that names lamports',
    'sol/write-moves-nothing',
    {
      0x18d18: '050028e700000000',
      0xc660: '79a478fb000000005504d8180000000085100000693f00000500d41800000000',
    },
  ],
  [
    'loses a set that has a recipient',
    'sol/write-moves-nothing',
    {
      0x18d18: '050028e700000000',
      0xc660: '79a440f3000000005504d8180000000085100000693f00000500d41800000000',
    },
  ],
  [
    'loses a set without trees',
    'modes/write-needs-no-trees',
    {
      0x18d18: '050028e700000000',
      0xc660: '79a450f1000000001504d8180000000085100000693f00000500d41800000000',
    },
  ],
  [
    'does not clear where nothing is created',
    'effects/execute-clears',
    {
      0x18540: '050023e800000000',
      0xc660: '15063a170000000079a1f0fa0000000015013817000000000500d91700000000',
    },
  ],
  [
    'does not clear where the execution moves SOL',
    'effects/execute-clears',
    {
      0x18540: '050023e800000000',
      0xc660: '15063a170000000079a190f90000000055013817000000000500d91700000000',
    },
  ],
  [
    'does not clear where nothing is created, by InvokeCpiWithReadOnly',
    'read-only/execute-clears',
    {
      0x1a710: '0500e9e300000000',
      0xc660: '1509161c0000000079a1e8ff000000001501561c0000000005003d1c00000000',
    },
  ],
  [
    'does not compare the tree where outputs go into a v1 tree',
    'validation/tree-on-execute',
    {
      0x18df0: '05000de700000000',
      0xc660: '7971000000000000691258000000000015024a19ac2b00000500ef1800000000',
    },
  ],
  [
    'does not compare the tree where outputs go into a v1 tree, by InvokeCpiWithReadOnly',
    'read-only/tree-mismatch',
    { 0x25c78: '05003ccd00000000', 0xc660: '79a6b0fa000000000500263300000000' },
  ],
  [
    'counts outputs modulo 2^64, by InvokeCpiWithReadOnly',
    'codes/with-read-only/outputs-exceed',
    { 0x412a0: '0500000000000000' },
  ],
  [
    'counts compressed SOL modulo 2^64, by Invoke',
    'codes/invoke/compressed-overflow',
    { 0x60e80: '0500000000000000' },
  ],
  [
    'takes no fee for a queue behind the sixth remaining account',
    'effects/fees',
    {
      0x121c0: '050093f400000000',
      0xc660: '2501020005000000670100000300000005006a0b00000000620af8ff1a00000005006f0b00000000',
    },
  ],
];

describe('A program that forgets itself in company', () => {
  test.each(WRONG)('is told from the published one: it %s', async (_does, rule, bytes) => {
    expect(
      await redIn(rule, 'systemProgram', bytes, { ...besides(rule), enough: 1, isRare: true }),
    ).toBeGreaterThan(0);
  });

  test.each([...new Set(WRONG.map(([, rule]) => rule))])(
    '%s is silent about the published one',
    async (rule) => {
      expect(await redIn(rule, 'systemProgram', {}, { ...besides(rule), isRare: true })).toBe(0);
    },
  );
});
