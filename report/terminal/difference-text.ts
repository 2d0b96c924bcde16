// What sets a plan apart from its twin, in words: the step, the account or field, and both values.
import type { Plan } from '../../spec/plan';
import { diffPlans, type PlanDifference } from '../diff';
import { showValue } from '../show';
import { plural } from './text';

const DIFFERENCES = 4;
const INSTRUCTION = /^transactions\[(\d+)\]\.instructions\[(\d+)\]\.?(.*)$/;

/** Steps are numbered as in the plan's history. */
function placeText(place: string, { transactions }: Plan): string {
  const [, transaction, instruction, rest] = INSTRUCTION.exec(place) ?? [];
  if (transaction === undefined || rest === undefined) return place;
  const before = transactions.slice(0, Number(transaction)).flatMap(({ instructions }) => instructions);
  return `step ${before.length + Number(instruction) + 1}: ${rest}`;
}

const sentence = ({ place, twin, plan }: PlanDifference, whole: Plan): string =>
  `${placeText(place, whole)} is ${showValue(plan)} instead of ${showValue(twin)}`;

/** One line per difference, a few of them. */
export function differenceText(twin: Plan, plan: Plan): readonly string[] {
  const differences = diffPlans(twin, plan);
  const lines = differences.slice(0, DIFFERENCES).map((difference) => sentence(difference, plan));
  const left = differences.length - lines.length;
  return left > 0 ? [...lines, `and ${plural(left, 'more difference')}`] : lines;
}
