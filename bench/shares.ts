// Where time goes: the share of each stage, for each kind of plan.
import type { RuntimeName } from '../spec/runtime';
import { MIXES } from './mixes';
import { median, openTimed } from './open';
import { STAGES, takeApart, type Shares } from './round';
import type { Rounds } from './replay';

const CASES_PER_ROUND = 150;

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

/** Prints a table of shares: a row for each stage, a column for each kind of plan; and milliseconds a case. */
export async function sharesBench(runtime: RuntimeName, { rounds, warmUp }: Rounds): Promise<void> {
  const subject = await openTimed(runtime);
  const columns: Shares[] = [];
  for (const { claim } of MIXES) {
    const all: Shares[] = [];
    for (let seed = 1 - warmUp; seed <= rounds; seed += 1) {
      const shares = await takeApart(subject, { claim, seed, cases: CASES_PER_ROUND });
      if (seed > 0) all.push(shares);
    }
    const of = (stage: (typeof STAGES)[number]): number => median(all.map((one) => one[stage]));
    columns.push(Object.fromEntries(STAGES.map((stage) => [stage, of(stage)])) as Shares);
  }
  const totals = columns.map((column) => STAGES.reduce((sum, stage) => sum + column[stage], 0));
  const row = (name: string, cells: readonly string[]): string =>
    `${name.padEnd(16)}${cells.map((cell) => cell.padStart(18)).join('')}`;
  console.log(
    row(
      '',
      MIXES.map(({ name }) => name),
    ),
  );
  for (const stage of STAGES)
    console.log(
      row(
        stage,
        columns.map((column, at) => percent(column[stage], totals[at] ?? 1)),
      ),
    );
  console.log(
    row(
      'ms a plan',
      totals.map((total) => (total / CASES_PER_ROUND).toFixed(3)),
    ),
  );
  subject.backend.close();
}
