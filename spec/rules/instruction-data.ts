// Rules about InvokeCpi's discriminator and data layout.
import { accepts, cpiContext, invokeCpi, rejects, rulesOf } from './make';

export const INSTRUCTION_DATA_RULES = rulesOf('instruction-data', {
  discriminator: {
    statement:
      'InvokeCpi is selected by its 8-byte discriminator; data that begins otherwise is not an InvokeCpi and is refused.',
    expects: rejects,
    sources: [invokeCpi('Summary', '9443e99420b4e9f2'), invokeCpi('Data Layout', '9f8340c025c7ed16')],
    note: 'The discriminators of the sibling instructions are left out: those are other instructions.',
  },
  'discriminator-length': {
    statement: 'The discriminator takes 8 bytes; shorter instruction data is refused.',
    expects: rejects,
    sources: [invokeCpi('Data Layout', '9f8340c025c7ed16')],
  },
  'length-prefix-skipped': {
    statement: 'The four bytes after the discriminator are skipped, whatever they hold.',
    expects: accepts,
    sources: [invokeCpi('Data Layout', '92d57e1531d41334')],
  },
  'no-body': {
    statement: 'Instruction data that ends before or within the four prefix bytes is refused.',
    expects: rejects,
    sources: [invokeCpi('Data Layout', '92d57e1531d41334')],
    note: 'The documents name no error; a panic is not an error and does not count as a refusal.',
  },
  'relay-fee-optional': {
    statement: 'The data may carry a relay fee: the field is an option.',
    expects: accepts,
    sources: [invokeCpi('Instruction Data', '8a1e9463b854e3be')],
    note: 'What a relay fee does is not documented; only that it can be sent is checked.',
  },
  truncated: {
    statement: 'Instruction data that ends behind the prefix but before its last field is refused.',
    expects: rejects,
    sources: [invokeCpi('Data Layout', '6509d114b112a383')],
    note: 'The documents name no error; a panic is not an error and does not count as a refusal.',
  },
  'truncated-input': {
    statement:
      'Instruction data that ends among the last fields of an input (indices, leaf, root, flags) is refused.',
    expects: rejects,
    refines: ['instruction-data/truncated'],
    sources: [invokeCpi('Data Layout', '6509d114b112a383')],
    note: 'As `truncated` says of all places; here one error was always seen, which is frozen by itself.',
  },
  'context-index-ignored': {
    statement: 'The context account is slot 10; the index in `cpi_context` does not change the verdict.',
    expects: accepts,
    sources: [
      invokeCpi('Accounts', '89133f1c1f0aeca3'),
      cpiContext('CompressedCpiContext (Instruction Data)', 'e39dc7b852da588d'),
    ],
    note: 'CPI_CONTEXT.md calls the field an index into the remaining accounts, INVOKE_CPI.md gives the account a fixed slot; the fixed slot is taken as binding.',
  },
});
