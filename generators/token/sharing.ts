// Valid plans in which the token program shares a context with our programs, in any place among them.
import fc from 'fast-check';
import type { PlannedInstruction, PlannedTransaction } from '../../spec/plan';
import type { KeyRole } from '../../spec/world';
import { V1_TREES_ONLY } from '../../spec/versions';
import type { FlagName } from '../invocation';
import type { Scenario, ScenarioKind } from '../scenario';
import { bringsSomething, executableWrite, writeOf, type WriteDraft } from '../scenarios/context';
import type { Fences } from '../settings';
import { scenarioOf, scene } from './plain';
import {
  ACCOUNT,
  banking,
  endowing,
  founding,
  something,
  together,
  transferDraft,
  transferring,
  type Scene,
  type TransferDraft,
} from './scene';

type Turn = { readonly instruction: PlannedInstruction; readonly separate: boolean };

/** As many share a transaction as fit into a packet. */
const PER_TRANSACTION = 2;

const grouped = (payer: KeyRole, turns: readonly Turn[]): readonly PlannedTransaction[] => {
  const groups: PlannedInstruction[][] = [];
  for (const { instruction, separate } of turns) {
    const current = groups.at(-1);
    if (current === undefined || separate || current.length === PER_TRANSACTION) groups.push([instruction]);
    else current.push(instruction);
  }
  return groups.map((group) => together(payer, ...group));
};

const flagsAt = (position: number, count: number): FlagName =>
  position === 0 ? 'first-set' : position === count - 1 ? 'execute' : 'set';

type Sharing = {
  /** What the transfer needs: tokens to spend, or to compress. */
  readonly before: (at: Scene) => readonly PlannedTransaction[];
  readonly at: Scene;
  readonly draft: TransferDraft;
  readonly ours: readonly WriteDraft[];
  readonly separate: boolean;
};

/** Our programs by turns, and the token program in the given place among them. */
const sharing = (
  kind: ScenarioKind,
  { before: setUp, at, draft, ours, separate }: Sharing,
  place: number,
): Scenario => {
  const count = ours.length + 1;
  const turns = ours.map(({ separate: apart, ...write }, position) => ({ write, apart, position }));
  const own = turns.map(({ write, apart, position }): Turn => {
    const flags = flagsAt(position < place ? position : position + 1, count);
    const proof = flags === 'execute' ? null : write.proof; // nothing needs one when it is executed
    const content = bringsSomething({ ...write, proof, separate: apart });
    return { instruction: writeOf(at.where, content, flags), separate: apart };
  });
  const transfer = transferring(at, draft, flagsAt(place, count));
  const all = own.toSpliced(place, 0, { instruction: transfer, separate });
  const before = setUp(at);
  const shared = grouped(at.where.payer, all);
  const transaction = shared.findIndex(({ instructions }) => instructions.includes(transfer));
  const instruction = shared[transaction]?.instructions.indexOf(transfer) ?? 0;
  return scenarioOf(kind, [...before, ...shared], { transaction: before.length + transaction, instruction });
};

const withOurs = (
  fences: Fences,
  most: { readonly least: number; readonly most: number },
): fc.Arbitrary<Sharing> =>
  fc
    .record({
      at: scene(fences),
      draft: transferDraft,
      moved: fences.has(V1_TREES_ONLY) ? something : fc.constant(0n),
      ours: fc.array(executableWrite(fences), { minLength: most.least, maxLength: most.most }),
      separate: fc.boolean(),
    })
    .map(({ moved, ...all }) => (fences.has(V1_TREES_ONLY) ? compressingInstead(all, moved) : spending(all)));

type Drawn = Omit<Sharing, 'before'>;
const spending = (all: Drawn): Sharing => ({ ...all, before: (at) => [founding(at), endowing(at)] });

/** In a world of v1 trees, where nothing is spent without a proof, what the token program brings is compressed just then. */
const compressingInstead = (all: Drawn, moved: bigint): Sharing => ({
  ...all,
  draft: { ...all.draft, count: 0, move: { amount: moved, account: ACCOUNT, direction: 'compress' } },
  before: (at) => [founding(at), banking(at, moved)],
});

/** The token program begins, one of ours executes, now and then with another of ours in between. */
export const tokenFirst = (fences: Fences): fc.Arbitrary<Scenario> =>
  withOurs(fences, { least: 1, most: 2 }).map((all) => sharing('token-first', all, 0));
/** One of ours begins, another executes. */
export const tokenBetween = (fences: Fences): fc.Arbitrary<Scenario> =>
  withOurs(fences, { least: 2, most: 2 }).map((all) => sharing('token-between', all, 1));
/** The token program executes what one or two of ours have written. */
export const tokenLast = (fences: Fences): fc.Arbitrary<Scenario> =>
  withOurs(fences, { least: 1, most: 2 }).map((all) => sharing('token-last', all, all.ours.length));
