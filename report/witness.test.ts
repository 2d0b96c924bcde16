// Tests of witness files: they come back as they were written, and a wrong one is named in one sentence.
import { planOf, INVOCATION, witness } from './testing/samples';
import { parseWitness, writeWitness } from './witness';

const FILE = 'witness.json';
const text = writeWitness(witness('accounts/one'));

/** Parses the sample after an edit of its text. */
const edited = (from: string | RegExp, to: string) => (): unknown =>
  parseWitness(text.replace(from, to), FILE);

/** Its first output with data that begin with this byte. */
const filledWith = (fill: number): (() => unknown) => {
  const bytes = { fill, length: 2 };
  const data = { discriminator: '00'.repeat(8), dataHash: '00'.repeat(32), bytes };
  return edited('"data": null', `"data": ${JSON.stringify(data)}`);
};

describe('a witness file', () => {
  it('comes back as it was written, bigints included', () => {
    const sample = witness('accounts/one');
    expect(parseWitness(writeWitness(sample), FILE)).toEqual(sample);
  });

  it('comes back without a twin and with a transfer', () => {
    const base = planOf(INVOCATION);
    const transfer = { kind: 'transfer', from: 'payer:0', to: 'wallet:1', lamports: 9n } as const;
    const plan = {
      ...base,
      transactions: base.transactions.map((item) => ({ ...item, instructions: [transfer] })),
    };
    const sample = witness('effects/x', { twin: null, plan });
    expect(parseWitness(writeWitness(sample), FILE)).toEqual(sample);
  });

  it('may have the mark in front that some editors write', () => {
    expect(parseWitness(`\uFEFF${text}`, FILE)).toEqual(witness('accounts/one'));
  });

  it('may hold data that begin with any byte', () => {
    for (const fill of [0, 255]) expect(filledWith(fill)).not.toThrow();
  });

  it('has the same bytes whatever the order of keys in memory', () => {
    const sample = witness('accounts/one');
    const reversed = Object.fromEntries(Object.entries(sample).reverse()) as typeof sample;
    expect(writeWitness(reversed)).toBe(writeWitness(sample));
  });

  it('ends with one newline and keeps short objects on one line', () => {
    expect(text.endsWith('}\n')).toBe(true);
    expect(text).toContain('{ "key": "payer:0", "signer": true, "writable": true }');
    expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(112);
  });

  it('holds 64-bit numbers as decimal strings', () => {
    expect(text).toContain('"lamports": "18446744073709551615"');
  });
});

describe('a wrong witness file is refused in one sentence', () => {
  it.each([
    ['not JSON', edited(/^\{/, ''), /^witness\.json is not valid JSON: .+\.$/],
    [
      'an unknown field',
      edited('"detail"', '"extra": 1, "detail"'),
      'witness.json has the unknown field "extra".',
    ],
    ['a missing field', edited(/"detail": "[^"]*",/, ''), 'witness.json lacks the field "detail".'],
    [
      'an unknown verdict',
      edited('"missing-error"', '"fine"'),
      /^witness\.json: verdict must be a verdict: match, .*, but is "fine"\.$/,
    ],
    [
      'an unknown account name',
      edited('"payer:0", "signer"', '"payer", "signer"'),
      /accounts\[0\]\.key must be an account name such as .*, but is "payer"\.$/,
    ],
    [
      'a number in place of a decimal string',
      edited('"computeUnitPrice": "3"', '"computeUnitPrice": 3'),
      'witness.json: plan.transactions[0].computeUnitPrice must be a decimal string below 2^64, or null, but is 3.',
    ],
    [
      'a compute-unit limit of more than 32 bits',
      edited(/"computeUnitLimit": \S+,/, '"computeUnitLimit": 1099511627776,'),
      /computeUnitLimit must be a whole number below 2\^32, or null, but is 1099511627776\.$/,
    ],
    [
      'an account larger than any',
      edited(
        /"plan": \{\s+"accounts": \[/,
        '"plan": { "accounts": [{ "key": "noop", "size": 1000000000000 },',
      ),
      /accounts\[0\]\.size must be a number of bytes up to 10485760, .* but is 1000000000000\.$/,
    ],
    [
      'a plan without transactions',
      edited(/^[^]*$/, JSON.stringify({ ...JSON.parse(text), plan: { accounts: [], transactions: [] } })),
      'witness.json: plan.transactions must be a list of one or more transactions, but is [].',
    ],
    ['null', () => parseWitness('null', FILE), 'witness.json must be an object, but is null.'],
    ['a list', () => parseWitness('[]', FILE), 'witness.json must be an object, but is [].'],
    [
      'lists in lists without end',
      () => parseWitness('['.repeat(200_000) + ']'.repeat(200_000), FILE),
      'witness.json is no file of this tool: it is nested more than 100 levels deep.',
    ],
    [
      'a number of more than 64 bits',
      edited('"18446744073709551615"', '"18446744073709551616"'),
      /outputs\[0\]\.lamports must be a decimal string below 2\^64, but is "18446744073709551616"\.$/,
    ],
    [
      'text that is no number',
      edited('"18446744073709551615"', '"many"'),
      /outputs\[0\]\.lamports must be a decimal string below 2\^64, but is "many"\.$/,
    ],
    ...[300, -1].map((fill): [string, () => unknown, RegExp] => [
      `data that begin with a byte that there is not (${fill})`,
      filledWith(fill),
      new RegExp(`bytes\\.fill must be a whole number from 0 to 255, but is ${fill}\\.$`),
    ]),
    [
      'another format version',
      edited('"formatVersion": 1', '"formatVersion": 2'),
      /formatVersion must be 1, .*but is 2\.$/,
    ],
    [
      'an unknown field deep inside',
      edited('"cutBytes": 0', '"cutByte": 0'),
      /^witness\.json: plan\.transactions\[0\]\.instructions\[0\]\.data (lacks|has)/,
    ],
    [
      'an unknown kind of instruction',
      edited('"invocation"', '"call"'),
      /^witness\.json: plan\.transactions\[0\]\.instructions\[0\] /,
    ],
    [
      'a wrong flag in an optional object',
      edited('"firstSet": true', '"firstSet": "yes"'),
      /data\.cpiContext\.firstSet must be true or false, but is "yes"\.$/,
    ],
  ])('%s', (_name, act, message) => {
    expect(act).toThrow(message);
    expect(act).toThrow(expect.objectContaining({ exitCode: 2 }) as Error);
  });
});
