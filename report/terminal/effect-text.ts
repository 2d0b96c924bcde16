// What an accepted transaction did to leaves and lamports, as lines with a label each.
import type { ObservedLeaves, TransactionOutcome, WorldAfter } from '../../spec/outcome';
import type { Hex } from '../../spec/plan';
import type { KeyRole } from '../../spec/world';
import { countText } from './entry-text';

export type EffectLine = readonly [label: string, text: string];

const MAX_LEAVES = 6;

/** What stands in the place of a spent leaf. */
const isSpent = (leaf: Hex): boolean => /^0+$/.test(leaf);

/** Leaves at old indices that changed, and new ones that were spent at once. */
const changedLeaves = ({
  first,
  appended,
  rewritten,
}: ObservedLeaves): readonly (readonly [number, Hex])[] => [
  ...rewritten,
  ...appended.map((leaf, at) => [first + at, leaf] as const).filter(([, leaf]) => isSpent(leaf)),
];

function leavesText(key: KeyRole, indices: readonly number[]): string {
  const shown = indices.slice(0, MAX_LEAVES).join(', ');
  const more = indices.length > MAX_LEAVES ? ` and ${indices.length - MAX_LEAVES} more` : '';
  return `${indices.length === 1 ? 'leaf' : 'leaves'} ${shown}${more} of ${key}`;
}

function leafTexts({ leaves }: WorldAfter, wanted: (leaf: Hex) => boolean): readonly string[] {
  return [...leaves].flatMap(([key, observed]) => {
    const indices = changedLeaves(observed).flatMap(([index, leaf]) => (wanted(leaf) ? [index] : []));
    return indices.length === 0 ? [] : [leavesText(key, indices)];
  });
}

const signed = (gain: bigint): string => (gain > 0n ? `+${gain}` : String(gain));

function movedText({ lamports }: WorldAfter): string {
  const gains = [...lamports].map(([key, gain]) => `${key} ${signed(gain)}`);
  return gains.length === 0 ? '' : `${gains.join(', ')} lamports, the transaction's own fee aside`;
}

const createdText = ({ appended }: WorldAfter): string =>
  [...appended]
    .filter(([, count]) => count !== 0)
    .map(([key, count]) => `${countText(count, 'output')} in ${key}`)
    .join(', ');

/** Outputs created, leaves spent or overwritten, lamports moved; nothing of what did not happen. */
export function effectLines({ after }: TransactionOutcome): readonly EffectLine[] {
  const lines: readonly EffectLine[] = [
    ['created', createdText(after)],
    ['spent', leafTexts(after, isSpent).join(', ')],
    ['overwritten', leafTexts(after, (leaf) => !isSpent(leaf)).join(', ')],
    ['moved', movedText(after)],
  ];
  return lines.filter(([, text]) => text !== '');
}
