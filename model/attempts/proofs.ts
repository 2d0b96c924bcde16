// When a plan makes an attempt at the codes about proofs, addresses and what is only read.
import { PROGRAM_OWNER_AT } from '../../spec/attempts/proofs';
import { isV1, type KeyRole } from '../../spec/world';
import { keyAt, patchAt, pointsNowhere, type Tried, type TriedChecks } from './tried';

const HEIGHT_AT = 248;

const unproven = ({ data }: Tried): Tried['data']['inputs'] => data.inputs.filter((one) => !one.proveByIndex);
const needsProof = (tried: Tried): boolean =>
  unproven(tried).length + tried.data.newAddresses.length + tried.data.readOnlyAddresses.length > 0;
const versions = (tried: Tried): number =>
  new Set(unproven(tried).map((one) => isV1(keyAt(tried, one.treeIndex) ?? 'noop'))).size;
const addressKeys = (tried: Tried): readonly (KeyRole | undefined)[] =>
  tried.data.newAddresses.map((one) => keyAt(tried, one.treeIndex));
const isInBatched = (tried: Tried): boolean => addressKeys(tried).includes('address-tree');
const unknownHeight = (tried: Tried): boolean =>
  unproven(tried).some((one) => patchAt(tried, keyAt(tried, one.treeIndex), HEIGHT_AT) !== undefined);
const isPlain = (tried: Tried): boolean => versions(tried) === 1 && !unknownHeight(tried);

export const PROOF_CHECKS: TriedChecks = {
  'proof-without-use': (tried) => tried.data.proof !== null && !needsProof(tried),
  'proof-missing': (tried) => tried.data.proof === null && unproven(tried).length > 0,
  'proof-wrong': (tried) => tried.data.proof !== null && unproven(tried).length === 1 && isPlain(tried),
  'proof-for-several': (tried) => tried.data.proof !== null && unproven(tried).length > 1 && isPlain(tried),
  'proof-of-two-heights': (tried) => versions(tried) > 1,
  'proof-of-unknown-height': unknownHeight,
  'address-trees-of-two-heights': (tried) =>
    isInBatched(tried) && addressKeys(tried).includes('address-tree-v1'),
  'address-without-proof': (tried) => isInBatched(tried) && tried.data.proof === null,
};

const ofOneProgram =
  (tree: KeyRole) =>
  (tried: Tried): boolean =>
    addressKeys(tried).includes(tree) && patchAt(tried, tree, PROGRAM_OWNER_AT[tree] ?? 0) !== undefined;

const assigned = (tried: Tried): readonly number[] =>
  tried.data.newAddresses.flatMap(({ assignedTo }) => assignedTo ?? []);
const ASSIGNED_BEHIND = 2 * (4 + 32 + 6);

export const ADDRESS_CHECKS: TriedChecks = {
  'output-with-address': ({ data }) =>
    data.newAddresses.length === 0 && data.outputs.some(({ address }) => address !== null),
  'address-in-a-state-tree': (tried) => addressKeys(tried).some((key) => /^(?:tree|queue):/.test(key ?? '')),
  'address-of-version-1-without-queue': (tried) =>
    tried.data.newAddresses.some(
      ({ treeIndex, queueIndex }) =>
        keyAt(tried, treeIndex) === 'address-tree-v1' &&
        ![undefined, 'address-queue-v1'].includes(keyAt(tried, queueIndex)),
    ),
  'address-queue-out-of-range': (tried) =>
    tried.data.newAddresses.some(
      ({ treeIndex, queueIndex }) => !pointsNowhere(tried, treeIndex) && pointsNowhere(tried, queueIndex),
    ),
  'address-tree-out-of-range': (tried) =>
    tried.data.newAddresses.some(({ treeIndex }) => pointsNowhere(tried, treeIndex)),
  'address-tree-of-one-program': ofOneProgram('address-tree'),
  'address-tree-of-version-1-of-one-program': ofOneProgram('address-tree-v1'),
  'assigned-out-of-range': (tried) => assigned(tried).some((index) => index >= tried.data.outputs.length),
  'assigned-without-address': (tried) =>
    assigned(tried).some((index) => tried.data.outputs[index]?.address === null),
  'assigned-to-another-address': (tried) =>
    assigned(tried).some((index) => typeof tried.data.outputs[index]?.address === 'string'),
  'assigned-behind': ({ data }) => data.tail?.length === ASSIGNED_BEHIND,
};

const LISTS_BEHIND = 2 * (8 + 32 + 9);

export const READ_ONLY_CHECKS: TriedChecks = {
  'read-only-account-missing': (tried) =>
    tried.data.inputs.length === 0 &&
    tried.data.readOnlyAccounts.some(({ queueIndex }) => keyAt(tried, queueIndex)?.startsWith('queue:')),
  'read-only-account-of-an-input': ({ data }) => data.readOnlyAccounts.length > 0 && data.inputs.length > 0,
  'read-only-account-in-no-queue': (tried) =>
    tried.data.readOnlyAccounts.some(({ queueIndex }) => keyAt(tried, queueIndex)?.startsWith('tree:')),
  'read-only-address': ({ data }) => data.readOnlyAddresses.length > 0,
  'read-only-account-in-a-write': ({ data }) =>
    data.cpiContext?.firstSet === true && data.readOnlyAccounts.length > 0,
  'read-only-behind': ({ data }) => data.tail?.length === LISTS_BEHIND,
};
