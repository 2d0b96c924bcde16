// What `replay` prints about one witness: what was recorded, what happens now, whether that is the same, and the story.
import { lawById } from '../../spec/laws';
import type { DocumentedError } from '../../spec/error-table';
import type { BaselineEntry, ProgramHashes, Witness } from '../../spec/result';
import type { BackendName } from '../../spec/runtime';
import { ruleById } from '../../spec/rules';
import type { Verdict } from '../../spec/verdict';
import type { History } from '../history';
import { withoutPlace } from '../outcome-names';
import { historyText } from './history-text';
import { expectedText, observedText } from './names';
import type { Paint } from './paint';
import { otherProgramLines } from './programs-text';
import { roadsText, sourceText, twinText } from './story';
import { labelled } from './text';

export type ReplayTelling = {
  readonly file: string;
  readonly witness: Witness;
  readonly verdict: Verdict;
  readonly twinAccepted: boolean | null;
  readonly programs: ProgramHashes;
  /** What it runs on now. */
  readonly backend: BackendName;
  readonly errors: readonly DocumentedError[];
  readonly paint: Paint;
  /** To be told step by step; null for a short block. */
  readonly history: History | null;
  /** The baseline's entry for what happens now, null where it has none; left out where nothing asks. */
  readonly listed?: BaselineEntry | null;
};

/** A witness that was written before its rule was told apart by parts says none. */
const isExpected = (recorded: string, now: string): boolean =>
  recorded === now || recorded === withoutPlace(now);

const isSame = ({ witness, verdict }: ReplayTelling): boolean =>
  witness.verdict === verdict.kind &&
  isExpected(witness.expected, verdict.expected) &&
  witness.observed === verdict.observed;

function outcome({ verdict, witness, paint, ...rest }: ReplayTelling): string {
  if (isSame({ verdict, witness, paint, ...rest })) return 'as recorded';
  if (verdict.kind !== 'match') return paint('red', 'not as recorded');
  return paint(
    'green',
    witness.kind === 'deviation' ? 'no longer deviates' : 'as documented, otherwise than recorded',
  );
}

const sides = (
  errors: readonly DocumentedError[],
  { expected, observed }: Pick<Verdict, 'expected' | 'observed'>,
): string => `expected ${expectedText(expected, errors)}, observed ${observedText(observed, errors)}`;

const RUNTIME_NAMES = { bankrun: 'bankrun', litesvm: 'LiteSVM', both: 'both runtimes' } as const;

/** Nothing where bankrun runs what was seen on it. */
function runtimeLine({ witness, backend }: ReplayTelling): readonly string[] {
  const recorded = witness.runtime ?? 'bankrun';
  if (recorded === backend && backend === 'bankrun') return [];
  const seen = recorded === backend ? 'as recorded' : `recorded on ${RUNTIME_NAMES[recorded]}`;
  return [labelled('runtime', `${RUNTIME_NAMES[backend]}, ${seen}`)];
}

function twinLine({ witness, twinAccepted }: ReplayTelling): readonly string[] {
  if (twinAccepted === null) return [];
  const law = lawById(witness.rule);
  if (law !== undefined) {
    const roads = twinAccepted ? 'both accepted' : 'not both accepted';
    return [labelled('roads', `${roads}; the second: ${roadsText(law, witness)}`)];
  }
  const state = twinAccepted ? 'accepted' : 'not as documented, so this case proves nothing';
  return [labelled('twin', `${state}; difference: ${twinText(witness)}`)];
}

/** What the rule says, and the whole story. */
function storyLines(telling: ReplayTelling): {
  readonly says: readonly string[];
  readonly steps: readonly string[];
} {
  const { history, witness, verdict, errors, paint } = telling;
  if (history === null) return { says: [], steps: [] };
  const rule = ruleById(witness.rule) ?? lawById(witness.rule);
  const { detail } = verdict;
  return {
    says: rule === undefined ? [] : [labelled('says', `${rule.statement} [${sourceText(rule)}]`)],
    steps: [historyText({ history, errors, paint, rule: witness.rule, detail })],
  };
}

function baselineLine({ listed }: ReplayTelling): readonly string[] {
  if (listed === undefined) return [];
  return [labelled('baseline', listed === null ? 'does not list this' : `lists this: ${listed.reason}`)];
}

/** Some lines about one replayed witness, and its history where that is given. */
export function replayText(telling: ReplayTelling): string {
  const { file, witness, verdict, errors, paint } = telling;
  const recorded = isSame(telling)
    ? []
    : [labelled('recorded', `${witness.verdict}: ${sides(errors, witness)}`)];
  const { says, steps } = storyLines(telling);
  const detail = verdict.detail === '' ? '' : ` (${verdict.detail})`;
  return [
    `${paint('bold', file)}: ${outcome(telling)}`,
    labelled('rule', witness.rule),
    ...says,
    ...recorded,
    labelled('now', `${verdict.kind}: ${sides(errors, verdict)}${detail}`),
    ...steps,
    ...baselineLine(telling),
    ...twinLine(telling),
    ...runtimeLine(telling),
    ...otherProgramLines(witness.programs, telling.programs),
  ].join('\n');
}
