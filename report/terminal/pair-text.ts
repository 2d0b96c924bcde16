// What `replay` prints about a case of two broken rules: what breaks each, what each raises alone, and who wins.
import type { DocumentedError } from '../../spec/error-table';
import type { Pair, PairOutcomes, PairWitness, Unusable, Winner } from '../../spec/precedence';
import { ruleById } from '../../spec/rules';
import { winnerText } from '../precedence/relation';
import { differenceText } from './difference-text';
import { observedText } from './names';
import type { Paint } from './paint';
import { sourceText } from './story';
import { labelled } from './text';

export type PairTelling = {
  readonly file: string;
  readonly witness: PairWitness;
  /** What it did just now; null where nothing can be told, as `winner` says. */
  readonly outcomes: PairOutcomes | null;
  readonly winner: Winner | Unusable;
  /** Rules that the plan with both broken violates, as the model sees it. */
  readonly violated: readonly string[];
  readonly errors: readonly DocumentedError[];
  readonly paint: Paint;
};

/** Whether it does what was recorded. */
export const isPairAsRecorded = ({ witness, outcomes }: PairTelling): boolean =>
  (['first', 'second', 'both'] as const).every((plan) => outcomes?.[plan] === witness.outcomes[plan]);

/** Which rule it is, what it says and what breaks it. */
function sideLines({ witness, violated }: PairTelling, side: keyof Pair): readonly string[] {
  const id = witness[side];
  const rule = ruleById(id);
  const state = violated.includes(id) ? 'violated' : 'not violated, as the model sees it now';
  const change = differenceText(witness.plans.base, witness.plans[side]).join('; ');
  return [
    labelled(side, `${id}: ${state}`),
    ...(rule === undefined ? [] : [labelled('', `${rule.statement} [${sourceText(rule)}]`)]),
    labelled('', `broken by: ${change}`),
  ];
}

const isWinner = (winner: Winner | Unusable): winner is Winner =>
  winner === 'first' || winner === 'second' || winner === 'neither' || winner === 'same';

const raised = ({ first, second, both }: PairOutcomes, errors: readonly DocumentedError[]): string =>
  `the first alone: ${observedText(first, errors)}; the second alone: ${observedText(second, errors)}; both: ${observedText(both, errors)}`;

/** Without all that a rule was ever seen to raise a third error is nobody's; the run that recorded it knew more. */
function wonNow(telling: PairTelling): string {
  const { winner, witness } = telling;
  if (!isWinner(winner)) return winner;
  return winnerText(witness, isPairAsRecorded(telling) ? witness.winner : winner);
}

/** Some lines about one replayed case. */
export function pairText(telling: PairTelling): string {
  const { file, witness, outcomes, errors, paint } = telling;
  const same = isPairAsRecorded(telling);
  const recorded = `${winnerText(witness, witness.winner)}; ${raised(witness.outcomes, errors)}`;
  const now = outcomes === null ? wonNow(telling) : `${wonNow(telling)}; ${raised(outcomes, errors)}`;
  return [
    `${paint('bold', file)}: ${same ? 'as recorded' : paint('red', 'not as recorded')}`,
    ...sideLines(telling, 'first'),
    ...sideLines(telling, 'second'),
    ...(same ? [] : [labelled('recorded', recorded)]),
    labelled('now', now),
  ].join('\n');
}
