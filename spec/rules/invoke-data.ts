// Rules about Invoke's discriminator and data layout (INVOKE.md, Data Layout).
import { accepts, linked, rejects, type Draft } from './make';

const invoke = linked('INVOKE.md');

/** INVOKE.md, Step 1. */
const steps = [1, 1] as const;

export const INVOKE_DATA_DRAFTS: Readonly<Record<string, Draft>> = {
  discriminator: {
    statement:
      'Invoke is selected by its 8-byte discriminator; data that begins otherwise is not an Invoke and is refused.',
    expects: rejects,
    steps,
    sources: [invoke('Summary', 'f1a71646bed7021e'), invoke('Data Layout', '92b1ba56a9623f17')],
    note: 'The discriminators of the sibling instructions are left out: those are other instructions.',
  },
  'discriminator-length': {
    statement: 'The discriminator takes 8 bytes; shorter instruction data is refused.',
    expects: rejects,
    steps,
    sources: [invoke('Data Layout', '92b1ba56a9623f17')],
  },
  'length-prefix-skipped': {
    statement: 'The four bytes after the discriminator are always skipped, whatever they hold.',
    expects: accepts,
    steps,
    sources: [
      invoke('Data Layout', 'f39a95d9c27014b3'),
      invoke('Step 1: Parse Instruction Data', '611cfaa021699a70'),
    ],
  },
  'no-body': {
    statement: 'Instruction data that ends before or within the four prefix bytes is refused.',
    expects: rejects,
    steps,
    sources: [invoke('Data Layout', 'f39a95d9c27014b3')],
    note: 'The document names no error; a panic is not an error and does not count as a refusal.',
  },
  truncated: {
    statement: 'Instruction data that ends behind the prefix but before its last field is refused.',
    expects: rejects,
    steps,
    sources: [invoke('Data Layout', 'b3e79c8f90f29877')],
    note: 'The document names no error; a panic is not an error and does not count as a refusal.',
  },
  'relay-fee-optional': {
    statement: 'The data may carry a relay fee: the field is an option.',
    expects: accepts,
    steps,
    sources: [invoke('Data Layout', 'bf3ee784c04e2b8b'), invoke('Instruction Data', 'b883a398f74294c4')],
    note: 'What a relay fee does is not documented; only that it can be sent is checked.',
  },
};
