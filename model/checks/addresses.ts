// When an invocation exercises the rules about new addresses and the addresses of outputs.
import { askedIn, derivedIn, isAddressTree, isV1Address, isV2Address, pairsIn, type Asked } from '../address';
import type { Hex } from '../../spec/plan';
import { isV1, type KeyRole } from '../../spec/world';
import type { Check, Checks } from '../check';
import type { View } from '../view';

const whenExecuted =
  (check: Check): Check =>
  (view) =>
    view.executes && check(view);

const some =
  (asks: (asked: Asked, view: View) => boolean): Check =>
  (view) =>
    view.executes && askedIn(view).some((asked) => asks(asked, view));

const keyAt = ({ remaining }: View, index: number): KeyRole | undefined => remaining[index]?.key;

const isV1Account = (key: KeyRole): boolean =>
  key === 'address-queue-v1' || key === 'address-tree-v1' || (key.startsWith('tree:') && isV1(key));

const wrongQueue = (asked: Asked, view: View): boolean => {
  const key = keyAt(view, asked.address.queueIndex);
  return isV1Address(asked) && key !== undefined && !isV1Account(key);
};

/** Public parameters: address trees of v1 and v2, state trees of v1 and v2; nothing else has a height. */
const heightOf = (key: KeyRole | undefined): number | undefined => {
  if (key === 'address-tree') return 40;
  if (key === 'address-tree-v1') return 26;
  if (key?.startsWith('tree:') !== true) return undefined;
  return isV1(key) ? 26 : 32;
};

const heightsIn = (view: View): ReadonlySet<number> =>
  new Set(askedIn(view).flatMap(({ tree }) => heightOf(tree) ?? []));

const proves: Check = ({ combined, data }) => combined.newAddresses.length > 0 && data.proof !== null;

const inputAddresses = ({ combined }: View): readonly Hex[] =>
  combined.inputs.flatMap(({ address }) => address ?? []);

const outputAddresses = ({ combined }: View): readonly Hex[] =>
  combined.outputs.flatMap(({ address }) => address ?? []);

const canAssign = ({ instruction }: View): boolean => instruction === 'InvokeCpiWithReadOnly';

const isUnknown: Check = (view) => {
  const known = new Set([...inputAddresses(view), ...(derivedIn(view) ?? [])]);
  return outputAddresses(view).some((address) => !known.has(address));
};

const counted = (addresses: readonly Hex[], address: Hex): number =>
  addresses.filter((one) => one === address).length;

const isUsedTwice: Check = (view) => {
  const derived = derivedIn(view);
  const known = [...inputAddresses(view), ...(derived ?? [])];
  const used = outputAddresses(view);
  const isKnown = (address: Hex): boolean => derived === null || known.includes(address);
  return (
    view.combined.inputs.every(({ address }) => address !== null) &&
    used.some((address) => isKnown(address) && counted(used, address) > Math.max(1, counted(known, address)))
  );
};

/** Addresses of this execution that no output gets, but one has. */
const isUnassigned: Check = (view) => {
  const derived = derivedIn(view);
  const used = new Set(outputAddresses(view));
  const isUsed = (at: number): boolean => (derived === null ? used.size > 0 : used.has(derived[at] ?? ''));
  return canAssign(view) && view.writers.some(({ assignedTo }, at) => assignedTo === null && isUsed(at));
};

/** Of new addresses that an output is to get: that output's address, undefined where there is no such output. */
const assignments = (
  view: View,
): readonly { readonly to: Hex | null | undefined; readonly is: Hex | undefined }[] => {
  const derived = derivedIn(view) ?? [];
  return view.writers.flatMap(({ assignedTo }, at) =>
    assignedTo === null ? [] : [{ to: view.combined.outputs[assignedTo]?.address, is: derived[at] }],
  );
};

const createsWhatItSpends: Check = (view) =>
  view.combined.inputs.some((input) => {
    const tree = keyAt(view, input.treeIndex);
    const before = tree === undefined ? 0 : (view.world.leaves.get(tree)?.length ?? 0);
    const output = view.combined.outputs[input.leafOffset - before];
    return (
      input.proveByIndex &&
      output !== undefined &&
      output.owner === input.owner &&
      output.lamports === input.lamports &&
      output.address === input.address
    );
  });

export const ADDRESS_CHECKS: Checks = {
  'addresses/needs-proof': whenExecuted(
    ({ combined, data }) => combined.newAddresses.length > 0 && data.proof === null,
  ),
  'addresses/proof-verified': whenExecuted(proves),
  'addresses/of-their-program': whenExecuted((view) => proves(view) && pairsIn(view).length > 0),
  'addresses/unknown-address': whenExecuted(isUnknown),
  'addresses/input-must-exist': whenExecuted(createsWhatItSpends),
  'addresses/assigned-index': whenExecuted(
    (view) => canAssign(view) && assignments(view).some(({ to }) => to === undefined),
  ),
  'addresses/assigned-to-none': whenExecuted(
    (view) => canAssign(view) && assignments(view).some(({ to }) => to === null),
  ),
  'addresses/assigned-differs': whenExecuted(
    (view) =>
      canAssign(view) && assignments(view).some(({ to, is }) => to !== undefined && to !== null && to !== is),
  ),
  'addresses/tree-type': some(({ tree }) => tree !== undefined && !isAddressTree(tree)),
  'addresses/tree-kinds': whenExecuted((view) => heightsIn(view).size > 1),
  'addresses/v1-queue': some(wrongQueue),
  'addresses/v2-queue-free': whenExecuted(
    (view) =>
      proves(view) &&
      some((asked) => isV2Address(asked) && asked.address.queueIndex !== asked.address.treeIndex)(view),
  ),
  'addresses/used-once': whenExecuted(isUsedTwice),
  'addresses/unassigned': whenExecuted(isUnassigned),
  'addresses/assigned-by-another': whenExecuted(
    ({ instruction, writers }) =>
      instruction === 'InvokeCpi' && writers.some(({ assignedTo }) => assignedTo !== null),
  ),
  'addresses/derived-as-logged': whenExecuted(proves),
  'addresses/noted': (view) => view.writes && view.own.newAddresses.length > 0,
};
