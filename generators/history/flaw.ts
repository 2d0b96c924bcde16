// Makes an invocation wrong in one way that has nothing to do with the state of its context.
import { SLOT } from '../../spec/invoke-cpi';
import type { AccountMeta, InputAccount, Invocation, OutputAccount } from '../../spec/plan';
import { ABSENT, CALLERS, type KeyRole } from '../../spec/world';
import type { InvocationStep } from './step';

const withSlot = (invocation: Invocation, position: number, meta: AccountMeta): Invocation => ({
  ...invocation,
  accounts: invocation.accounts.map((old, index) => (index === position ? meta : old)),
});

const foreignOwner = ({ caller }: Invocation): KeyRole =>
  `program:${CALLERS[(CALLERS.indexOf(caller) + 1) % CALLERS.length] ?? 'A'}`;

const DATA_HASH = '00'.repeat(32);
const DISCRIMINATOR = '01'.repeat(8);

const foreignEntry = (invocation: Invocation) => ({
  owner: foreignOwner(invocation),
  lamports: 0n,
  address: null,
  data: { discriminator: DISCRIMINATOR, bytes: { fill: 0, length: 0 }, dataHash: DATA_HASH },
});

const positionOf = ({ accounts }: Invocation, kind: 'tree' | 'queue'): number =>
  Math.max(0, accounts.findIndex(({ key }) => key.startsWith(`${kind}:`)) - SLOT.cpi_context_account - 1);

const foreignInput = (invocation: Invocation): InputAccount => ({
  ...foreignEntry(invocation),
  treeIndex: positionOf(invocation, 'tree'),
  queueIndex: positionOf(invocation, 'queue'),
  leafOffset: 0,
  proveByIndex: true,
  rootIndex: 0,
});
const foreignOutput = (invocation: Invocation): OutputAccount => ({
  ...foreignEntry(invocation),
  treeIndex: positionOf(invocation, 'queue'),
});

const withContext = (invocation: Invocation, tree: number): Invocation =>
  withSlot(invocation, SLOT.cpi_context_account, { key: `context:${tree}`, signer: false, writable: true });

/** The invocation with the step's flaw. */
export const withFlaw = (invocation: Invocation, { flaw, tree }: InvocationStep): Invocation => {
  const { data } = invocation;
  switch (flaw) {
    case null:
      return invocation;
    case 'authority':
      return withSlot(invocation, SLOT.authority, { key: 'wallet:2', signer: true, writable: false });
    case 'foreign-input':
      return { ...invocation, data: { ...data, inputs: [...data.inputs, foreignInput(invocation)] } };
    case 'foreign-output':
      return { ...invocation, data: { ...data, outputs: [...data.outputs, foreignOutput(invocation)] } };
    case 'no-account': {
      const flags = data.cpiContext ?? { firstSet: false, set: false, index: 0 };
      const absent = { key: ABSENT, signer: false, writable: false };
      return {
        ...withSlot(invocation, SLOT.cpi_context_account, absent),
        data: { ...data, cpiContext: flags },
      };
    }
    case 'no-data':
      return { ...withContext(invocation, tree), data: { ...data, cpiContext: null } };
  }
};
