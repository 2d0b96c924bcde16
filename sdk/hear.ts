// Asks the layouts of a version for the names of their own fields: a build may have mended what is pinned of its version.
import { EMPTY_DATA } from '../generators/invocation';
import { encodeInvocation } from '../harness/wire/instruction-data';
import { DISCRIMINATOR_OF } from '../spec/layouts';
import type { InvokeData } from '../spec/plan';
import { dialectOf, type Dialect, type Names } from './dialect';
import type { Speaker } from './speaker';
import { SDK, type Answer, type Snippet } from './types';

const ZEROS = '00'.repeat(32);
const ACCOUNT = {
  owner: 'wallet:0',
  lamports: 1n,
  address: ZEROS,
  data: { discriminator: '01'.repeat(8), bytes: { fill: 1, length: 1 }, dataHash: ZEROS },
} as const;
const INDICES = { treeIndex: 0, queueIndex: 0, rootIndex: 0 };

/** One of everything, so that no name stays unsaid. */
const EVERYTHING: Partial<InvokeData> = {
  proof: '00'.repeat(128),
  newAddresses: [{ seed: ZEROS, ...INDICES }],
  inputs: [{ ...ACCOUNT, ...INDICES, leafOffset: 0, proveByIndex: false }],
  outputs: [{ ...ACCOUNT, treeIndex: 0 }],
  relayFee: 1n,
  compressOrDecompressLamports: 1n,
  cpiContext: { set: false, firstSet: false, index: 0 },
  readOnlyAddresses: [{ address: ZEROS, treeIndex: 0, rootIndex: 0 }],
  readOnlyAccounts: [{ accountHash: ZEROS, ...INDICES, leafIndex: 0, proveByIndex: false }],
};

type Named = 'InvokeCpi' | 'InvokeCpiWithReadOnly';

/** Bytes in front of what a layout encodes: the discriminator, and for one of the two a length. */
const AHEAD: Readonly<Record<Named, number>> = { InvokeCpi: 12, InvokeCpiWithReadOnly: 8 };

const NOTE =
  'const note = (value) => { if (Array.isArray(value)) value.forEach(note); else if (value?.constructor === Object) { names.push(Object.keys(value)); Object.values(value).forEach(note); } };';

function asking(instruction: Named): Snippet {
  const data = { ...EMPTY_DATA, ...EVERYTHING, discriminator: DISCRIMINATOR_OF[instruction] };
  const all = encodeInvocation(
    { kind: 'invocation', caller: 'A', through: [], instruction, accounts: [], data },
    () => undefined,
  );
  const layout = `InstructionData${instruction}Layout`;
  const bytes = all.subarray(AHEAD[instruction]).toString('hex');
  return {
    from: { [SDK]: [layout] },
    lines: ['const names = [];', NOTE, `note(${layout}.decode(Buffer.from('${bytes}', 'hex')));`],
    result: 'JSON.stringify(names)',
  };
}

/** A layout that is not there, or cannot read what the program reads, has said nothing. */
const namesIn = (answer: Answer | undefined): Names =>
  answer?.kind === 'value' ? (JSON.parse(answer.value) as Names) : [];

/** The dialect of a version, with the names that its own layouts have. */
export async function heard(version: string, speaker: Speaker): Promise<Dialect> {
  const dialect = dialectOf(version);
  if (dialect.coder === 'anchor') return dialect;
  const [invokeCpi, readOnly] = await speaker.ask([asking('InvokeCpi'), asking('InvokeCpiWithReadOnly')]);
  return { ...dialect, layoutNames: namesIn(invokeCpi), readOnlyNames: namesIn(readOnly) };
}
