// InitializeCpiContextAccount, which has no fields: the SDK offers it by its interface description alone.
import fc from 'fast-check';
import type { Check } from '../check';
import type { Dialect } from '../dialect';
import { SDK, type Snippet } from '../types';

/** INSTRUCTIONS.md, Discriminator Table. */
const DISCRIMINATOR = 'e97047427921b2bc';

const said = ({ coder }: Dialect): Snippet => {
  const encode = "instruction.encode('initCpiContextAccount', {}).toString('hex')";
  if (coder === 'anchor')
    return {
      from: { [SDK]: ['LightSystemProgram'] },
      lines: ['const { instruction } = LightSystemProgram.program.coder;'],
      result: encode,
    };
  return {
    from: { [SDK]: ['IDL'], '@coral-xyz/anchor': ['BorshCoder'] },
    lines: ['const { instruction } = new BorshCoder(IDL);'],
    result: encode,
  };
};

export const INITIALIZE_CHECK: Check = {
  id: 'description/initialize-context',
  says: 'The interface description encodes InitializeCpiContextAccount as its discriminator.',
  cases: 'one',
  make: () =>
    fc.constant((dialect) => ({
      said: said(dialect),
      expected: DISCRIMINATOR,
      other: () => Promise.resolve({ outcome: 'differs' as const, why: 'other bytes' }),
    })),
};
