// In which of its parts a rule is broken: what a program is known to do in one part must not hide that it begins to do so in another.
import { fieldEndIn } from '../spec/wire-size';
import { outOfRangeIn } from './checks/slots';
import { firstTree, MODE_NAMES, type Entries, type View } from './view';

type Place = (view: View) => string | undefined;
type ByEntries = (entries: Entries) => boolean;

/** What the context brings to an execution. */
const stored = ({ mode, context }: View): Entries | null =>
  mode === 'execute' ? (context?.state ?? null) : null;

const none = { newAddresses: [], inputs: [], outputs: [] } as const;
const only = (entries: Entries, kind: keyof Entries): Entries => ({ ...none, [kind]: entries[kind] });

/** The kind of the first entry of which something holds, and whether the context brings it. */
const entryOf = (view: View, holds: ByEntries): string => {
  const names = [
    ['newAddresses', 'a new address'],
    ['inputs', 'an input'],
    ['outputs', 'an output'],
  ] as const;
  const context = stored(view);
  for (const [kind, name] of names) {
    if (holds(only(view.own, kind))) return name;
    if (context !== null && holds(only(context, kind))) return `${name} from the context`;
  }
  return 'elsewhere';
};

const isThere: ByEntries = ({ newAddresses, inputs, outputs }) =>
  newAddresses.length + inputs.length + outputs.length > 0;

/** The first input decides, else the first output; of either the context's come first. */
const firstEntry: Place = (view) => {
  const context = stored(view) ?? none;
  for (const [kind, name] of [
    ['inputs', 'an input'],
    ['outputs', 'an output'],
  ] as const) {
    if (isThere(only(context, kind))) return `${name} from the context`;
    if (isThere(only(view.own, kind))) return name;
  }
  return 'elsewhere';
};

const inMode: Place = ({ mode }) => MODE_NAMES[mode];

const firstTarget: Place = ({ combined, remaining }) => {
  const key = combined.outputs
    .map(({ treeIndex }) => remaining[treeIndex]?.key)
    .find((one) => one !== undefined && !/^(?:near:\d+:)?(?:tree|queue):/.test(one));
  return key?.startsWith('address-tree') === true ? 'an address tree' : 'no tree at all';
};

/** An execution that itself begins elsewhere, behind what the context brings; other trees are later ones. */
const ownFirst: Place = (view) => {
  const tree = view.mode === 'execute' ? firstTree(view, view.own) : undefined;
  return tree === undefined || tree === view.context?.state.associatedTree
    ? undefined
    : 'its own first entry';
};

const unproven: ByEntries = ({ newAddresses, inputs }) =>
  newAddresses.length > 0 || inputs.some(({ proveByIndex }) => !proveByIndex);

const PLACES: Readonly<Record<string, Place>> = {
  'accounts/remaining-index-in-range': (view) => entryOf(view, (one) => outOfRangeIn(one, view.remaining)),
  'accounts/remaining-tree-type': firstTarget,
  'read-only/remaining-tree-type': firstTarget,
  'account-info/remaining-tree-type': firstTarget,
  'accounts/registered-program-pda-identity': inMode,
  'accounts/account-compression-authority-identity': inMode,
  'accounts/context-account-writable': inMode,
  'instruction-data/truncated': ({ data }) => fieldEndIn(data),
  'limits/single-tree': ownFirst,
  'modes/execute-refuses-unprovable': (view) => entryOf(view, unproven),
  'validation/tree-on-execute': firstEntry,
};

/** The part of the asked rule that the invocation breaks; undefined where it does not, or the rule has no parts. */
export const placeOf = (
  view: View,
  asked: string | undefined,
  exercised: readonly string[],
): string | undefined =>
  asked !== undefined && exercised.includes(asked) ? PLACES[asked]?.(view) : undefined;
