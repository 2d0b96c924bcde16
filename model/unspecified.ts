// What an invocation does that neither document speaks about: then an acceptance cannot be predicted.
import { CONTEXT_SIZE } from '../spec/cpi-context';
import { SIBLING_DISCRIMINATORS, SLOT_NAMES } from '../spec/invoke-cpi';
import type { AccountBefore } from '../spec/plan';
import type { Area, Rule } from '../spec/rule';
import { ABSENT, stateTreeOf, takesOutputs, treeNumber, type KeyRole } from '../spec/world';
import { feesDecide } from './balances';
import { decompresses, movesSol } from './checks/slots';
import { slot, type View } from './view';

type Question = {
  readonly why: string;
  readonly asks: (view: View) => boolean;
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
const cannotBeWritable = (key: KeyRole): boolean => UNLOCKABLE.has(key) || key.startsWith('program:');

const sum = (values: readonly { readonly lamports: bigint }[]): bigint =>
  values.reduce((total, { lamports }) => total + lamports, 0n);

const unbalanced = ({ data, combined }: View): boolean => {
  const moved = data.compressOrDecompressLamports ?? 0n;
  return sum(combined.inputs) + (data.isCompress ? moved : -moved) !== sum(combined.outputs);
};

const descending = (indices: readonly number[]): boolean =>
  indices.some((value, position) => position > 0 && value < (indices[position - 1] ?? 0));

const givenWithoutUse = (view: View): boolean =>
  (!movesSol(view) && slot(view, 'sol_pool_pda')?.key !== ABSENT) ||
  (!decompresses(view) && slot(view, 'decompression_recipient')?.key !== ABSENT);

const isSuperfluous = ({ data, combined }: View): boolean =>
  data.proof !== null &&
  combined.newAddresses.length === 0 &&
  combined.inputs.every(({ proveByIndex }) => proveByIndex);

const WHEN_EXECUTED: readonly Question[] = [
  { why: 'lamports in and out do not add up', asks: unbalanced, answeredBy: 'sol' },
  {
    why: 'an output has an address',
    asks: ({ combined }) => combined.outputs.some((output) => output.address !== null),
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
      ].some((index) => remaining[index]?.writable === false),
  },
  { why: 'a proof that nothing needs', asks: ({ data }) => data.proof !== null, answeredBy: 'addresses' },
  { why: 'a proof where nothing needs one', asks: isSuperfluous, raisedBy: 'addresses' },
  { why: 'a sol pool or recipient without use', asks: givenWithoutUse, answeredBy: 'sol' },
  {
    why: 'nothing to execute',
    asks: ({ combined }) => combined.outputs.length + combined.inputs.length === 0,
  },
  {
    why: 'InvokeCpiWithReadOnly executes',
    asks: ({ instruction }) => instruction !== 'InvokeCpi',
    answeredBy: 'addresses',
  },
];

const ALWAYS: readonly Question[] = [
  {
    why: 'an instruction or account mode without rules',
    asks: ({ instruction, layout }) =>
      instruction === 'Invoke' || instruction === 'InvokeCpiWithAccountInfo' || layout !== SLOT_NAMES,
  },
  {
    why: 'the discriminator of another instruction',
    asks: ({ data, instruction }) =>
      instruction === 'InvokeCpi' && SIBLING_DISCRIMINATORS.has(data.discriminator),
  },
  {
    why: 'a signature that nobody in the transaction can give (CPI_GUIDE.md)',
    asks: (view) => view.accounts.some((meta) => meta.signer && !canSign(view, meta.key)),
  },
  {
    why: 'a writable flag that the runtime takes away',
    asks: (view) => view.accounts.some((meta) => meta.writable && cannotBeWritable(meta.key)),
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
    asks: ({ context }) => context !== null && context.size !== CONTEXT_SIZE,
  },
];

const IN_WRITES: readonly Question[] = [
  { why: 'SOL moved in a write', asks: movesSol, answeredBy: 'sol' },
  { why: 'a sol pool or recipient without use', asks: givenWithoutUse, answeredBy: 'sol' },
  {
    why: 'a written index points nowhere',
    asks: ({ own, remaining }) =>
      [...own.outputs, ...own.inputs].some((entry) => {
        const key = remaining[entry.treeIndex]?.key;
        return key === undefined || treeNumber(key) === undefined;
      }),
  },
];

/** Of an account whose lamports alone differ, rules about SOL know what to say. */
const isChanged = (before: AccountBefore | undefined): boolean =>
  before !== undefined && Object.keys(before).some((field) => field !== 'key' && field !== 'lamports');

const ASKED_OF_EXECUTIONS = [...ALWAYS, ...WHEN_EXECUTED];
const ASKED_OF_WRITES = [...ALWAYS, ...IN_WRITES];

const areasIn = new WeakMap<readonly Rule[], ReadonlySet<Area>>();
const isOpen = (rules: readonly Rule[], { answeredBy, raisedBy }: Question): boolean => {
  const areas = areasIn.get(rules) ?? new Set(rules.map((rule) => rule.area));
  areasIn.set(rules, areas);
  const isAnswered = answeredBy !== undefined && areas.has(answeredBy);
  return !isAnswered && (raisedBy === undefined || areas.has(raisedBy));
};

/** Why the documents do not settle whether this invocation is accepted; empty where they do. */
export const openQuestions = (view: View, rules: readonly Rule[]): readonly string[] =>
  (view.executes ? ASKED_OF_EXECUTIONS : ASKED_OF_WRITES)
    .filter((question) => isOpen(rules, question) && question.asks(view))
    .map(({ why }) => why);
