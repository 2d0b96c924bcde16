// Says what is stored or sent: inputs, outputs, new addresses, and a context as a whole, long lists abbreviated.
import type { ContextState, StoredAddress, StoredInput, StoredOutput } from '../../spec/context-state';
import type { AccountData, InputAccount, Invocation, InvokeData, OutputAccount } from '../../spec/plan';
import { fixedSlotsOf } from '../../spec/layouts';
import type { KeyRole } from '../../spec/world';
import { countedBytes } from '../bytes-text';

const GROUPS = 3;

type Group = { readonly text: string; readonly count: number };

/** Neighbours that read alike, as one. */
function groupsOf(texts: readonly string[]): readonly Group[] {
  const groups: Group[] = [];
  for (const text of texts) {
    const last = groups.at(-1);
    if (last?.text === text) groups[groups.length - 1] = { text, count: last.count + 1 };
    else groups.push({ text, count: 1 });
  }
  return groups;
}

const plural = (noun: string): string => (noun.endsWith('s') ? `${noun}es` : `${noun}s`);

/** `1 output`, `2 new addresses`. */
export const countText = (count: number, noun: string): string =>
  `${count} ${count === 1 ? noun : plural(noun)}`;

/** `1 output (owner wallet:0)`, `12 outputs (each owner wallet:0)`, `3 outputs (2 with ...; 1 with ...)`. */
export function listText(noun: string, texts: readonly string[]): string {
  const groups = groupsOf(texts);
  const head = countText(texts.length, noun);
  const [only, second] = groups;
  if (only === undefined) return head;
  if (second === undefined) return `${head} (${texts.length === 1 ? '' : 'each '}${only.text})`;
  const shown = groups
    .slice(0, GROUPS)
    .map(({ text, count }) => (count === 1 ? text : `${count} times ${text}`));
  return `${head} (${[...shown, ...(groups.length > GROUPS ? ['...'] : [])].join('; ')})`;
}

/** How an index among the remaining accounts reads: the account's name, or the bare index where there is none. */
export type NameOf = (index: number) => string;
export const nameIn =
  (invocation: Invocation): NameOf =>
  (index) =>
    invocation.accounts[fixedSlotsOf(invocation) + index]?.key ??
    `remaining account ${index}, which does not exist`;

const short = (hex: string): string => (/^0*$/.test(hex) ? '00...' : `${hex.slice(0, 8)}...`);
const moneyText = (lamports: bigint): readonly string[] => (lamports === 0n ? [] : [`${lamports} lamports`]);
const addressText = (address: string | null): readonly string[] =>
  address === null ? [] : [`address ${short(address)}`];

type Data = { readonly data: AccountData | null };

const dataText = ({ data }: Data): readonly string[] =>
  data === null ? [] : [`${countText(data.bytes.length, 'byte')} of data`];

/** The same with the bytes themselves, where it is them that matter. */
const dataInFull = ({ data }: Data): readonly string[] =>
  data === null ? [] : [`data ${countedBytes(data.bytes)}`];

const outputParts = (
  { owner, lamports, address, data }: OutputAccount | StoredOutput,
  dataParts: (one: Data) => readonly string[] = dataText,
): readonly string[] => [
  `owner ${owner}`,
  ...dataParts({ data }),
  ...moneyText(lamports),
  ...addressText(address),
];

const inputParts = ({ owner, lamports, address, data }: InputAccount | StoredInput): readonly string[] => [
  `owner ${owner}`,
  ...(data === null ? [] : ['with data']),
  ...moneyText(lamports),
  ...addressText(address),
];

const sentOutput = (output: OutputAccount, name: NameOf): string =>
  [...outputParts(output), `into ${name(output.treeIndex)}`].join(', ');

const sentInput = (input: InputAccount, name: NameOf): string => {
  const proof = input.proveByIndex ? 'proven by index' : 'to be proven';
  const leaf = `leaf ${input.leafOffset} of ${name(input.treeIndex)}`;
  return [...inputParts(input), leaf, proof].join(', ');
};

const some = <T>(noun: string, list: readonly T[], text: (entry: T) => string): readonly string[] =>
  list.length === 0 ? [] : [listText(noun, list.map(text))];

/** What an invocation brings, by kind; empty where it brings nothing. */
export function broughtText(data: InvokeData, name: NameOf): readonly string[] {
  return [
    ...some(
      'new address',
      data.newAddresses,
      ({ seed, treeIndex }) => `seed ${short(seed)}, in ${name(treeIndex)}`,
    ),
    ...some('read-only address', data.readOnlyAddresses, ({ treeIndex }) => `in ${name(treeIndex)}`),
    ...some('read-only account', data.readOnlyAccounts, ({ treeIndex }) => `of ${name(treeIndex)}`),
    ...some('input', data.inputs, (input) => sentInput(input, name)),
    ...some('output', data.outputs, (output) => sentOutput(output, name)),
  ];
}

const storedText = (
  { newAddresses, inputs, outputs }: ContextState,
  isInFull: boolean,
): readonly string[] => [
  ...some('new address', newAddresses, ({ seed }: StoredAddress) => `seed ${short(seed)}`),
  ...some('input', inputs, (input) => inputParts(input).join(', ')),
  ...some('output', outputs, (output) => outputParts(output, isInFull ? dataInFull : dataText).join(', ')),
];

const hasEntries = ({ newAddresses, inputs, outputs }: ContextState): boolean =>
  newAddresses.length + inputs.length + outputs.length > 0;

/** Nothing is stored, and nobody is noted down as the payer. */
export const isCleared = (state: ContextState): boolean => state.feePayer === null && !hasEntries(state);

const treeText = (tree: KeyRole): string => `associated Merkle tree ${tree}`;

/**
 * A context as CPI_CONTEXT.md describes what it stores; `tree` is left out where it is the one it was made for.
 * `isInFull`: with the bytes of outputs' data, where it is to be seen how two states differ.
 */
export function stateText(state: ContextState, own: KeyRole, isInFull = false): string {
  const tree = state.associatedTree === own ? [] : [treeText(state.associatedTree)];
  if (isCleared(state)) return ['empty', ...tree].join(', ');
  const payer = state.feePayer === null ? 'no fee payer' : `fee payer ${state.feePayer}`;
  const stored = hasEntries(state) ? storedText(state, isInFull) : ['nothing stored'];
  return [payer, treeText(state.associatedTree), ...stored].join(', ');
}
