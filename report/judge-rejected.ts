// Judges a transaction that the programs rejected: right code, from the right program, at the right instruction.
import { SYSTEM_CODES } from '../spec/codes/system';
import type { Raised, TransactionOutcome } from '../spec/outcome';
import type { AllowedRejection, Alternative } from '../spec/prediction';
import type { Decision } from './decision';
import { fitsCalls, isOnlySeen, seenProblem } from './judge-calls';
import { statementProblem } from './judge-statement';

type Rejected = Extract<Alternative, { kind: 'rejected' }>;
type Facts = {
  readonly raised: Raised;
  readonly failedAt: number | null;
  readonly documentedCodes: ReadonlySet<number>;
};

const SYSTEM = 'light-system';

const named = (allowed: AllowedRejection, raised: Raised): boolean =>
  raised.code === null ? allowed.errors.has(raised.error) : allowed.codes.has(raised.code);

const isOutOfPlace = ({ raised, documentedCodes }: Facts): boolean =>
  raised.program === SYSTEM && raised.code !== null && documentedCodes.has(raised.code);

/** An error in a calling program of ours: the program under test did not refuse anything. */
const isOurs = ({ raised }: Facts): boolean => raised.program.startsWith('program:');

/** Whether the error fits, wherever in the transaction it was raised. */
function fitsSomewhere(allowed: AllowedRejection, facts: Facts): boolean {
  if (allowed.calls !== undefined) return fitsCalls(allowed, allowed.calls, facts.raised);
  if (facts.raised.panicked) return false;
  const by = allowed.failedAt === null ? 'runtime' : SYSTEM;
  if (facts.raised.program === by && named(allowed, facts.raised)) return true;
  const byWhom = allowed.mayStopCaller === true || !isOurs(facts);
  return allowed.anyUndocumented && !isOutOfPlace(facts) && byWhom;
}

const miss = (kind: Decision['kind'], detail: string): Decision => ({ kind, detail, taken: null });

const isStray = ({ raised, documentedCodes }: Facts): boolean =>
  raised.program === SYSTEM && raised.code !== null && !documentedCodes.has(raised.code);

const NAMES: ReadonlyMap<number, string> = new Map(SYSTEM_CODES.map(({ code, name }) => [code, name]));

/** Other pages may well name it, for other instructions or in the list of all codes. */
const strayText = ({ raised: { code } }: Facts): string => {
  const name = NAMES.get(code ?? 0);
  return `rejected with a code that the documents do not name here: ${code ?? ''}${name === undefined ? '' : ` ${name}`}`;
};

/** Why a rejection that was expected in some form is not the one that was expected. */
function explainMiss(rejected: readonly Rejected[], facts: Facts): Decision {
  const { raised, failedAt } = facts;
  const misplaced = rejected.find(({ rejection }) => fitsSomewhere(rejection, facts));
  if (misplaced !== undefined) {
    const where = `raised by instruction ${failedAt ?? 'none'}, expected ${misplaced.rejection.failedAt ?? 'none'}`;
    return miss('wrong-code', where);
  }
  if (rejected.some(({ rejection }) => named(rejection, raised))) {
    return miss('wrong-program', `raised by ${raised.program}, expected ${SYSTEM}`);
  }
  if (isStray(facts) && !rejected.some(({ rejection }) => rejection.anyUndocumented)) {
    return miss('undocumented-code', strayText(facts));
  }
  return miss('wrong-code', 'rejected with another error than the documents name');
}

/** A refused proof shows what was derived before: it must be what the documents and earlier observations say. */
function derivedAsExpected(taken: Rejected, outcome: TransactionOutcome): Decision {
  const derived = outcome.derived?.addresses;
  const expected = taken.rejection.derived;
  if (expected !== undefined && derived !== undefined) {
    const pair = expected.distinct.find(([first, second]) => derived[first] === derived[second]);
    if (pair !== undefined) {
      const detail = `new addresses ${pair.join(' and ')} of two programs are the same`;
      return { kind: 'wrong-effect', aspect: 'addresses', detail, taken: null };
    }
    const { observed } = expected;
    const other = observed?.findIndex((address, at) => address !== derived[at]) ?? -1;
    if (other >= 0 || (observed !== null && observed.length !== derived.length)) {
      const detail = `new address ${other} is ${derived[other] ?? 'missing'}, observed before: ${observed?.[other] ?? 'none'}`;
      return { kind: 'observed-changed', detail, taken };
    }
  }
  return { kind: 'match', detail: 'rejected, as documented', taken };
}

/** What the proof should have proven is asked of as few claims as a hash costs much. */
function shownAsExpected(taken: Rejected, outcome: TransactionOutcome): Decision {
  const problem = statementProblem(taken.rejection.statement, outcome);
  if (problem !== null) return { kind: 'observed-changed', detail: problem, taken };
  if (taken.rejection.derived !== undefined && outcome.derived === null)
    return { kind: 'observed-changed', detail: 'the refused proof does not say what was derived', taken };
  return derivedAsExpected(taken, outcome);
}

const isRejected = (alternative: Alternative): alternative is Rejected => alternative.kind === 'rejected';

type Input = {
  readonly alternatives: readonly Alternative[];
  readonly outcome: TransactionOutcome;
  readonly raised: Raised;
  readonly documentedCodes: ReadonlySet<number>;
};

/** The decision on a rejected transaction. A rejection that changed an account is wrong whatever its code. */
export function decideRejected({ alternatives, outcome, raised, documentedCodes }: Input): Decision {
  const facts: Facts = { raised, failedAt: outcome.failedAt, documentedCodes };
  const culprit = outcome.after.changed[0];
  if (culprit !== undefined) return miss('wrong-effect', `the rejection changed ${culprit}`);
  const rejected = alternatives.filter(isRejected);
  const taken = rejected.find(
    ({ rejection }) => rejection.failedAt === facts.failedAt && fitsSomewhere(rejection, facts),
  );
  const changed = taken === undefined ? null : seenProblem(taken.rejection, raised);
  if (taken !== undefined && changed !== null) return { kind: 'observed-changed', detail: changed, taken };
  if (taken !== undefined) return shownAsExpected(taken, outcome);
  if (isOnlySeen(alternatives)) return miss('observed-changed', 'rejected in another way than was observed');
  if (raised.panicked)
    return miss(
      'panic',
      raised.ranOut ? 'it ran out of compute units' : 'the program stopped without an error of its own',
    );
  if (rejected.length === 0)
    return miss('spurious-error', 'the documents allow this, the program rejected it');
  return explainMiss(rejected, facts);
}
