// Valid plans of the token program: mint, transfer, compress and decompress, alone or on a context shared with our programs.
import fc from 'fast-check';
import type { PlannedInstruction, PlannedTransaction } from '../../spec/plan';
import { ABSENT, TREE_COUNT, V1_TREE_COUNT, type KeyRole } from '../../spec/world';
import type { FlagName, Setting } from '../invocation';
import { bringsSomething, executableWrite, writeOf, type WriteDraft } from '../scenarios/context';
import type { Scenario, ScenarioKind } from '../scenario';
import { V1_TREES_ONLY } from '../../spec/versions';
import { setting, type Fences } from '../settings';
import {
  ACCOUNT,
  ACCOUNT_BEFORE,
  amount,
  banking,
  endowing,
  founding,
  MINT_BEFORE,
  minting,
  sceneIn,
  shares,
  something,
  together,
  transferDraft,
  transferring,
  type Scene,
  type TransferDraft,
} from './scene';

/** A setting in which every program is called by the transaction itself, which keeps it small. */
const plainSetting = (fences: Fences): fc.Arbitrary<Setting> =>
  setting(fences).map((where) => ({ ...where, through: [] }));

const scene = (fences: Fences): fc.Arbitrary<Scene> => sceneIn(plainSetting(fences));

const scenarioOf = (
  kind: ScenarioKind,
  transactions: readonly PlannedTransaction[],
  target = { transaction: transactions.length - 1, instruction: 0 },
): Scenario => ({ kind, plan: { accounts: [MINT_BEFORE, ACCOUNT_BEFORE], transactions }, target });

const v1Tree: fc.Arbitrary<KeyRole> = fc
  .integer({ min: TREE_COUNT + 1, max: TREE_COUNT + V1_TREE_COUNT })
  .map((number): KeyRole => `tree:${number}`);

/** To a v2 queue, now and then to a v1 tree. */
export const tokenMint = (fences: Fences): fc.Arbitrary<Scenario> =>
  fc
    .record({
      at: scene(fences),
      shares,
      v1: fc.option(v1Tree, { nil: null, freq: 3 }),
      atOnce: fc.boolean(),
    })
    .map(({ at, shares: wanted, v1, atOnce }) => {
      const mint = minting(at, v1 ?? `queue:${at.where.tree}`, wanted);
      const found = founding(at);
      return atOnce
        ? scenarioOf('token-mint', [together(at.where.payer, ...found.instructions, mint)], {
            transaction: 0,
            instruction: found.instructions.length,
          })
        : scenarioOf('token-mint', [found, together(at.where.payer, mint)]);
    });

export const tokenTransfer = (fences: Fences): fc.Arbitrary<Scenario> =>
  fc
    .record({ at: scene(fences), draft: transferDraft })
    .map(({ at, draft }) =>
      scenarioOf('token-transfer', [
        founding(at),
        endowing(at),
        together(at.where.payer, transferring(at, draft, 'none')),
      ]),
    );

const moving = (
  kind: ScenarioKind,
  fences: Fences,
  moveOf: (at: Scene, draft: TransferDraft, wanted: bigint) => TransferDraft,
): fc.Arbitrary<Scenario> =>
  fc
    .record({ at: scene(fences), draft: transferDraft, moved: amount, spare: amount })
    .map(({ at, draft, moved, spare }) => {
      const full = moveOf(at, draft, moved);
      const held = spare + (full.move?.direction === 'compress' ? full.move.amount : 0n);
      return scenarioOf(kind, [
        founding(at),
        endowing(at),
        banking(at, held),
        together(at.where.payer, transferring(at, full, 'none')),
      ]);
    });

/** SPL tokens become compressed ones, alone or with compressed ones that are spent. */
export const tokenCompress = (fences: Fences): fc.Arbitrary<Scenario> =>
  moving('token-compress', fences, (_, draft, wanted) => ({
    ...draft,
    count: fences.has(V1_TREES_ONLY) ? 0 : draft.count - 1,
    move: { amount: wanted, account: ACCOUNT, direction: 'compress' },
  }));

/** Compressed tokens become SPL tokens: all that are spent, or some; none at all the token program refuses. */
export const tokenDecompress = (fences: Fences): fc.Arbitrary<Scenario> =>
  moving('token-decompress', fences, ({ held }, draft, wanted) => {
    const there = held.slice(0, draft.count).reduce((total, each) => total + each, 0n);
    const least = wanted > 0n ? wanted : 1n;
    const moved = least < there ? least : there;
    return { ...draft, move: { amount: moved, account: ACCOUNT, direction: 'decompress' } };
  });

type Turn = { readonly instruction: PlannedInstruction; readonly separate: boolean };

/** Far behind every leaf that a plan creates. */
const NOWHERE = 60;
/** Amounts that are added to others stay below this. */
const LIMIT = 1n << 40n;

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

/** A compression or decompression in a write that nobody executes; what is decompressed need not exist. */
export const tokenMoveWritten = (fences: Fences): fc.Arbitrary<Scenario> =>
  fc
    .record({
      at: scene(fences),
      wanted: shares,
      moved: something,
      more: amount,
      direction: fc.constantFrom('compress' as const, 'decompress' as const),
      exists: fc.boolean(),
    })
    .map(({ at, wanted, moved, more, direction, exists }) => {
      const scene = { ...at, held: [moved] };
      const move = { amount: moved, account: ACCOUNT, direction };
      const count = direction === 'compress' ? 0 : 1;
      const written = transferring(scene, { count, wanted, move }, 'first-set');
      const v1 = fences.has(V1_TREES_ONLY);
      const claimed = written.inputs.map((input) => ({
        ...input,
        leafOffset: exists ? input.leafOffset : NOWHERE,
        ...(v1 && { rootIndex: 1 }),
      }));
      const held = moved + (direction === 'compress' ? more % LIMIT : 0n);
      return scenarioOf('token-move-written', [
        founding(scene),
        endowing(scene),
        banking(scene, held),
        together(at.where.payer, { ...written, inputs: claimed }),
      ]);
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

export const TOKEN_SCENARIOS = {
  'token-mint': tokenMint,
  'token-transfer': tokenTransfer,
  'token-compress': tokenCompress,
  'token-decompress': tokenDecompress,
  'token-first': tokenFirst,
  'token-between': tokenBetween,
  'token-last': tokenLast,
  'token-move-written': tokenMoveWritten,
} as const;

const isContext = (key: KeyRole): boolean => key.startsWith('context:');

/** An instruction as it is without a context. */
const aloneOf = (item: PlannedInstruction): PlannedInstruction => {
  if (item.kind === 'token' && item.name === 'transfer')
    return { ...item, cpiContext: null, remaining: item.remaining.filter(({ key }) => !isContext(key)) };
  if (item.kind !== 'invocation') return item;
  const accounts = item.accounts.map((meta) =>
    isContext(meta.key) ? { key: ABSENT, signer: false, writable: false } : meta,
  );
  return { ...item, accounts, data: { ...item.data, proof: null, cpiContext: null } };
};

/** The same instructions, each by itself. */
export const apart = (scenario: Scenario): Scenario => ({
  ...scenario,
  plan: {
    ...scenario.plan,
    transactions: scenario.plan.transactions.map((one) => ({
      ...one,
      instructions: one.instructions.map(aloneOf),
    })),
  },
});
