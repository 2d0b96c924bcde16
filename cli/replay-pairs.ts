// Replays recorded cases of two broken rules, for the command `replay`.
import { DOCUMENTED_ERRORS } from '../spec/error-table';
import type { PairWitness } from '../spec/precedence';
import { historyOf } from '../report/history';
import { historyText } from '../report/terminal/history-text';
import { isPairAsRecorded, pairText } from '../report/terminal/pair-text';
import { paintFor } from '../report/terminal/paint';
import { PATIENCE } from './open-child';
import type { Session } from './session';

export type FoundPair = { readonly file: string; readonly content: PairWitness };

const paint = paintFor(process.stdout.isTTY, process.env);

/** The plan with both broken, step by step, beside what the documents say of it. */
async function historyLines({ plans, first }: PairWitness, { child }: Session): Promise<string> {
  const { base: twin, both: plan } = plans;
  const witness = { rule: first, plan, twin };
  const run = await child.ask<'replay'>({ type: 'replay', witness }, PATIENCE.silence);
  const history = historyOf(plan, run);
  return historyText({ history, errors: DOCUMENTED_ERRORS, paint, rule: first, detail: '' });
}

async function replayOne({ file, content }: FoundPair, session: Session, full: boolean): Promise<boolean> {
  const { first, second, plans } = content;
  const replay = await session.child.ask<'pair'>(
    { type: 'pair', input: { first, second, plans } },
    PATIENCE.silence,
  );
  const telling = { file, witness: content, ...replay, errors: DOCUMENTED_ERRORS, paint };
  process.stdout.write(`${pairText(telling)}\n`);
  if (full) process.stdout.write(`${await historyLines(content, session)}\n`);
  return isPairAsRecorded(telling);
}

/** Replays all and prints them. Returns how many are not as recorded. */
export async function replayPairs(
  pairs: readonly FoundPair[],
  session: Session,
  full: boolean,
): Promise<number> {
  let others = 0;
  for (const pair of pairs) if (!(await replayOne(pair, session, full))) others += 1;
  return others;
}
