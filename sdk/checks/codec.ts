// Field values at their edges, encoded without being sent, and decoded again under the names that they were given by.
import fc from 'fast-check';
import { accountData, fieldHex, hex, optional, proofHex, u64, wallet } from '../../generators/values';
import { EMPTY_DATA } from '../../generators/invocation';
import { encodeInvocation } from '../../harness/wire/instruction-data';
import { DISCRIMINATOR_OF } from '../../spec/layouts';
import type { InputAccount, InstructionName, Invocation, InvokeData, NewAddress } from '../../spec/plan';
import type { Case, Check } from '../check';
import { noReadOnly, type Dialect } from '../dialect';
import { canSay, sayInvoke, sayInvokeCpi, sayInvokeCpiByLayoutNames, type Say } from '../say-invoke';
import { sayReadOnly } from '../say-read-only';
import { spokenOf } from '../spoken';
import { SDK, type Snippet } from '../types';

const u8 = fc.oneof(fc.constantFrom(0, 255), fc.nat(255));
const u16 = fc.oneof(fc.constantFrom(0, 0xffff), fc.nat(0xffff));
const u32 = fc.oneof(fc.constantFrom(0, 0xffff_ffff), fc.nat(0xffff_ffff));

const account = { owner: wallet, lamports: u64, address: optional(hex(32)), data: optional(accountData) };
const input: fc.Arbitrary<InputAccount> = fc.record({
  ...account,
  treeIndex: u8,
  queueIndex: u8,
  leafOffset: u32,
  proveByIndex: fc.boolean(),
  rootIndex: u16,
});
const newAddress: fc.Arbitrary<NewAddress> = fc.record({
  seed: fieldHex,
  queueIndex: u8,
  treeIndex: u8,
  rootIndex: u16,
});
const flags = fc.record({ firstSet: fc.boolean(), set: fc.boolean(), index: u8 });
const few = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 3 });

const fields: fc.Arbitrary<Partial<InvokeData>> = fc.record({
  proof: optional(proofHex),
  newAddresses: few(newAddress),
  inputs: few(input),
  outputs: few(fc.record({ ...account, treeIndex: u8 })),
  relayFee: optional(u64),
  compressOrDecompressLamports: optional(u64),
  isCompress: fc.boolean(),
});

const reads: fc.Arbitrary<Partial<InvokeData>> = fc.record({
  readOnlyAddresses: few(fc.record({ address: hex(32), treeIndex: u8, rootIndex: u16 })),
  readOnlyAccounts: few(
    fc.record({
      accountHash: hex(32),
      treeIndex: u8,
      queueIndex: u8,
      leafIndex: u32,
      proveByIndex: fc.boolean(),
      rootIndex: u16,
    }),
  ),
});

const invocation = (
  instruction: InstructionName,
  drawn: fc.Arbitrary<Partial<InvokeData>> = fields,
): fc.Arbitrary<Invocation> =>
  fc.tuple(drawn, instruction === 'Invoke' ? fc.constant(null) : optional(flags)).map(([data, context]) => ({
    kind: 'invocation',
    caller: 'A',
    through: [],
    instruction,
    accounts: [],
    data: { ...EMPTY_DATA, ...data, discriminator: DISCRIMINATOR_OF[instruction], cpiContext: context },
  }));

const nowhere = (): undefined => undefined;
const bytesOf = (one: Invocation): string => encodeInvocation(one, nowhere).toString('hex');

type Row = {
  readonly name: string;
  readonly instruction: InstructionName;
  readonly say: Say;
  readonly decoder: string;
  /** Whose names and values are given back. */
  readonly given: 'what its types say' | 'what its layout was given';
  readonly skips?: (dialect: Dialect) => string | null;
  /** What is drawn in the place of the fields that all instructions have. */
  readonly fields?: fc.Arbitrary<Partial<InvokeData>>;
};

const noNames = ({ coder }: Dialect): string | null =>
  coder === 'anchor' ? 'it has no layouts whose names could differ from the types' : null;
const noDecoders = ({ coder }: Dialect): string | null =>
  coder === 'anchor' ? 'it has no decoders of its own' : null;

const ROWS: readonly Row[] = [
  {
    name: 'invoke',
    instruction: 'Invoke',
    say: sayInvoke,
    decoder: 'decodeInstructionDataInvoke',
    given: 'what its types say',
  },
  {
    name: 'invoke-cpi',
    instruction: 'InvokeCpi',
    say: sayInvokeCpi,
    decoder: 'decodeInstructionDataInvokeCpi',
    given: 'what its types say',
  },
  {
    name: 'invoke-cpi-by-layout-names',
    instruction: 'InvokeCpi',
    say: sayInvokeCpiByLayoutNames,
    decoder: 'decodeInstructionDataInvokeCpi',
    given: 'what its layout was given',
    skips: noNames,
  },
  {
    name: 'invoke-cpi-with-read-only',
    instruction: 'InvokeCpiWithReadOnly',
    say: sayReadOnly,
    decoder: 'decodeInstructionDataInvokeCpiWithReadOnly',
    given: 'what its layout was given',
  },
  {
    name: 'read-only-lists',
    instruction: 'InvokeCpiWithReadOnly',
    say: sayReadOnly,
    decoder: 'decodeInstructionDataInvokeCpiWithReadOnly',
    given: 'what its layout was given',
    skips: noReadOnly,
    fields: reads,
  },
];

const encodes = ({ say }: Row, one: Invocation): Case => {
  const [spoken, expected] = [spokenOf(one, nowhere), bytesOf(one)];
  const other = () => Promise.resolve({ outcome: 'differs' as const, why: 'other bytes' });
  return (dialect) => ({ said: say(spoken, dialect), expected, other });
};

/** Objects are compared whatever the order of their fields is; numbers and keys have a JSON form of their own. */
const SORTED =
  'const text = (value) => JSON.stringify(value, (_, v) => (v?.constructor === Object ? Object.fromEntries(Object.entries(v).sort()) : v));';
const AS_IT_WAS = 'as it was';

const decoding = ({ from, lines }: Snippet, decoder: string, bytes: string): Snippet => ({
  from: { ...from, [SDK]: [decoder, 'bn'] },
  lines: [
    lines[0] ?? '',
    SORTED,
    `const decoded = ${decoder}(Buffer.from('${bytes}', 'hex'));`,
    'const changed = Object.keys(data).find((name) => text(decoded[name]) !== text(data[name]));',
  ],
  result: `changed === undefined ? '${AS_IT_WAS}' : \`\${changed}: \${text(decoded[changed])}\``,
});

const decodes = ({ say, decoder, given }: Row, one: Invocation): Case => {
  const [spoken, bytes] = [spokenOf(one, nowhere), bytesOf(one)];
  return (dialect) => {
    const said = say(spoken, dialect);
    return {
      said: canSay(said) ? decoding(said, decoder, bytes) : said,
      expected: AS_IT_WAS,
      other: (printed) => {
        const why = `decoded without an error, and ${printed.split(':')[0]} is not ${given}`;
        return Promise.resolve({ outcome: 'silently-else' as const, why });
      },
    };
  };
};

const encodeCheck = (row: Row): Check => ({
  id: `codec/${row.name}`,
  says: `Any field values of ${row.instruction}, also at their edges, are encoded as the program reads them.`,
  cases: 'many',
  ...(row.skips && { skips: row.skips }),
  make: () => invocation(row.instruction, row.fields).map((one) => encodes(row, one)),
});

const decodeCheck = (row: Row): Check => ({
  id: `decode/${row.name}`,
  says: `${row.decoder} gives back what was encoded, under the same names.`,
  cases: 'many',
  skips: row.skips ?? noDecoders,
  make: () => invocation(row.instruction, row.fields).map((one) => decodes(row, one)),
});

export const CODEC_CHECKS: readonly Check[] = [...ROWS.map(encodeCheck), ...ROWS.map(decodeCheck)];
