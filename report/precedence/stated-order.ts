// The order of checks that a document states, in its own headings, and where an observed winner contradicts it.
import type { Pair, PairResult, Sighting } from '../../spec/precedence';
import type { Baseline } from '../../spec/result';
import type { DocumentName, Rule } from '../../spec/rule';
import { ruleById } from '../../spec/rules';

/** Headings by the number of the step, as `Rule.steps` counts. */
const STEPS: Readonly<Partial<Record<DocumentName, readonly string[]>>> = {
  'INVOKE_CPI.md': [
    '',
    'Step 1: Parse Instruction Data',
    'Step 2: Parse and Validate Accounts',
    'Step 3: CPI Signer Checks',
    'Step 4: Process CPI Context or Execute',
    'the execution of Step 4',
  ],
  'INIT_CPI_CONTEXT_ACCOUNT.md': ['', 'Instruction Data', 'Step 1: Validate Accounts'],
};
const LOGIC: DocumentName = 'INVOKE_CPI.md';

const documentOf = ({ area }: Rule): DocumentName =>
  area === 'initialization' ? 'INIT_CPI_CONTEXT_ACCOUNT.md' : LOGIC;

/** The parts of step 4 are the numbered parts of a set, which stand elsewhere. */
const SET = 'CPI_CONTEXT.md, Step 2: Subsequent Invocations (0 or more)';
const CONTEXT_STEP = 4;
const NO_PART: ReadonlySet<number> = new Set([0, 9]);

const stepText = (rule: Rule, step: number): string => {
  const whole = Math.floor(step);
  const part = Math.round((step - whole) * 10);
  const heading = STEPS[documentOf(rule)]?.[whole] ?? `step ${whole}`;
  if (NO_PART.has(part)) return heading;
  return whole === CONTEXT_STEP ? `${heading} (${SET}, part ${part})` : `${heading}, part ${part}`;
};

const sourceText = ({ sources }: Rule): string => {
  const [source] = sources;
  return source === undefined ? '' : ` (${source.document}, ${source.section})`;
};

/** `INVOKE_CPI.md orders a (…), Step 2: … before b (…), Step 4: …` */
export function statedOrder(earlier: string, later: string): string {
  const [one, other] = [ruleById(earlier), ruleById(later)];
  if (one === undefined || other === undefined) return '';
  const before = `${earlier}${sourceText(one)} belongs to "${stepText(one, one.steps[1])}" at the latest`;
  const after = `${later}${sourceText(other)} to "${stepText(other, other.steps[0])}" at the earliest`;
  return `${documentOf(one)}, Instruction Logic: ${before}, ${after}`;
}

/** Cases whose winner the documents order behind the loser. */
export const against = ({ sightings }: PairResult, side: keyof Pair): readonly Sighting[] =>
  sightings.filter(({ winner, mayWin }) => winner === side && !mayWin[side]);

/** What the baseline lists of either rule. */
export const knownAs = (baseline: Baseline | null, { first, second }: Pair): readonly string[] =>
  (baseline?.deviations ?? [])
    .filter(({ rule }) => rule === first || rule === second)
    .map(({ rule, observed }) => `${rule}: ${observed}`);
