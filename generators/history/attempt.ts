// Turns a step into an invocation, given what its author remembers, and says what the author expects of it.
import type { Invocation, InvokeData, OutputAccount } from '../../spec/plan';
import { OWN_LEAVES_FIRST } from '../../spec/versions';
import { DATALESS, inputOf } from '../entries';
import { invocation, type FlagName, type Setting } from '../invocation';
import { outerCallers, wayThrough, withRoom } from '../outer-callers';
import type { Fences } from '../settings';
import {
  affordable,
  callerOf,
  isHeldBack,
  keptFromExecution,
  NO_DATA_FENCE,
  outputOf,
  spending,
  type Place,
} from './entries';
import { EMPTY_SETS, WRITTEN_ADDRESSES } from '../written';
import { withFlaw } from './flaw';
import { areSpendable, cleared, heldAt, withExecuted, withHeld, type Held, type Ledger } from './ledger';
import { balanced, belowU64, sum } from './sol';
import { isWild, modeOf, payerOf, possible } from './mode';
import type { InvocationStep } from './step';
import { roomIn } from './room';

/** What does not change during a history. */
export type Frame = { readonly fences: Fences; readonly treeFirst: boolean };

/** `after` is null where the author expects a refusal; `fenced` are the fences that held something back. */
export type Attempt = {
  readonly invocation: Invocation;
  readonly after: Ledger | null;
  readonly fenced: readonly string[];
};

type Entries = Pick<InvokeData, 'inputs' | 'outputs' | 'newAddresses'>;

const EMPTY_FENCES = {
  'first-set': 'modes/write-needs-no-content',
  both: 'modes/write-needs-no-content',
  set: EMPTY_SETS,
  execute: 'modes/execute-needs-no-content',
} as const;

const settingOf = (step: InvocationStep, frame: Frame, ledger: Ledger): Setting => {
  const caller = callerOf(step, { ledger, tree: step.tree, fences: frame.fences });
  return {
    caller,
    payer: step.payer,
    tree: step.tree,
    through:
      step.through === null
        ? []
        : withRoom(outerCallers(caller, wayThrough(caller, step.through)), frame.fences),
    treeFirst: frame.treeFirst,
    unusedSlot: 'noop',
    free: step.free,
  };
};

type Drawn = {
  readonly step: InvocationStep;
  readonly mode: FlagName;
  readonly held: Held;
  readonly wild: boolean;
  readonly setting: Setting;
};

/** Indices that stay among the remaining accounts when the context is executed. */
const inRange = ({ newAddresses }: InvocationStep): InvokeData['newAddresses'] =>
  newAddresses.map((entry) => ({
    ...entry,
    treeIndex: entry.treeIndex % 2,
    queueIndex: entry.queueIndex % 2,
  }));

const drawnEntries = ({ step, wild, setting }: Drawn, place: Place): Entries => ({
  inputs: [
    ...spending(step, place, setting),
    ...(wild ? step.inputs.map((draft) => inputOf(draft, setting)) : []),
  ],
  outputs: affordable(step.outputs, place.ledger).map((content) => outputOf(content, setting, wild)),
  newAddresses: wild && !place.fences.has(WRITTEN_ADDRESSES) ? inRange(step) : [],
});

const placeholder = ({ setting }: Drawn): OutputAccount =>
  outputOf({ data: null, stranger: 'wallet:0', lamports: 0n, amount: 0n, address: null }, setting, false);

const bringsNothing = ({ inputs, outputs, newAddresses }: Entries): boolean =>
  inputs.length + outputs.length + newAddresses.length === 0;

type Fenced = { readonly entries: Entries; readonly fenced: readonly string[] };

/** What goes into a context that may be executed has data, or cannot be executed, where its fence is up. */
const withData = ({ entries, fenced }: Fenced, { mode, wild, setting }: Drawn, fences: Fences): Fenced => {
  const isWrite = mode === 'first-set' || mode === 'set' || mode === 'both';
  if (!isWrite || !fences.has(DATALESS) || entries.outputs.every(({ data }) => data !== null))
    return { entries, fenced };
  const outputs = entries.outputs.map((output) => keptFromExecution(output, setting, wild));
  return { entries: { ...entries, outputs }, fenced: [...fenced, DATALESS] };
};

/** Entries as drawn, as many as fit, and something where nothing is fenced off or cannot be meant. */
const drawnOrSome = (drawn: Drawn, ledger: Ledger, fences: Fences): Fenced => {
  const place = { ledger, tree: drawn.step.tree, fences };
  const { entries, fenced: cut } = roomIn({ ...drawn, drawn: drawnEntries(drawn, place) }, fences);
  const fenced = isHeldBack(drawn.step, place) ? [...cut, NO_DATA_FENCE] : cut;
  if (!bringsNothing(entries)) return { entries, fenced };
  const fence = drawn.mode === 'none' ? null : EMPTY_FENCES[drawn.mode];
  if (fence !== null && !fences.has(fence)) return { entries, fenced };
  return {
    entries: { ...entries, outputs: [placeholder(drawn)] },
    fenced: fence === null ? fenced : [...fenced, fence],
  };
};

const entriesOf = (drawn: Drawn, ledger: Ledger, fences: Fences): Fenced =>
  withData(drawnOrSome(drawn, ledger, fences), drawn, fences);

const joined = (held: Held, { inputs, outputs, newAddresses }: Entries): Held => ({
  ...held,
  inputs: [...held.inputs, ...inputs],
  outputs: [...held.outputs, ...outputs],
  addresses: held.addresses + newAddresses.length,
});

const NOTHING_HELD = { inputs: [], outputs: [], addresses: 0 } as const;

/** What the author expects: the ledger behind the invocation, or null for a refusal. */
const expected = (
  { mode, held, wild, setting, step }: Drawn,
  { ledger, fences }: Pick<Place, 'ledger' | 'fences'>,
  own: Entries,
): Ledger | null => {
  const { tree } = step;
  const { payer } = setting;
  if (step.flaw !== null) return null;
  if (mode === 'first-set' || mode === 'both')
    return withHeld(ledger, tree, joined({ payer, wild, ...NOTHING_HELD }, own));
  if (mode === 'none') return areSpendable(ledger, tree, own.inputs) ? withExecuted(ledger, tree, own) : null;
  if (held.payer !== payer) return null;
  if (mode === 'set') return withHeld(ledger, tree, joined(held, own));
  const all = joined(held, own);
  if (held.wild || !areSpendable(ledger, tree, all.inputs)) return null;
  const leaves = fences.has(OWN_LEAVES_FIRST) ? { ...all, outputs: [...own.outputs, ...held.outputs] } : all;
  return cleared(withExecuted(ledger, tree, leaves), tree);
};

const draw = (step: InvocationStep, ledger: Ledger, frame: Frame): Drawn => {
  const held = heldAt(ledger, step.tree);
  const mode = modeOf(step, held, ledger);
  const setting = { ...settingOf(step, frame, ledger), payer: payerOf(step, mode, held) };
  return { step, mode, held, setting, wild: isWild(step, mode, held) };
};

/** What an execution takes in more than it gives out, before SOL moves. */
const surplusOf = ({ mode, held }: Drawn, { inputs, outputs }: Entries): bigint => {
  const before = mode === 'execute' && !held.wild ? sum(held.inputs) - sum(held.outputs) : 0n;
  return before + sum(inputs) - sum(outputs);
};

/** The invocation that a step stands for. */
export const attempt = (wanted: InvocationStep, ledger: Ledger, frame: Frame): Attempt => {
  const step = possible(wanted);
  const drawn = draw(step, ledger, frame);
  const { mode, setting } = drawn;
  const { entries, fenced } = entriesOf(drawn, ledger, frame.fences);
  if (mode === 'none' || mode === 'execute') {
    const held = mode === 'execute' ? drawn.held.inputs : [];
    const kept = belowU64({ ...entries, held, surplus: surplusOf(drawn, entries) }, frame.fences);
    const { outputs, sol, moved } = balanced(kept.outputs, kept.surplus, step);
    const own = { ...entries, outputs };
    const built = invocation({ setting, flags: mode, data: { ...own, ...moved }, ...(sol && { sol }) });
    return {
      invocation: withFlaw(built, step),
      after: expected(drawn, { ledger, fences: frame.fences }, own),
      fenced: [...fenced, ...kept.fenced],
    };
  }
  const built = invocation({ setting, flags: mode, data: { ...entries, proof: step.proof } });
  return {
    invocation: withFlaw(built, step),
    after: expected(drawn, { ledger, fences: frame.fences }, entries),
    fenced,
  };
};
