// Edits that exercise the three-part signer check.
import fc from 'fast-check';
import type { AccountMeta, Invocation, OutputAccount } from '../../spec/plan';
import { CALLERS, type CallerName, type KeyRole } from '../../spec/world';
import { ALL_KINDS, changeSlot, WRITE_KINDS, type Edit, type Mutation } from '../edit';
import { anyPosition, changedAt, type Position } from '../positions';
import { targetOf, withData, withTarget, type Scenario, type ScenarioKind } from '../scenario';
import { notTheAuthority, strangers, type Stranger } from './strangers';
import { maybeSol } from './with-sol';
import { inOddWrite, LISTED_TREES, withoutTreesBesides } from './odd-writes';

const OUTPUT_KINDS: readonly ScenarioKind[] = ['direct', 'compress', ...WRITE_KINDS, 'execute'];

/** Who owns it instead, and which one. */
const stranger = fc.tuple(strangers, anyPosition);

const wrongInputOwner =
  (owner: Stranger, at: Position): Mutation =>
  (scenario) =>
    withData(scenario, ({ inputs }) => ({
      inputs: changedAt(inputs, at, () => ({ owner: owner(targetOf(scenario).caller) })),
    }));

const withInput: Mutation = (scenario) =>
  withData(scenario, ({ inputs }) => ({
    inputs:
      inputs.length > 0
        ? inputs
        : [
            {
              owner: `program:${targetOf(scenario).caller}`,
              lamports: 0n,
              address: null,
              data: null,
              treeIndex: treeIndex(scenario),
              queueIndex: 1 - treeIndex(scenario),
              leafOffset: 0,
              proveByIndex: true,
              rootIndex: 0,
            },
          ],
  }));

const treeIndex = (scenario: Scenario): number =>
  targetOf(scenario)
    .accounts.slice(11, 13)
    .findIndex((meta: AccountMeta) => meta.key.startsWith('tree:'));

const PLAIN_DATA = {
  discriminator: '0000000000000001',
  bytes: { fill: 0, length: 0 },
  dataHash: '0'.repeat(64),
};

/** Some output carries data and belongs to the caller, as `program-owned` edits need it: the first, if none did. */
const withOwnedOutput: Mutation = (scenario) =>
  withData(scenario, ({ outputs }) => {
    if (outputs.some(({ data }) => data !== null)) return {};
    const owner: KeyRole = `program:${targetOf(scenario).caller}`;
    const [first, ...rest] = outputs;
    const base = first ?? { lamports: 0n, address: null, treeIndex: 1 - treeIndex(scenario) };
    return { outputs: [{ ...base, owner, data: PLAIN_DATA }, ...rest] };
  });

/** One of the outputs with data changes; those without may come before it and behind it. */
const changeOwnedOutput =
  (at: Position, change: (caller: CallerName) => Partial<OutputAccount>): Mutation =>
  (scenario) =>
    withData(scenario, ({ outputs }) => {
      const owned = outputs.filter(({ data }) => data !== null);
      const changed = owned[at(owned.length)];
      const { caller } = targetOf(scenario);
      return {
        outputs: outputs.map((output) => (output === changed ? { ...output, ...change(caller) } : output)),
      };
    });

const impersonate =
  (distance: number): Mutation =>
  (scenario) => {
    const { caller } = targetOf(scenario);
    const other = CALLERS[(CALLERS.indexOf(caller) + distance) % CALLERS.length] ?? caller;
    const slot6 = changeSlot('invoking_program', { key: `program:${other}` });
    return slot6(changeSlot('authority', { key: `authority:${other}`, signer: false })(scenario));
  };

/** Nothing that an owner check could object to, whoever the invoking program is. */
const ownedByNobody: Mutation = (scenario) =>
  withData(scenario, () => ({
    inputs: [],
    newAddresses: [],
    outputs: [
      { owner: 'wallet:0', lamports: 0n, address: null, data: null, treeIndex: 1 - treeIndex(scenario) },
    ],
  }));

/** Another program of ours, which calls the caller: one that does already, if there is one. */
const outerOf = ({ caller, through }: Invocation): CallerName =>
  through.find((name) => name !== caller) ??
  CALLERS[(CALLERS.indexOf(caller) + 1) % CALLERS.length] ??
  caller;

const calledByOuter: Mutation = (scenario) =>
  withTarget(scenario, (invocation) => ({ ...invocation, through: [outerOf(invocation)] }));

/** The program that calls the caller signs with its authority, and is named in slot 6. */
const actForOuter: Mutation = (scenario) => {
  const outer = outerOf(targetOf(scenario));
  const named = changeSlot('invoking_program', { key: `program:${outer}` })(calledByOuter(scenario));
  return changeSlot('authority', { key: `authority:${outer}`, signer: true })(named);
};

const OWNER_RULES: readonly Edit[] = [
  {
    rule: 'signer-checks/output-owner-with-data',
    kinds: OUTPUT_KINDS,
    besides: maybeSol,
    prepare: withOwnedOutput,
    mutation: stranger.map(([owner, at]) => changeOwnedOutput(at, (caller) => ({ owner: owner(caller) }))),
  },
  {
    rule: 'signer-checks/output-owner-with-data',
    kinds: WRITE_KINDS,
    prepare: withOwnedOutput,
    mutation: inOddWrite(
      stranger.map(([owner, at]) => changeOwnedOutput(at, (caller) => ({ owner: owner(caller) }))),
    ),
    isAlone: true,
  },
  {
    rule: 'signer-checks/output-owner-with-data',
    kinds: WRITE_KINDS,
    prepare: withOwnedOutput,
    mutation: withoutTreesBesides(
      stranger.map(([owner, at]) => changeOwnedOutput(at, (caller) => ({ owner: owner(caller) }))),
    ),
    isAlone: true,
    notBehind: [LISTED_TREES],
  },
  {
    rule: 'signer-checks/output-owner-without-data-free',
    kinds: OUTPUT_KINDS,
    besides: maybeSol,
    prepare: withOwnedOutput,
    mutation: stranger.map(([owner, at]) =>
      changeOwnedOutput(at, (caller) => ({ owner: owner(caller), data: null })),
    ),
  },
  {
    rule: 'signer-checks/program-owned-needs-data',
    kinds: OUTPUT_KINDS,
    besides: maybeSol,
    prepare: withOwnedOutput,
    mutation: anyPosition.map((at) => changeOwnedOutput(at, () => ({ data: null }))),
  },
];

export const SIGNER_EDITS: readonly Edit[] = [
  { rule: 'signer-checks/authority-is-pda', kinds: ALL_KINDS, besides: maybeSol, mutation: notTheAuthority },
  {
    rule: 'signer-checks/impersonation',
    kinds: ALL_KINDS,
    besides: maybeSol,
    mutation: fc.integer({ min: 1, max: CALLERS.length - 1 }).map(impersonate),
    notBehind: ['accounts/authority-signer-optional'],
  },
  {
    rule: 'signer-checks/delegated-authority',
    kinds: ['direct', 'first-set'],
    prepare: (scenario) => calledByOuter(ownedByNobody(scenario)),
    mutation: fc.constant(actForOuter),
  },
  {
    rule: 'signer-checks/input-owner',
    kinds: ['spend', ...WRITE_KINDS, 'execute-own'],
    besides: maybeSol,
    prepare: withInput,
    mutation: stranger.map((drawn) => wrongInputOwner(...drawn)),
  },
  {
    rule: 'signer-checks/input-owner',
    kinds: ['execute-many', 'spend-several'],
    mutation: stranger.map((drawn) => wrongInputOwner(...drawn)),
    isAlone: true,
  },
  {
    rule: 'signer-checks/input-owner',
    kinds: WRITE_KINDS,
    prepare: withInput,
    mutation: inOddWrite(stranger.map((drawn) => wrongInputOwner(...drawn))),
    isAlone: true,
  },
  {
    rule: 'signer-checks/input-owner',
    kinds: WRITE_KINDS,
    prepare: withInput,
    mutation: withoutTreesBesides(stranger.map((drawn) => wrongInputOwner(...drawn))),
    isAlone: true,
    notBehind: [LISTED_TREES],
  },
  ...OWNER_RULES,
];
