// What an invocation does that neither document speaks about: then an acceptance cannot be predicted.
import { CONTEXT_SIZE } from '../spec/cpi-context';
import {
  INVOKE_CPI_DISCRIMINATOR,
  INVOKE_DISCRIMINATOR,
  SIBLING_DISCRIMINATORS,
  SLOT_NAMES,
} from '../spec/invoke-cpi';
import { ABSENT, stateTreeOf, takesOutputs, treeNumber, type KeyRole } from '../spec/world';
import { isSpendable } from './checks/effects';
import { unbalanced } from './checks/invoke-sol';
import { needsProof } from './checks/modes';
import { decompresses, movesSol } from './checks/slots';
import { slot, type View } from './view';

type Question = {
  readonly why: string;
  readonly asks: (view: View) => boolean;
  /** INVOKE.md answers it by a rule of its own. */
  readonly answeredOfInvoke?: true;
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

const givenWithoutUse = (view: View): boolean =>
  (!movesSol(view) && slot(view, 'sol_pool_pda')?.key !== ABSENT) ||
  (!decompresses(view) && slot(view, 'decompression_recipient')?.key !== ABSENT);

const WHEN_EXECUTED: readonly Question[] = [
  { why: 'lamports in and out do not add up', asks: unbalanced, answeredOfInvoke: true },
  {
    why: 'an output has an address',
    asks: ({ combined }) => combined.outputs.some((output) => output.address !== null),
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
  {
    why: 'a proof that nothing needs',
    asks: (view) => view.data.proof !== null && (view.instruction !== 'Invoke' || !needsProof(view)),
  },
  { why: 'a sol pool or recipient without use', asks: givenWithoutUse, answeredOfInvoke: true },
  {
    why: 'SOL is compressed and a recipient given',
    asks: (view) =>
      view.instruction === 'Invoke' &&
      view.data.isCompress &&
      slot(view, 'decompression_recipient')?.key !== ABSENT,
  },
  {
    why: 'SOL is decompressed that the sol pool need not have',
    asks: (view) =>
      view.instruction === 'Invoke' &&
      decompresses(view) &&
      !view.own.inputs.every((input) => isSpendable(view, input)),
  },
  {
    why: 'nothing to execute',
    asks: ({ combined }) => combined.outputs.length + combined.inputs.length === 0,
    answeredOfInvoke: true,
  },
  {
    why: 'InvokeCpiWithReadOnly executes',
    asks: ({ instruction }) => instruction === 'InvokeCpiWithReadOnly',
  },
];

/** Than Invoke. */
const isOfAnother = (discriminator: string): boolean =>
  discriminator === INVOKE_CPI_DISCRIMINATOR ||
  (discriminator !== INVOKE_DISCRIMINATOR && SIBLING_DISCRIMINATORS.has(discriminator));

const ALWAYS: readonly Question[] = [
  {
    why: 'an instruction or account mode without rules',
    asks: ({ instruction, layout }) =>
      instruction === 'InvokeCpiWithAccountInfo' || (instruction !== 'Invoke' && layout !== SLOT_NAMES),
  },
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
  },
  {
    why: 'a context account of another size',
    asks: ({ context }) => context !== null && context.size !== CONTEXT_SIZE,
  },
];

const IN_WRITES: readonly Question[] = [
  { why: 'SOL moved in a write', asks: movesSol },
  { why: 'a sol pool or recipient without use', asks: givenWithoutUse },
  {
    why: 'a written index points nowhere',
    asks: ({ own, remaining }) =>
      [...own.outputs, ...own.inputs].some((entry) => {
        const key = remaining[entry.treeIndex]?.key;
        return key === undefined || treeNumber(key) === undefined;
      }),
  },
];

const ASKED_OF_EXECUTIONS = [...ALWAYS, ...WHEN_EXECUTED];
const ASKED_OF_INVOKE = ASKED_OF_EXECUTIONS.filter(({ answeredOfInvoke }) => answeredOfInvoke !== true);
const ASKED_OF_WRITES = [...ALWAYS, ...IN_WRITES];

const askedOf = ({ executes, instruction }: View): readonly Question[] => {
  if (instruction === 'Invoke') return ASKED_OF_INVOKE;
  return executes ? ASKED_OF_EXECUTIONS : ASKED_OF_WRITES;
};

/** Why the documents do not settle whether this invocation is accepted; empty where they do. */
export const openQuestions = (view: View): readonly string[] =>
  askedOf(view)
    .filter(({ asks }) => asks(view))
    .map(({ why }) => why);
