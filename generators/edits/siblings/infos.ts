// Edits of what only InvokeCpiWithAccountInfo has: account infos, and writes without trees.
import fc from 'fast-check';
import type { AccountMeta, InputAccount, Invocation, InvokeData } from '../../../spec/plan';
import { fixedSlotsOf, slotIndexOf } from '../../../spec/layouts';
import { ABSENT, treeNumber } from '../../../spec/world';
import type { Mutation } from '../../edit';
import { PLAIN_DATA } from '../../entries';
import { anyPosition, changedAt } from '../../positions';
import { targetOf, withData, withTarget, type Scenario } from '../../scenario';
import { bare } from '../../siblings/form';
import { fieldHex } from '../../values';
import { always, changeNamed, remainingOf, sends, WRITES, type Draft } from './draft';

/** No tree and no queue stands behind its slots. */
const endingWithSlots = (invocation: Invocation): Invocation => ({
  ...invocation,
  accounts: invocation.accounts.slice(0, fixedSlotsOf(invocation)),
});

const behind = fc.tuple(anyPosition, fc.nat(200), fc.nat(2));
const pointsBehind = behind.map(([at, distance, which]): Mutation => (s) => {
  const index = remainingOf(s) + distance;
  const place = which === 0 ? { treeIndex: index } : { queueIndex: index };
  return withData(s, ({ inputs, outputs }) =>
    inputs.length > 0 && which < 2
      ? { inputs: changedAt(inputs, at, () => place) }
      : { outputs: changedAt(outputs, at, () => ({ treeIndex: index })) },
  );
});

const owner = (s: Scenario) => `program:${targetOf(s).caller}` as const;

const someInput = (s: Scenario): InputAccount => ({
  owner: owner(s),
  lamports: 1n,
  address: null,
  data: PLAIN_DATA,
  treeIndex: 1,
  queueIndex: 0,
  leafOffset: 3,
  proveByIndex: true,
  rootIndex: 0,
});

/** At least one output; where inputs are stored only, at least one of these. */
const withParts =
  (addsInput: boolean): Mutation =>
  (s) =>
    withData(s, ({ inputs, outputs }) => ({
      inputs: inputs.length > 0 || !addsInput ? inputs : [someInput(s)],
      outputs:
        outputs.length > 0
          ? outputs
          : [{ owner: owner(s), lamports: 0n, address: null, data: PLAIN_DATA, treeIndex: queueOf(inputs) }],
    }));

const queueOf = (inputs: readonly InputAccount[]): number => inputs[0]?.queueIndex ?? 0;

const apart: Mutation = sends(() => ({ infosApart: true }));
const together: Mutation = (s) =>
  withTarget(s, (one) => {
    const kept = Object.entries(one.data).filter(([field]) => field !== 'infosApart');
    return { ...one, data: Object.fromEntries(kept) as InvokeData };
  });

/** One address for an input and an output. */
const sharing = fc.tuple(anyPosition, anyPosition, fieldHex).map(([from, to, address]): Mutation =>
  sends(({ inputs, outputs }) => ({
    inputs: changedAt(inputs, from, () => ({ address })),
    outputs: changedAt(outputs, to, () => ({ address })),
  })),
);

const meta = (key: AccountMeta['key']): AccountMeta => ({ key, signer: false, writable: true });

/** The queue and the tree of the context behind the target's slots. */
const listed: Mutation = (s) =>
  remainingOf(s) > 0
    ? s
    : withTarget(s, (one) => {
        const context = one.accounts[slotIndexOf(one, 'cpi_context_account')]?.key ?? 'context:1';
        const number = treeNumber(context) ?? 1;
        return { ...one, accounts: [...one.accounts, meta(`queue:${number}`), meta(`tree:${number}`)] };
      });

export const INFO_DRAFTS: readonly Draft[] = [
  {
    name: 'write-flag-without-context',
    bases: WRITES,
    mutation: always(sends(() => ({ withoutContext: true }))),
  },
  {
    name: 'context-account-missing',
    bases: WRITES,
    mutation: always(changeNamed('cpi_context_account', { key: ABSENT, writable: false })),
  },
  {
    name: 'index-in-range',
    bases: ['direct', 'spend', 'compress'],
    prepare: withParts(false),
    mutation: pointsBehind,
  },
  {
    name: 'index-in-range',
    bases: ['direct', 'spend', 'compress'],
    mutation: always((s) => withTarget(s, endingWithSlots)),
  },
  {
    name: 'input-and-output',
    bases: ['spend'],
    prepare: (s) => apart(withParts(false)(s)),
    mutation: always(together),
  },
  { name: 'infos-apart', bases: ['direct', 'spend', 'execute', 'read'], mutation: always(apart) },
  { name: 'address-shared', bases: WRITES, prepare: withParts(true), mutation: sharing },
  {
    name: 'empty-infos',
    mutation: fc.integer({ min: 1, max: 3 }).map((emptyInfos) => sends(() => ({ emptyInfos }))),
  },
  {
    name: 'write-needs-no-trees',
    bases: WRITES,
    prepare: listed,
    mutation: always((s) => withTarget(s, bare)),
  },
];
