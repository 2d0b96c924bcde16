// What an invocation does that neither document speaks about: then an acceptance cannot be predicted.
import {
  INVOKE_CPI_DISCRIMINATOR,
  INVOKE_DISCRIMINATOR,
  SIBLING_DISCRIMINATORS,
  SLOT_NAMES,
  type SlotName,
} from '../spec/invoke-cpi';
import type { AccountBefore } from '../spec/plan';
import type { Area, Rule } from '../spec/rule';
import { ABSENT, stateTreeOf, takesOutputs, treeNumber, type KeyRole } from '../spec/world';
import { feesDecide } from './balances';
import { isSpendable } from './checks/effects';
import { unbalanced } from './checks/invoke-sol';
import { needsProof } from './checks/modes';
import { decompresses, movesSol } from './checks/slots';
import { addressesOf, asksProofs } from './proofs';
import { readsByProof } from './checks/read-entries';
import { namedProgram } from './meant';
import { slot, type View } from './view';

type Question = {
  readonly why: string;
  readonly asks: (view: View) => boolean;
  /** INVOKE.md answers it by a rule of its own. */
  readonly answeredOfInvoke?: true;
  /** An area whose rules, where a model has them, answer it. */
  readonly answeredBy?: Area;
  /** An area whose rules alone raise it. */
  readonly raisedBy?: Area;
};

const canSign = ({ caller, through }: View, key: KeyRole): boolean =>
  key.startsWith('payer:') ||
  key.startsWith('wallet:') ||
  [caller, ...through].some((name) => key === `authority:${name}` || key.startsWith(`pda:${name}:`));

const UNLOCKABLE = new Set<KeyRole>(['solana-system']);
const cannotBeWritable = (key: KeyRole, { direct }: View): boolean =>
  UNLOCKABLE.has(key) || key.startsWith('program:') || (direct && key === 'light-system');

const descending = (indices: readonly number[]): boolean =>
  indices.some((value, position) => position > 0 && value < (indices[position - 1] ?? 0));

const isGiven = (view: View, name: SlotName): boolean => (slot(view, name)?.key ?? ABSENT) !== ABSENT;
const givenWithoutUse = (view: View): boolean =>
  (!movesSol(view) && isGiven(view, 'sol_pool_pda')) ||
  (!decompresses(view) && isGiven(view, 'decompression_recipient'));

/** Of the siblings: a call that names its accounts by options lists none behind a write. */
const listsNone = ({ layout, remaining }: View): boolean => layout !== SLOT_NAMES && remaining.length === 0;

const isProgramOwnedWithoutData = (view: View): boolean =>
  view.layout !== SLOT_NAMES &&
  view.instruction !== 'Invoke' &&
  view.own.outputs.some(({ data, owner }) => data === null && owner === namedProgram(view));

const pointsNowhere = ({ instruction, layout, combined, remaining }: View): boolean =>
  instruction === 'InvokeCpiWithReadOnly' &&
  layout !== SLOT_NAMES &&
  combined.outputs.some(({ treeIndex }) => treeIndex >= remaining.length);

const isSuperfluous = ({ data, combined }: View): boolean =>
  data.proof !== null &&
  combined.newAddresses.length === 0 &&
  combined.inputs.every(({ proveByIndex }) => proveByIndex);

const WHEN_EXECUTED: readonly Question[] = [
  {
    why: 'lamports in and out do not add up',
    asks: unbalanced,
    answeredBy: 'sol',
    answeredOfInvoke: true,
  },
  {
    why: 'an output has an address',
    asks: (view) => {
      const known = addressesOf(view);
      return view.combined.outputs.some(({ address }) => address !== null && !known.has(address));
    },
    answeredBy: 'addresses',
  },
  {
    why: 'output indices do not ascend',
    asks: ({ combined }) => descending(combined.outputs.map((output) => output.treeIndex)),
  },
  {
    why: 'an output names a v2 tree instead of its queue, or a v1 queue instead of its tree',
    asks: ({ combined, remaining }) =>
      combined.outputs.some(({ treeIndex }) => {
        const key = remaining[treeIndex]?.key;
        return key !== undefined && stateTreeOf(key) !== undefined && !takesOutputs(key);
      }),
  },
  {
    why: 'a tree or queue that is used is not writable',
    asks: ({ combined, remaining }) =>
      [
        ...combined.outputs.map((o) => o.treeIndex),
        ...combined.inputs.flatMap((i) => [i.treeIndex, i.queueIndex]),
        ...combined.newAddresses.flatMap((a) => [a.treeIndex, a.queueIndex]),
      ].some((index) => remaining[index]?.writable === false),
  },
  {
    why: 'a proof that nothing needs',
    asks: (view) =>
      !asksProofs(view) &&
      view.data.proof !== null &&
      !readsByProof(view) &&
      (view.instruction !== 'Invoke' || !needsProof(view)),
    answeredBy: 'addresses',
  },
  { why: 'a proof where nothing needs one', asks: isSuperfluous, raisedBy: 'addresses' },
  {
    why: 'a sol pool or recipient without use',
    asks: givenWithoutUse,
    answeredBy: 'sol',
    answeredOfInvoke: true,
  },
  {
    why: 'SOL is compressed and a recipient given',
    asks: (view) =>
      view.instruction === 'Invoke' &&
      view.data.isCompress &&
      slot(view, 'decompression_recipient')?.key !== ABSENT,
  },
  {
    why: 'an output of the invoking program without data, by a sibling',
    asks: isProgramOwnedWithoutData,
  },
  { why: 'an index behind the remaining accounts, by InvokeCpiWithReadOnly', asks: pointsNowhere },
  {
    why: 'SOL is decompressed that the sol pool need not have',
    asks: (view) =>
      view.instruction === 'Invoke' &&
      decompresses(view) &&
      !view.own.inputs.every((input) => isSpendable(view, input)),
  },
  {
    why: 'nothing to execute',
    asks: ({ combined }) =>
      combined.outputs.length + combined.inputs.length + combined.newAddresses.length === 0,
    answeredOfInvoke: true,
  },
];

/** Than Invoke. */
const isOfAnother = (discriminator: string): boolean =>
  discriminator === INVOKE_CPI_DISCRIMINATOR ||
  (discriminator !== INVOKE_DISCRIMINATOR && SIBLING_DISCRIMINATORS.has(discriminator));

const ALWAYS: readonly Question[] = [
  {
    why: 'the discriminator of another instruction',
    asks: ({ data, instruction }) =>
      instruction === 'Invoke'
        ? isOfAnother(data.discriminator)
        : instruction === 'InvokeCpi' && SIBLING_DISCRIMINATORS.has(data.discriminator),
  },
  {
    why: 'a signature that nobody in the transaction can give (CPI_GUIDE.md)',
    asks: (view) => view.accounts.some((meta) => meta.signer && !canSign(view, meta.key)),
  },
  {
    why: 'a writable flag that the runtime takes away',
    asks: (view) => view.accounts.some((meta) => meta.writable && cannotBeWritable(meta.key, view)),
  },
  {
    why: 'an account other than a context that was changed beforehand',
    asks: ({ accounts, world }) => accounts.some(({ key }) => world.patched.has(key)),
    answeredBy: 'sol',
  },
  {
    why: 'an account other than a context that was changed beforehand in more than its lamports',
    asks: ({ accounts, world }) => accounts.some(({ key }) => isChanged(world.patched.get(key))),
    raisedBy: 'sol',
  },
  { why: 'fees decide whether the fee payer can pay', asks: feesDecide, raisedBy: 'sol' },
  {
    why: 'a context account of another size',
    asks: ({ context, world }) =>
      context !== null && context.initialised !== true && context.size !== world.shape.context.size,
  },
];

const IN_WRITES: readonly Question[] = [
  { why: 'SOL moved in a write', asks: movesSol, answeredBy: 'sol' },
  { why: 'a sol pool or recipient without use', asks: givenWithoutUse, answeredBy: 'sol' },
  {
    why: 'an output of the invoking program without data, by a sibling',
    asks: isProgramOwnedWithoutData,
  },
  {
    why: 'a written index points nowhere',
    asks: (view) =>
      !listsNone(view) &&
      [...view.own.outputs, ...view.own.inputs].some((entry) => {
        const key = view.remaining[entry.treeIndex]?.key;
        return key === undefined || treeNumber(key) === undefined;
      }),
  },
];

/** Of an account whose lamports alone differ, rules about SOL know what to say. */
const isChanged = (before: AccountBefore | undefined): boolean =>
  before !== undefined && Object.keys(before).some((field) => field !== 'key' && field !== 'lamports');

const ASKED_OF_EXECUTIONS = [...ALWAYS, ...WHEN_EXECUTED];
const ASKED_OF_INVOKE = ASKED_OF_EXECUTIONS.filter(({ answeredOfInvoke }) => answeredOfInvoke !== true);
const ASKED_OF_WRITES = [...ALWAYS, ...IN_WRITES];

const askedOf = ({ executes, instruction }: View): readonly Question[] => {
  if (instruction === 'Invoke') return ASKED_OF_INVOKE;
  return executes ? ASKED_OF_EXECUTIONS : ASKED_OF_WRITES;
};

const areasIn = new WeakMap<readonly Rule[], ReadonlySet<Area>>();
const isOpen = (rules: readonly Rule[], { answeredBy, raisedBy }: Question): boolean => {
  const areas = areasIn.get(rules) ?? new Set(rules.map((rule) => rule.area));
  areasIn.set(rules, areas);
  const isAnswered = answeredBy !== undefined && areas.has(answeredBy);
  return !isAnswered && (raisedBy === undefined || areas.has(raisedBy));
};

/** Why the documents do not settle whether this invocation is accepted; empty where they do. */
export const openQuestions = (view: View, rules: readonly Rule[]): readonly string[] =>
  askedOf(view)
    .filter((question) => isOpen(rules, question) && question.asks(view))
    .map(({ why }) => why);
