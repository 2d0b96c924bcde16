// Attempts with bytes that are neither 0 nor 1 where yes or no is said, and with counts that are not those of the entries.
import fc from 'fast-check';
import { FLAG_ATTEMPT_FIELDS } from '../../../spec/attempts/flag-bytes';
import { targetOf, withData } from '../../scenario';
import { hex } from '../../values';
import type { Mutation } from '../../edit';
import type { BaseName, Modes } from '../base';
import type { Tries, Try } from '../try';

const oddByte = fc.oneof(fc.constantFrom(2, 3, 128, 254, 255), fc.integer({ min: 2, max: 255 }));

const saying = (name: string): Try['edit'] =>
  fc.tuple(fc.nat(11), oddByte).map(([nth, byte]): Mutation => (scenario) => {
    const fields = FLAG_ATTEMPT_FIELDS[name]?.[targetOf(scenario).instruction] ?? [];
    const field = fields[nth % fields.length];
    return field === undefined ? scenario : withData(scenario, () => ({ flagBytes: { [field]: byte } }));
  });

const BASES: Readonly<Record<string, readonly [base: BaseName, modes?: Modes]>> = {
  'option-byte': ['spend'],
  'option-byte-of-nothing': ['spend'],
  'compress-byte': ['compress'],
  'decompress-byte': ['decompress', 'options'],
  'context-flag-byte': ['execute'],
  'index-proof-byte': ['spend'],
  'context-byte': ['execute'],
  'transaction-hash-byte': ['spend'],
};

/** More than the bytes of any instruction data. */
const beyond = fc.oneof(
  fc.constantFrom(0x4000, 0xffff, 0x1_0000),
  fc.integer({ min: 0x4000, max: 0xffff_0000 }),
);
const MOST_BEHIND = 12;
const TAIL_BYTES = 9_000;
/** Thousands of entries take more than the 32 KB that a program has. */
const beyondMemory = fc.integer({ min: 2_000, max: TAIL_BYTES });

const COUNT_TRIES: Tries = {
  'bytes-behind': {
    base: 'spend',
    edit: fc
      .integer({ min: 1, max: MOST_BEHIND })
      .chain((bytes) => hex(bytes))
      .map(
        (tail): Mutation =>
          (s) =>
            withData(s, () => ({ tail })),
      ),
  },
  'count-of-more': {
    base: 'create',
    edit: fc.constantFrom(1, 2).map(
      (by): Mutation =>
        (s) =>
          withData(s, ({ outputs }) => ({ counts: { outputs: outputs.length + by } })),
    ),
  },
  'count-beyond-the-data': {
    base: 'spend',
    edit: fc.tuple(fc.constantFrom('inputs', 'outputs'), beyond).map(
      ([field, count]): Mutation =>
        (s) =>
          withData(s, () => ({ counts: { [field]: count } })),
    ),
  },
  'count-beyond-memory': {
    base: 'spend',
    edit: fc.tuple(fc.constantFrom('inputs', 'outputs'), beyondMemory).map(
      ([field, count]): Mutation =>
        (s) =>
          withData(s, ({ inputs }) => ({
            inputs: field === 'inputs' ? inputs : [],
            counts: { [field]: count },
            // A program that went on without memory would refuse the first entry, whose option `data` is no option.
            flagBytes: { data: 2 },
            tail: '00'.repeat(TAIL_BYTES),
          })),
    ),
  },
  'count-of-fewer': {
    base: 'create',
    edit: fc.constant((s) => withData(s, ({ outputs }) => ({ counts: { outputs: outputs.length - 1 } }))),
  },
};

export const FLAG_TRIES: Tries = {
  ...COUNT_TRIES,
  ...Object.fromEntries(
    Object.entries(BASES).map(([name, [base, modes]]): [string, Try] => [
      name,
      { base, ...(modes !== undefined && { modes }), edit: saying(name) },
    ]),
  ),
};
