// Tells which of two broken rules' errors is told by one build and no longer by the other.
import type { OrderComparison, OrderSight, ShownOrderChange } from '../../spec/comparison';
import { shortOutcome } from '../precedence/names';
import { winnerText } from '../precedence/relation';
import { plural, wrap } from '../terminal/text';
import type { ComparisonTelling } from './text';

/** Those that are printed; all are in diff.json. */
const SHOWN = 12;

function changeText(change: ShownOrderChange, { command }: ComparisonTelling): readonly string[] {
  const { first, second, scenario, before, after, witness } = change;
  const said = ({ winner, outcomes }: OrderSight): string =>
    `${shortOutcome(outcomes.both)} (${winnerText(change, winner)})`;
  return [
    wrap(
      `where ${first} and ${second} are both broken (${scenario}): ${said(before)} became ${said(after)}.`,
      2,
      4,
    ),
    ...command(witness, 'order').map((line) => `    ${line}`),
  ];
}

/** The section about pairs of rules. */
export function orderText(order: OrderComparison, telling: ComparisonTelling): readonly string[] {
  const { changes, pairs, executed } = order;
  const left = changes.length - SHOWN;
  const title = telling.paint('bold', `Which of two errors wins (${changes.length})`);
  const ran = wrap(
    `${plural(pairs, 'pair')} of rules were broken at once, ${plural(executed, 'case')} of them decided.`,
    2,
    4,
  );
  return [
    ...(changes.length > 0 ? [title] : []),
    ...changes.slice(0, SHOWN).flatMap((change) => changeText(change, telling)),
    ...(left > 0 ? [`  ... and ${left} more, all in diff.json.`] : []),
    ran,
    '',
  ];
}
