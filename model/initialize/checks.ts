// When an initialisation exercises the rules about it.
import { CONTEXT_SIZE } from '../../spec/cpi-context';
import {
  INITIALIZE_ACCOUNTS,
  INITIALIZE_DISCRIMINATOR,
  TREE_DISCRIMINATORS,
  UNINITIALISED,
  type InitializeAccount,
} from '../../spec/initialize';
import { INVOKE_CPI_DISCRIMINATOR, SIBLING_DISCRIMINATORS } from '../../spec/invoke-cpi';
import { isV1 } from '../../spec/world';
import { accountOf, factsOf, sizeOf, type Facts, type InitializeView } from './view';

export type InitializeCheck = (view: InitializeView) => boolean;

const DIGITS = INITIALIZE_DISCRIMINATOR.length;

const facts = (view: InitializeView, name: InitializeAccount): Facts | undefined => {
  const key = accountOf(view, name)?.key;
  return key === undefined ? undefined : factsOf(view.world, key);
};

const contextDiscriminator = (view: InitializeView): string =>
  facts(view, 'cpi_context_account')?.discriminator ?? UNINITIALISED;

const wrongSize: InitializeCheck = (view) => {
  const key = accountOf(view, 'cpi_context_account')?.key;
  return key !== undefined && sizeOf(view.world, key) !== CONTEXT_SIZE;
};

const TREES: ReadonlySet<string> = new Set([TREE_DISCRIMINATORS.stateTree, TREE_DISCRIMINATORS.batchedTree]);

/** Another instruction of the program: its own rules apply, not these. */
export const isSibling = ({ data }: InitializeView): boolean => {
  const first = data.slice(0, DIGITS);
  return (
    first === INVOKE_CPI_DISCRIMINATOR ||
    (first !== INITIALIZE_DISCRIMINATOR && SIBLING_DISCRIMINATORS.has(first))
  );
};

const ALWAYS: InitializeCheck = () => true;

export const INITIALIZE_CHECKS: Readonly<Record<string, InitializeCheck>> = {
  'initialization/discriminator': (view) =>
    view.data.length >= DIGITS && !view.data.startsWith(INITIALIZE_DISCRIMINATOR) && !isSibling(view),
  'initialization/discriminator-length': ({ data }) => data.length < DIGITS,
  'initialization/additional-data': ({ data }) =>
    data.length > DIGITS && data.startsWith(INITIALIZE_DISCRIMINATOR),
  'initialization/at-least-three': ({ accounts }) => accounts.length < INITIALIZE_ACCOUNTS.length,
  'initialization/extra-accounts-free': ({ accounts }) => accounts.length > INITIALIZE_ACCOUNTS.length,
  'initialization/fee-payer-signs': (view) => accountOf(view, 'fee_payer')?.signer === false,
  'initialization/fee-payer-writable': (view) => accountOf(view, 'fee_payer')?.writable === false,
  'initialization/context-writable': (view) => accountOf(view, 'cpi_context_account')?.writable === false,
  'initialization/context-signer-optional': (view) => accountOf(view, 'cpi_context_account')?.signer === true,
  'initialization/context-size': wrongSize,
  'initialization/context-owner': (view) => facts(view, 'cpi_context_account')?.owner !== 'light-system',
  'initialization/context-uninitialised': (view) =>
    ![UNINITIALISED, view.world.shape.contextDiscriminator].includes(contextDiscriminator(view)),
  'initialization/once': (view) => contextDiscriminator(view) === view.world.shape.contextDiscriminator,
  'initialization/tree-owner': (view) =>
    facts(view, 'associated_merkle_tree')?.owner !== 'account-compression',
  'initialization/tree-discriminator': (view) =>
    !TREES.has(facts(view, 'associated_merkle_tree')?.discriminator ?? UNINITIALISED),
  'initialization/tree-is-state-tree': (view) =>
    accountOf(view, 'associated_merkle_tree')?.key === 'address-tree',
  'initialization/state-tree-v1-accepted': (view) => {
    const key = accountOf(view, 'associated_merkle_tree')?.key;
    return key?.startsWith('tree:') === true && isV1(key);
  },
  'initialization/tree-flags-free': (view) => {
    const tree = accountOf(view, 'associated_merkle_tree');
    return tree?.signer === true || tree?.writable === true;
  },
  'initialization/version-2': ALWAYS,
  'initialization/fee-payer-zero': ALWAYS,
  'initialization/tree-set': ALWAYS,
  'initialization/default-capacities': ALWAYS,
  'initialization/empty': ALWAYS,
  'initialization/changes-nothing-else': ALWAYS,
};
