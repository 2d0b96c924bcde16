// The reachability ledger: every documented error with what became of it, and every other error that was seen.
import type { DocumentedError } from '../spec/error-table';
import type { ClaimResult } from '../spec/result';
import { EVIDENCE_FLOOR } from './bound';
import { exemplarPath } from './file-names';
import { countObserved } from './matrix';
import type { LedgerEntry, LedgerStatus, RuleReport, UndocumentedCode } from './report-types';

/** Whether an error's rules deviate in nothing that the baseline does not list. */
export const isKnownEntry = (
  { status, rules: own }: LedgerEntry,
  { rules }: { readonly rules: readonly RuleReport[] },
): boolean =>
  status === 'deviates' &&
  rules.every(({ id, findings }) => !own.includes(id) || findings.every(({ listed }) => listed));

/** `light-system:6002`, `light-system:NotEnoughAccountKeys`: a documented error as it is observed. */
export const documentedName = ({ code, name }: Pick<DocumentedError, 'code' | 'name'>): string =>
  `light-system:${code ?? name}`;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

const seenCount = (raised: string, results: readonly ClaimResult[]): number =>
  sum(
    results.flatMap(({ seenCodes }) =>
      seenCodes.filter((seen) => seen.raised === raised).map(({ count }) => count),
    ),
  );

type Counts = {
  readonly attempts: number;
  readonly raised: number;
  readonly deviates: boolean;
  readonly short: boolean;
};

/** A deviation counts from the first case on; that an error comes, or never does, takes the floor of its rules. */
function statusOf({ attempts, raised, deviates, short }: Counts): LedgerStatus {
  if (attempts === 0 && !deviates) return 'not-tried';
  if (raised === 0 && (deviates || !short)) return 'unreached';
  if (deviates) return 'deviates';
  return short ? 'under-sampled' : 'conforms';
}

type LedgerInput = {
  readonly errors: readonly DocumentedError[];
  readonly rules: readonly RuleReport[];
  readonly results: readonly ClaimResult[];
};

function entry(error: DocumentedError, { rules, results }: LedgerInput): LedgerEntry {
  const own = rules.filter(({ id }) => error.rules.includes(id));
  const name = documentedName(error);
  const attempts = sum(own.map(({ violating }) => violating));
  const raised = Math.max(seenCount(name, results), sum(own.map(({ ownCode }) => ownCode)));
  const deviates = own.some(({ status }) => status === 'deviates');
  const short = attempts < EVIDENCE_FLOOR || own.some(({ status }) => status === 'under-sampled');
  return {
    code: error.code,
    name: error.name,
    documents: error.documents,
    rules: error.rules,
    status: statusOf({ attempts, raised, deviates, short }),
    attempts,
    raised,
    instead: countObserved(
      own.flatMap(({ outcomes }) => outcomes).filter(({ observed }) => observed !== name),
    ),
  };
}

/** One entry per documented error. One that never appeared anywhere is `unreached`, whatever came in its place. */
export function documentedLedger(input: LedgerInput): readonly LedgerEntry[] {
  return input.errors.map((error) => entry(error, input));
}

/** Errors that were seen although no document names them, the most frequent first. */
export function undocumentedCodes(
  errors: readonly DocumentedError[],
  results: readonly ClaimResult[],
): readonly UndocumentedCode[] {
  const documented = new Set(errors.map(documentedName));
  const names = new Set(results.flatMap(({ seenCodes }) => seenCodes.map(({ raised }) => raised)));
  return [...names]
    .filter((raised) => !documented.has(raised))
    .map((raised) => ({
      raised,
      count: seenCount(raised, results),
      claims: results.filter((result) => seenCount(raised, [result]) > 0).map(({ claim }) => claim),
      witness: exemplarPath(raised),
    }))
    .sort((a, b) => b.count - a.count || (a.raised < b.raised ? -1 : 1));
}
