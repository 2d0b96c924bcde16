// Edits about who spends by an Invoke, what is proven, and effects, most of which show in every valid plan.
import fc from 'fast-check';
import type { AccountData, NewAddress } from '../../../spec/plan';
import type { CallerName, KeyRole } from '../../../spec/world';
import type { Edit, Mutation } from '../../edit';
import { COMPUTE_UNITS } from '../../invocation';
import { byPrograms } from '../../invoke/settings';
import type { Call } from '../../invoke/invocation';
import { missedByte } from '../../near';
import { anyPosition, type Position } from '../../positions';
import { alikeOutputs } from '../alike-outputs';
import { inV1TreeInOrder, neverCreatedBare } from '../never-was';
import { withData, withTransaction, targetOf, type Scenario, type ScenarioKind } from '../../scenario';
import { accountData, hex, proofHex } from '../../values';
import {
  actAs,
  append,
  byWallet,
  calledBy,
  changeNamed,
  inputAt,
  INVOKE_KINDS,
  keyIn,
  remainingCount,
} from './change';

/** A proof may take more than the usual share, and a new address through two programs too. */
const withComputeUnits: Mutation = (scenario) =>
  withTransaction(scenario, (transaction) => ({ ...transaction, computeUnitLimit: COMPUTE_UNITS }));

const SPENDING: readonly ScenarioKind[] = ['invoke-spend', 'invoke-decompress'];

const CREATING: readonly ScenarioKind[] = ['invoke-create', 'invoke-compress'];

const otherThan = (key: KeyRole): KeyRole => (key === 'wallet:2' ? 'wallet:1' : 'wallet:2');

type Stranger = (authority: KeyRole) => KeyRole;

/** Whose address is nearly the authority's; that of a PDA no near miss is known of. */
const nearlyThe =
  (byte: number): Stranger =>
  (authority) =>
    /^(?:payer|wallet|authority):/.test(authority)
      ? (`near:${byte}:${authority}` as KeyRole)
      : otherThan(authority);

const strangers: fc.Arbitrary<Stranger> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom<Stranger>(
      otherThan,
      () => 'program:B',
      () => 'light-system',
      () => 'pda:D:vault',
    ),
  },
  { weight: 2, arbitrary: missedByte.map(nearlyThe) },
);

/** An input is said to be somebody else's, or somebody else signs for all of them. */
const wrongOwner: fc.Arbitrary<Mutation> = fc.oneof(
  fc
    .tuple(anyPosition, strangers)
    .map(([at, owner]) => inputAt(at, (_, scenario) => ({ owner: owner(keyIn(scenario, 'authority')) }))),
  fc.constant<Mutation>((scenario) =>
    changeNamed('authority', { key: otherThan(keyIn(scenario, 'authority')) })(scenario),
  ),
);

const holding = ([at, data]: readonly [Position, AccountData]): Mutation => inputAt(at, () => ({ data }));

const pdaOf = (name: CallerName, vault: boolean): KeyRole =>
  vault ? `pda:${name}:vault` : `authority:${name}`;

/** A PDA of the calling program, or of the outermost one that it is called through. */
const asPda = fc
  .record({ call: byPrograms, vault: fc.boolean(), outer: fc.boolean() })
  .map(({ call, vault, outer }): Mutation => {
    const signer = outer ? (call.through[0] ?? call.caller) : call.caller;
    return actAs(pdaOf(signer, vault), call);
  });

const unproven = anyPosition.map((at) => inputAt(at, () => ({ proveByIndex: false })));
const withProof =
  (proof: string): Mutation =>
  (scenario) =>
    withData(scenario, () => ({ proof }));

/** A new address in the v1 address tree, or in the v2 one, behind the other accounts. */
const newAddress = (seed: string, isV1: boolean): Mutation => {
  const metas = (isV1 ? (['address-tree-v1', 'address-queue-v1'] as const) : (['address-tree'] as const)).map(
    (key) => ({ key, signer: false, writable: true }),
  );
  return (scenario) => {
    const treeIndex = remainingCount(scenario);
    const address: NewAddress = { seed, treeIndex, queueIndex: treeIndex + metas.length - 1, rootIndex: 0 };
    return withData(append(metas)(scenario), () => ({ newAddresses: [address] }));
  };
};
const anyAddress = fc.tuple(hex(32), fc.boolean()).map(([seed, isV1]) => newAddress(seed, isV1));

const both =
  (first: Mutation, second: Mutation): Mutation =>
  (scenario) =>
    second(first(scenario));

/** The target's transaction once more; the copy becomes the target. */
const again: Mutation = (scenario: Scenario) => {
  const { plan, target } = scenario;
  const spending = plan.transactions[target.transaction];
  if (spending === undefined) return scenario;
  const transactions = [...plan.transactions, spending];
  return {
    ...scenario,
    plan: { ...plan, transactions },
    target: { ...target, transaction: plan.transactions.length },
  };
};

const againInTransaction: Mutation = (scenario) => {
  const spending = targetOf(scenario);
  const doubled = withTransaction(scenario, (transaction) => ({
    ...transaction,
    instructions: [...transaction.instructions, spending],
  }));
  return { ...doubled, target: { ...scenario.target, instruction: scenario.target.instruction + 1 } };
};

const listedTwice =
  (at: Position): Mutation =>
  (scenario) =>
    withData(scenario, ({ inputs, outputs }) => {
      const twice = inputs.slice(at(inputs.length)).slice(0, 1);
      return {
        inputs: [...inputs, ...twice],
        outputs: outputs.map((one, position) =>
          position === 0 ? { ...one, lamports: one.lamports + (twice[0]?.lamports ?? 0n) } : one,
        ),
      };
    });

const nothing: Mutation = (scenario) => withData(scenario, () => ({ inputs: [], outputs: [] }));
const AS_IT_IS: fc.Arbitrary<Mutation> = fc.constant((scenario: Scenario) => scenario);
const shownBy = (rule: string, kinds: readonly ScenarioKind[]): Edit => ({
  rule: `invoke/${rule}`,
  kinds,
  mutation: AS_IT_IS,
  isShown: true,
});

const edit = (rule: string, kinds: readonly ScenarioKind[], mutation: fc.Arbitrary<Mutation>): Edit => ({
  rule: `invoke/${rule}`,
  kinds,
  mutation,
});

const calls = byPrograms.map((call: Call) => calledBy(call));

const PROOF_EDITS: readonly Edit[] = [
  edit('proof-required', SPENDING, unproven),
  edit('address-needs-proof', CREATING, anyAddress),
  edit(
    'proof-verified',
    SPENDING,
    fc.tuple(unproven, proofHex).map(([spend, proof]) => both(spend, withProof(proof))),
  ),
  edit(
    'address-proof-verified',
    CREATING,
    fc.tuple(anyAddress, proofHex).map(([address, proof]) => both(address, withProof(proof))),
  ),
];

export const INVOKE_EXECUTION_EDITS: readonly Edit[] = [
  edit('input-owner', SPENDING, wrongOwner),
  edit('input-without-data', SPENDING, fc.tuple(anyPosition, accountData).map(holding)),
  { ...edit('authority-may-be-pda', SPENDING, asPda), prepare: byWallet },
  { ...edit('by-cpi', INVOKE_KINDS, calls), prepare: byWallet },
  ...PROOF_EDITS.map((one) => ({ ...one, prepare: withComputeUnits })),
  edit('empty-inputs', ['invoke-create', 'invoke-spend'], fc.constant(nothing)),
  shownBy('outputs-created', ['invoke-create', 'invoke-compress', 'invoke-create', 'invoke-v1']),
  {
    ...shownBy('outputs-created', ['invoke-create', 'invoke-compress', 'invoke-v1']),
    besides: alikeOutputs,
    isAlone: true,
  },
  edit('inputs-nullified', SPENDING, fc.constant(again)),
  edit('inputs-nullified', SPENDING, fc.constant(againInTransaction)),
  edit('inputs-nullified', ['invoke-spend'], anyPosition.map(listedTwice)),
  edit('inputs-nullified', SPENDING, neverCreatedBare),
  { ...edit('inputs-nullified', SPENDING, neverCreatedBare), isAlone: true },
  { ...edit('inputs-nullified', SPENDING, inV1TreeInOrder), isAlone: true },
  shownBy('sol-moved', ['invoke-compress', 'invoke-decompress']),
];
