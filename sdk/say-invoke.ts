// Invoke and InvokeCpi as a user of the SDK encodes them: by exported layouts, or by an interface description's coder.
import type { Dialect } from './dialect';
import { context, object, shared, writeAs, type Write } from './literals';
import type { Spoken } from './spoken';
import { SDK, type Snippet } from './types';

/** The lines, or why this version's types have no way to say it. */
export type Said = Snippet | { readonly cannot: string };
export type Say = (spoken: Spoken, dialect: Dialect) => Said;

export const canSay = (said: Said): said is Snippet => !('cannot' in said);

const WEB3 = '@solana/web3.js';
const ANCHOR = '@coral-xyz/anchor';
/** More than any instruction data of ours; the layouts write into what they are given. */
const ROOM = 16_384;
const NO_INDEX_PROOF = 'its types have no field for a proof by index';

const unsayable = ({ inputs }: Spoken, { merkleContext }: Dialect): boolean =>
  merkleContext === 'queue-index' && inputs.some(({ proveByIndex }) => proveByIndex);

const from = (...names: readonly string[]): Snippet['from'] => ({
  [SDK]: [...names, 'bn'],
  [WEB3]: ['PublicKey'],
});

const invokeData = (spoken: Spoken, dialect: Dialect): string =>
  `const data = ${object(shared(spoken, dialect))};`;

/** The field that holds the context, and the names of its own fields. */
type ContextSaid = {
  readonly field: string;
  readonly names: Dialect['contextNames'];
  readonly write?: Write;
};

const invokeCpiData = (spoken: Spoken, dialect: Dialect, { field, names, write }: ContextSaid): string => {
  const seeds = dialect.signerSeeds ? { signerSeeds: '[]' } : {};
  const flags = { [field]: context(spoken.context, names, write) };
  return `const data = ${object({ ...shared(spoken, dialect), ...seeds, ...flags })};`;
};

/** By the coder of the program that `LightSystemProgram` makes from its interface description. */
const byOwnCoder = (type: string, method: string, data: string): Snippet => ({
  from: from('LightSystemProgram'),
  lines: [
    data,
    'const { coder } = LightSystemProgram.program;',
    `const inputs = coder.types.encode('${type}', data);`,
  ],
  result: `coder.instruction.encode('${method}', { inputs }).toString('hex')`,
});

/** By the exported interface description in the coder that it is written for. */
const byDescription = (type: string, method: string, data: string): Snippet => ({
  from: { ...from('IDL'), [ANCHOR]: ['BorshCoder'] },
  lines: [data, 'const coder = new BorshCoder(IDL);', `const inputs = coder.types.encode('${type}', data);`],
  result: `coder.instruction.encode('${method}', { inputs }).toString('hex')`,
});

export const sayInvoke: Say = (spoken, dialect) => {
  if (unsayable(spoken, dialect)) return { cannot: NO_INDEX_PROOF };
  const data = invokeData(spoken, dialect);
  if (dialect.coder === 'anchor') return byOwnCoder('InstructionDataInvoke', 'invoke', data);
  return {
    from: from('encodeInstructionDataInvoke'),
    lines: [data],
    result: "encodeInstructionDataInvoke(data).toString('hex')",
  };
};

const invokeCpiByLayout = (data: string): Snippet => ({
  from: from('InstructionDataInvokeCpiLayout', 'INVOKE_CPI_DISCRIMINATOR'),
  lines: [
    data,
    `const buffer = Buffer.alloc(${ROOM});`,
    'const length = InstructionDataInvokeCpiLayout.encode(data, buffer);',
    'const prefix = Buffer.alloc(4);',
    'prefix.writeUInt32LE(length);',
    'const all = [INVOKE_CPI_DISCRIMINATOR, prefix, buffer.subarray(0, length)];',
  ],
  result: "Buffer.concat(all).toString('hex')",
});

/** With the names that the type declarations give. */
export const sayInvokeCpi: Say = (spoken, dialect) => {
  if (unsayable(spoken, dialect)) return { cannot: NO_INDEX_PROOF };
  if (dialect.coder === 'anchor') {
    const data = invokeCpiData(spoken, dialect, { field: 'cpiContext', names: 'camel' });
    return byOwnCoder('InstructionDataInvokeCpi', 'invokeCpi', data);
  }
  const names = dialect.contextNames;
  return invokeCpiByLayout(invokeCpiData(spoken, dialect, { field: 'compressedCpiContext', names }));
};

/** With the names that the layout itself was heard to have, which the types may contradict. */
export const sayInvokeCpiByLayoutNames: Say = (spoken, dialect) => {
  if (unsayable(spoken, dialect)) return { cannot: NO_INDEX_PROOF };
  const write = writeAs(dialect.layoutNames);
  const said = { field: 'compressedCpiContext', names: 'snake', write } as const;
  return invokeCpiByLayout(invokeCpiData(spoken, dialect, said));
};

export const describeInvoke: Say = (spoken, dialect) =>
  unsayable(spoken, dialect)
    ? { cannot: NO_INDEX_PROOF }
    : byDescription('InstructionDataInvoke', 'invoke', invokeData(spoken, dialect));

export const describeInvokeCpi: Say = (spoken, dialect) => {
  if (unsayable(spoken, dialect)) return { cannot: NO_INDEX_PROOF };
  const data = invokeCpiData(spoken, dialect, { field: 'cpiContext', names: 'camel' });
  return byDescription('InstructionDataInvokeCpi', 'invokeCpi', data);
};
