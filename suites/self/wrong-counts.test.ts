// Programs that go wrong only where many inputs, outputs or trees come together are caught: bytes of the published ones are changed.
import { redIn, type Bytes, type Program } from './changed-bytes';

/** Of sixty cases at least these: a full run meets each five times as often. */
const OFTEN = 2;

type Row = readonly [title: string, bytes: Bytes, rules: readonly string[], program?: Program];

const WRONG: readonly Row[] = [
  [
    'chains the hashes of eight inputs at most',
    { 0x46830: '0500255b00000000', 0x74160: '150996a6000000003509a6a6080000000500d8a400000000' },
    ['effects/transaction-hash'],
  ],
  [
    'exchanges tree and queue of the sixth input',
    {
      0x46818: '0500285b00000000',
      0x74160:
        'a50905000500000079a390f5000000007338260000000000732825000000000079a360f500000000733825000000000073182400000000000500d0a400000000',
    },
    ['effects/spent-leaf', 'effects/event-inputs'],
  ],
  [
    'takes nine outputs into a queue at most',
    { 0x42918: '2502280109000000' },
    ['effects/outputs-created', 'effects/execute-combines', 'effects/leaf-order'],
    'accountCompression',
  ],
  [
    'takes no fee for the eleventh output',
    {
      0x496a0: '0500575500000000',
      0x74160: '79a348f500000000350301000a0000000f920000000000000500a5aa00000000',
    },
    ['effects/fees'],
  ],
  [
    'does not clear where the execution itself brings two inputs',
    {
      0x18540: '050023e800000000',
      0xc660: '15063a170000000079a160f10000000035013817020000000500d91700000000',
    },
    ['effects/execute-clears', 'effects/execute-combines'],
  ],
  [
    'hashes the owner of the third input with that of the one before',
    {
      0x461e0: '0500ef5b00000000',
      0x74160: '150031a40000000079a168f50000000035012fa40200000005000da400000000',
    },
    ['effects/execute-clears', 'effects/execute-combines'],
  ],
  [
    'goes on counting leaves in a third queue',
    { 0x48340: '0500c35700000000', 0x74160: '35033ca8030000007b1a58f50000000005003aa800000000' },
    ['effects/outputs-hashed', 'effects/leaf-order'],
  ],
  [
    'counts two queues of inputs at most',
    {
      0x49838: '0500245500000000',
      0x74160: 'a506010003000000b70600000200000073600200000000000500d8aa00000000',
    },
    ['effects/event-counts'],
  ],
  [
    'skips the last of three fees',
    {
      0xc660: 'a50701000300000007070000ffffffff67070000040000000500620b00000000',
      0x12188: '05009af400000000',
    },
    ['effects/fees'],
  ],
  [
    'takes any proof of two accounts and a new address',
    {
      0x6b950: '0500011100000000',
      0x74160:
        '1509feee00000000550917ef0200000079a190fe00000000550115ef01000000b70200001a0000000500f4ee00000000',
    },
    ['proofs/wrong', 'modes/execute-verifies-proof'],
  ],
  [
    'looks only whether the first account exists that a sibling reads',
    {
      0x67930: '05000c1900000000',
      0x74198: '1d1888e70000000079a160fb000000007b1a08f600000000050085e7000000000500efe600000000',
    },
    ['read-only/read-missing'],
  ],
  [
    'goes on counting leaves in a second queue where a sibling creates them',
    {
      0x37668: '05005e7900000000',
      0x74160: 'b503010001000000b7010000010000007b1af8fc0000000005009e8600000000',
    },
    ['read-only/outputs-created'],
  ],
  [
    'chains the hashes of two inputs of a sibling at most',
    {
      0x4fc70: '0500a24800000000',
      0x74188: '1509e2b700000000a5095cb70200000079a778f5000000000500f0b700000000050059b700000000',
    },
    ['account-info/transaction-hash'],
  ],
  [
    'makes a transaction hash that nobody asks a sibling for',
    { 0x69fd8: '0500080000000000' },
    ['read-only/transaction-hash-unasked'],
  ],
];

const EACH = WRONG.flatMap(([title, bytes, rules, program = 'systemProgram']) =>
  rules.map((rule) => [title, rule, program, bytes] as const),
);
const RULES = [...new Set(EACH.map(([, rule]) => rule))];

describe('What comes in numbers', () => {
  test.each(RULES)('is as the published programs do it in %s', async (rule) => {
    expect(await redIn(rule, 'systemProgram', {})).toBe(0);
  });

  test.each(EACH)('is noticed in a program that %s, by %s', async (_title, rule, program, bytes) => {
    expect(await redIn(rule, program, bytes, { enough: OFTEN })).toBeGreaterThanOrEqual(OFTEN);
  });
});
