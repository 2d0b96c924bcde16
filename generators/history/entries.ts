// The entries that a step brings, given what its author remembers: earlier outputs to spend, outputs that can be executed or not.
import type { AccountData, InputAccount, OutputAccount } from '../../spec/plan';
import { CALLERS, type CallerName, type KeyRole } from '../../spec/world';
import { inputSpending } from '../entries';
import type { Setting } from '../invocation';
import { indicesOf, outputIndexOf } from '../invocation';
import type { Fences } from '../settings';
import { heldAt, leavesAt, type Ledger } from './ledger';
import { sum } from './sol';
import type { Content, InvocationStep, Spend } from './step';

const ownerOf = ({ owner }: OutputAccount): CallerName | undefined =>
  CALLERS.find((name) => owner === `program:${name}`);

type Candidate = { readonly offset: number; readonly output: OutputAccount; readonly owner: CallerName };
/** Where something is looked for. */
export type Place = { readonly ledger: Ledger; readonly tree: number; readonly fences: Fences };
type Candidates = { readonly fresh: readonly Candidate[]; readonly stale: readonly Candidate[] };

export const NO_DATA_FENCE = 'effects/no-data-spendable';
/** Without its fence, what has no data is spent too. */
const mayBeSpent = ({ data }: OutputAccount, fences: Fences): boolean =>
  data !== null || !fences.has(NO_DATA_FENCE);

/** Outputs that programs of ours own: those still to be spent, and those that are spent or held by the context. */
const candidates = ({ ledger, tree, fences }: Place): Candidates => {
  const held = new Set(heldAt(ledger, tree).inputs.map(({ leafOffset }) => leafOffset));
  const fresh: Candidate[] = [];
  const stale: Candidate[] = [];
  leavesAt(ledger, tree).forEach(({ output, spent }, offset) => {
    const owner = ownerOf(output);
    if (owner !== undefined && mayBeSpent(output, fences))
      (spent || held.has(offset) ? stale : fresh).push({ offset, output, owner });
  });
  return { fresh, stale };
};

/** Whether the fence keeps the step from something that it might spend. */
export const isHeldBack = ({ spends }: InvocationStep, { ledger, tree, fences }: Place): boolean =>
  spends.length > 0 &&
  leavesAt(ledger, tree).some(
    (leaf) => !leaf.spent && ownerOf(leaf.output) !== undefined && !mayBeSpent(leaf.output, fences),
  );

const pick = <T>(list: readonly T[], which: number): T | undefined =>
  list.length === 0 ? undefined : list[which % list.length];

/** Who calls: an owner of something to spend where the step wants to spend, else whom the step names. */
export const callerOf = ({ caller, spends }: InvocationStep, place: Place): CallerName => {
  const [first] = spends;
  if (first === undefined || first.how === 'never') return caller;
  const { fresh, stale } = candidates(place);
  const all = first.how === 'again' ? stale : fresh;
  return all.some(({ owner }) => owner === caller) ? caller : (pick(all, first.which)?.owner ?? caller);
};

/** A hash that no generated account has: its first byte is not zero. */
const OTHER_HASH = `01${'00'.repeat(31)}`;
/** Further on than any history gets. */
const NEVER = 1000;

const never = (which: number, setting: Setting): InputAccount => {
  const owner: KeyRole = `program:${setting.caller}`;
  const output = { owner, lamports: 0n, address: null, data: null, treeIndex: indicesOf(setting).queue };
  return inputSpending(output, NEVER + which, setting);
};

const altered = (input: InputAccount): InputAccount => ({
  ...input,
  data: input.data === null ? null : { ...input.data, dataHash: OTHER_HASH },
  address: input.data === null ? OTHER_HASH : input.address,
});

const inputOf = ({ which, how }: Spend, own: Candidates, setting: Setting): InputAccount | null => {
  if (how === 'never') return never(which, setting);
  const found = pick(how === 'again' ? own.stale : own.fresh, which);
  if (found === undefined) return null;
  const input = inputSpending(found.output, found.offset, setting);
  return how === 'altered' ? altered(input) : input;
};

/** The inputs that spend earlier outputs of the caller, each output once. */
export const spending = (step: InvocationStep, place: Place, setting: Setting): readonly InputAccount[] => {
  const { fresh, stale } = candidates(place);
  const mine = (list: readonly Candidate[]) => list.filter(({ owner }) => owner === setting.caller);
  const own = { fresh: mine(fresh), stale: mine(stale) };
  const inputs = new Map<number, InputAccount>();
  for (const spend of step.spends) {
    const input = inputOf(spend, own, setting);
    if (input !== null && !inputs.has(input.leafOffset)) inputs.set(input.leafOffset, input);
  }
  return [...inputs.values()];
};

/** Less than any payer has. */
const BUDGET = 90_000_000_000n;
const FEW_BITS = 20;

/** The drawn outputs with so few lamports that one payer could pay for all there are and all that contexts hold. */
export const affordable = (
  contents: readonly Content[],
  { leaves, contexts }: Ledger,
): readonly Content[] => {
  const created = [...leaves.values()].flat().map(({ output }) => output);
  const held = [...contexts.values()].flatMap(({ wild, outputs }) => (wild ? [] : outputs));
  const all = sum(created) + sum(held) + contents.reduce((total, { amount }) => total + amount, 0n);
  if (all <= BUDGET) return contents;
  return contents.map((content) => ({ ...content, amount: BigInt.asUintN(FEW_BITS, content.amount) }));
};

/** An output of a context that is executed has small lamports and no address; any other has what it likes. */
export const outputOf = (content: Content, setting: Setting, wild: boolean): OutputAccount => {
  const self: KeyRole = `program:${setting.caller}`;
  const { data, stranger, amount, lamports, address } = content;
  return {
    owner: data === null ? (stranger === self ? 'wallet:0' : stranger) : self,
    lamports: wild ? lamports : amount,
    address: wild ? address : null,
    data,
    treeIndex: outputIndexOf(setting),
  };
};

const SOME_DATA: AccountData = {
  discriminator: '0100000000000000',
  bytes: { fill: 0, length: 0 },
  dataHash: '00'.repeat(32),
};

/** An output without data gets some; in a context that is never executed, lamports that nothing balances will do. */
export const keptFromExecution = (output: OutputAccount, setting: Setting, wild: boolean): OutputAccount => {
  if (output.data !== null) return output;
  if (wild) return { ...output, lamports: output.lamports === 0n ? 1n : output.lamports };
  return { ...output, owner: `program:${setting.caller}`, data: SOME_DATA };
};
