// Valid plans about where outputs go: v1 trees, directly and through a context; several trees and queues at once, with SOL.
import fc from 'fast-check';
import { FIXED_SLOTS } from '../../spec/invoke-cpi';
import { V1_TREES_ONLY } from '../../spec/versions';
import { TREE_COUNT, V1_TREE_COUNT, type KeyRole } from '../../spec/world';
import { outputOf, plainOutput, type OutputDraft } from '../entries';
import { invocation, transactionOf, type Setting } from '../invocation';
import type { Scenario } from '../scenario';
import { setting, type Fences } from '../settings';
import { largeLamports } from '../values';
import { executeIn } from './context';
import { directIn } from './direct';

const v1Tree: fc.Arbitrary<number> = fc.integer({ min: TREE_COUNT + 1, max: TREE_COUNT + V1_TREE_COUNT });

/** A setting at a v1 tree, which takes its outputs itself. */
export const inV1 = (fences: Fences): fc.Arbitrary<Setting> =>
  fc.tuple(setting(fences), v1Tree).map(([where, tree]) => ({ ...where, tree }));

/** Outputs appended to a v1 state tree at once. */
export const directV1 = (fences: Fences): fc.Arbitrary<Scenario> =>
  directIn(inV1(fences)).map((scenario) => ({ ...scenario, kind: 'direct-v1' }));

/** Outputs written to the context of a v1 state tree and executed from there. */
export const executeV1 = (fences: Fences): fc.Arbitrary<Scenario> =>
  executeIn(inV1(fences), fences).map((scenario) => ({ ...scenario, kind: 'execute-v1' }));

const inV1Tree = v1Tree.map((n): KeyRole => `tree:${n}`);

/** Now and then a v1 tree, which costs more to run; where there is nothing else, always. */
const target = (fences: Fences): fc.Arbitrary<KeyRole> => (fences.has(V1_TREES_ONLY) ? inV1Tree : anyTarget);
const anyTarget: fc.Arbitrary<KeyRole> = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 1, max: TREE_COUNT }).map((n): KeyRole => `queue:${n}`) },
  { weight: 1, arbitrary: inV1Tree },
);

type MixedDraft = { readonly draft: OutputDraft; readonly lamports: bigint; readonly at: number };

const mixedOutput: fc.Arbitrary<MixedDraft> = fc.record({
  draft: plainOutput,
  lamports: fc.oneof(fc.constant(0n), fc.nat(1_000_000).map(BigInt)),
  at: fc.nat(2),
});

const writable = (key: KeyRole) => ({ key, signer: false, writable: true });

const mixedOf = (where: Setting, targets: readonly KeyRole[], drafts: readonly MixedDraft[]): Scenario => {
  const outputs = drafts
    .map(({ draft, lamports, at }) => ({
      ...outputOf({ ...draft, lamports }, where),
      treeIndex: at % targets.length,
    }))
    .sort((a, b) => a.treeIndex - b.treeIndex);
  const total = outputs.reduce((sum, { lamports }) => sum + lamports, 0n);
  const sol = total === 0n ? {} : { compressOrDecompressLamports: total, isCompress: true };
  const slot = total === 0n ? {} : { sol: { recipient: null } };
  const only = invocation({ setting: where, flags: 'none', data: { outputs, ...sol }, ...slot });
  const accounts = [...only.accounts.slice(0, FIXED_SLOTS), ...targets.map(writable)];
  return {
    kind: 'mixed',
    plan: { accounts: [], transactions: [transactionOf(where.payer, { ...only, accounts })] },
    target: { transaction: 0, instruction: 0 },
  };
};

/** One output only has more lamports than four bytes hold: a payer cannot pay many such. */
const withLarge = (drafts: readonly MixedDraft[], large: bigint | null): readonly MixedDraft[] =>
  drafts.map((draft, index) => (index === 0 && large !== null ? { ...draft, lamports: large } : draft));

/** Outputs with and without lamports to one to three trees and queues in one execution. */
export const mixed = (fences: Fences): fc.Arbitrary<Scenario> =>
  fc
    .record({
      where: setting(fences),
      targets: fc.uniqueArray(target(fences), {
        minLength: 1,
        maxLength: fences.has(V1_TREES_ONLY) ? V1_TREE_COUNT : 3,
      }),
      drafts: fc.array(mixedOutput, { minLength: 2, maxLength: 5 }),
      large: fc.option(largeLamports, { nil: null, freq: 2 }),
    })
    .map(({ where, targets, drafts, large }) => mixedOf(where, targets, withLarge(drafts, large)));
