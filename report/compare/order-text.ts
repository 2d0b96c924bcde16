// Tells which of two broken rules' errors is told by one build and no longer by the other.
import type {
  AloneChange,
  OrderComparison,
  OrderSight,
  OrderTold,
  ShownOrderChange,
} from '../../spec/comparison';
import { shortOutcome } from '../precedence/names';
import { winnerText } from '../precedence/relation';
import { plural, wrap } from '../terminal/text';
import { orderChanges, saysNothing } from './order';
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

const aloneText = ({ rule, before, after }: AloneChange): string =>
  wrap(
    `where ${rule} alone is broken: ${before.map(shortOutcome).join(', ')} became ${after.map(shortOutcome).join(', ')}; \`diff\` with --rule ${rule} shows a case.`,
    2,
    4,
  );

/** How much of the cases a build told, and what it could not tell although the other one did. */
function toldText(name: string, { decided, undecided, lost }: OrderTold): readonly string[] {
  const why = Object.entries(lost).map(([reason, count]) => `${count}: ${reason}`);
  const told = `On ${name} ${plural(decided, 'case')} told which error wins, ${undecided} did not`;
  const only = why.length === 0 ? '' : `; of those that the other build told, ${why.join(', ')}`;
  return [wrap(`${told}${only}.`, 2, 4)];
}

/** The section about pairs of rules. */
export function orderText(order: OrderComparison, telling: ComparisonTelling): readonly string[] {
  const { changes, alone, pairs, cases, before, after } = order;
  const left = changes.length - SHOWN;
  const title = telling.paint('bold', `Which of two errors wins (${changes.length})`);
  return [
    title,
    ...(orderChanges(order) > 0 || saysNothing(order)
      ? []
      : ['  No change: wherever both builds told it, the same error won.']),
    ...alone.map(aloneText),
    ...changes.slice(0, SHOWN).flatMap((change) => changeText(change, telling)),
    ...(left > 0 ? [`  ... and ${left} more, all in diff.json.`] : []),
    wrap(
      `${plural(pairs, 'pair')} of rules broken at once, up to ${plural(cases, 'case')} each. A case tells nothing where one change undoes the other, breaks a further rule, or is accepted alone.`,
      2,
      4,
    ),
    ...toldText(telling.before, before),
    ...toldText(telling.after, after),
    '',
  ];
}
