// When a re-initialisation exercises the rules about it.
import { CONTEXT_V1_DISCRIMINATOR } from '../../spec/cpi-context';
import { REINITIALIZE_DISCRIMINATOR } from '../../spec/invoke-cpi';
import { REINITIALIZE_CONTEXT, V1_FIELDS } from '../../spec/reinitialize';
import { UNINITIALISED } from '../../spec/initialize';
import type { AccountMeta } from '../../spec/plan';
import { factsOf, sizeOf, type InitializeView } from '../initialize/view';

export type ReinitializeCheck = (view: InitializeView) => boolean;

export const contextOf = ({ accounts }: InitializeView): AccountMeta | undefined =>
  accounts[REINITIALIZE_CONTEXT];

const ownerIsWrong: ReinitializeCheck = (view) => {
  const key = contextOf(view)?.key;
  return key !== undefined && factsOf(view.world, key).owner !== 'light-system';
};

const isSmall: ReinitializeCheck = (view) => {
  const key = contextOf(view)?.key;
  return key !== undefined && (sizeOf(view.world, key) ?? V1_FIELDS) < V1_FIELDS;
};

const isNotVersion1: ReinitializeCheck = (view) => {
  const key = contextOf(view)?.key;
  const found = key === undefined ? UNINITIALISED : factsOf(view.world, key).discriminator;
  return found !== CONTEXT_V1_DISCRIMINATOR;
};

const ALWAYS: ReinitializeCheck = () => true;

export const REINITIALIZE_CHECKS: Readonly<Record<string, ReinitializeCheck>> = {
  're-initialization/no-account': ({ accounts }) => accounts.length === 0,
  're-initialization/context-owner': ownerIsWrong,
  're-initialization/version-1': isNotVersion1,
  're-initialization/context-writable': (view) => contextOf(view)?.writable === false,
  're-initialization/too-small': isSmall,
  're-initialization/additional-data': ({ data }) => data.length > REINITIALIZE_DISCRIMINATOR.length,
  're-initialization/context-signer-optional': (view) => contextOf(view)?.signer === true,
  're-initialization/resized': ALWAYS,
  're-initialization/version-2': ALWAYS,
  're-initialization/zeroed': ALWAYS,
  're-initialization/tree-kept': ALWAYS,
  're-initialization/changes-nothing-else': ALWAYS,
};
