// Valid plans of the token program by itself: mint, transfer, compress, decompress, and a move that is only written.
import fc from 'fast-check';
import { TREE_COUNT, V1_TREE_COUNT, type KeyRole } from '../../spec/world';
import { V1_TREES_ONLY } from '../../spec/versions';
import type { Scenario, ScenarioKind } from '../scenario';
import type { Fences } from '../settings';
import { scenarioOf, scene } from './plain';
import {
  ACCOUNT,
  amount,
  banking,
  endowing,
  founding,
  minting,
  shares,
  something,
  together,
  transferDraft,
  transferring,
  type Scene,
  type TransferDraft,
} from './scene';

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

/** Far behind every leaf that a plan creates. */
const NOWHERE = 60;
/** Amounts that are added to others stay below this. */
const LIMIT = 1n << 40n;

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
