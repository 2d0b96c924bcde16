// The ruling on one call graph: what the guide lets it do, or the refusal that its first failure calls for.
import type { Frame, ProgramCall } from '../../spec/call';
import type { CallRefusal, SeenRefusal } from '../../spec/prediction';
import type { PlannedTransaction } from '../../spec/plan';
import { ruleById } from '../../spec/rules';
import type { KeyRole } from '../../spec/world';
import { expectationOf, type ModelOptions } from '../options';
import type { Rejection } from '../rejection';
import type { Ruling } from '../ruling';
import { lookedUp } from '../lookups/accounts';
import type { ModelWorld } from '../world';
import { budgetOf } from './budget';
import { changesOf } from './effects';
import { execute } from './run';
import {
  grantedBy,
  guide,
  isNativeLookedUp,
  passedByTransaction,
  type Run,
  type Standing,
  type Stop,
} from './standing';

type Judged = {
  readonly world: ModelWorld;
  readonly call: ProgramCall;
  readonly transaction: PlannedTransaction;
  readonly position: number;
  readonly options: ModelOptions;
};

const begun = ({ data }: ModelWorld): Run => ({
  data: new Map(data),
  lamports: new Map(),
  shown: new Set(),
  returned: new Set(),
  calls: 0,
  open: null,
});

function standingOf({ world, call, transaction, options }: Judged): Standing {
  const holds: Standing['holds'] = (rule) => !options.dropped.has(rule);
  const loaded = lookedUp(world, transaction);
  const granted = grantedBy(transaction, { lookedUp: loaded, holds });
  return {
    frame: call,
    passed: passedByTransaction(call.accounts, granted),
    stack: [call.program],
    granted,
    lookedUp: loaded,
    world,
    run: begun(world),
    holds,
  };
}

const programsIn = ({ program, steps }: Frame): readonly KeyRole[] => [
  program,
  ...steps.flatMap((step) => {
    if (step.kind === 'transfer') return ['solana-system' as const];
    return step.kind === 'call' ? programsIn(step) : [];
  }),
];

const isDocumented = (id: string): boolean => ruleById(id)?.provenance === 'documented';
const namesOf = (rules: readonly string[], options: ModelOptions): readonly string[] =>
  rules.flatMap((id) => {
    const expects = expectationOf(id, options);
    return expects?.kind === 'rejects' && expects.error !== null ? [expects.error] : [];
  });

const CALLEE_ERROR = guide('callee-error');

/** What was always seen: the error of an undocumented refusal, and a callee's own code where that is asked for. */
function seenOf({ rules, by, code }: Stop, options: ModelOptions): SeenRefusal | null {
  const { observed, dropped } = options;
  if (code !== undefined && observed.has(CALLEE_ERROR)) {
    const codes = new Set(dropped.has(CALLEE_ERROR) ? [] : [code]);
    return { errors: new Set(), codes, by: new Set([by]) };
  }
  if (code !== undefined || rules.some(isDocumented)) return null;
  return { errors: new Set(namesOf(rules, options)), codes: new Set(), by: new Set([by]) };
}

const BUDGET = guide('compute-budget');
/** The runtime stops the caller from outside where seeds derive no address. */
const MAY_STOP = new Set([
  BUDGET,
  ...['pda-of-other-program', 'pda-other-seeds', 'pda-other-bump'].map(guide),
]);

function rejectionOf(stop: Stop, { call, position, options }: Judged): Rejection {
  const { rules } = stop;
  const named = namesOf(rules.filter(isDocumented), options);
  const calls: CallRefusal = {
    by: new Set<KeyRole | 'runtime'>(['runtime', ...programsIn(call)]),
    seen: seenOf(stop, options),
    documented: rules.some(isDocumented),
    mayStop: rules.some((rule) => MAY_STOP.has(rule)),
  };
  const nameless = rules.filter(isDocumented).length > named.length || !calls.documented;
  return {
    failedAt: position,
    codes: new Set(),
    errors: new Set(named),
    anyUndocumented: nameless,
    because: rules,
    as: 'none',
    calls,
  };
}

const UNLOCKABLE = /^(?:program:|solana-system$)/;

function openQuestion(
  { call }: Judged,
  { run: { open }, ...standing }: Standing,
  budget: string,
): string | null {
  if (open !== null) return open;
  if (budget === 'open') return 'a compute budget that may be enough or not';
  return call.accounts.some(
    ({ key, signer, writable }) =>
      UNLOCKABLE.test(key) && (signer || (writable && !isNativeLookedUp(standing, key))),
  )
    ? 'a writable flag that the runtime takes away'
    : null;
}

/** The rules that show themselves by acceptance; without one of them, the model expects a refusal. */
function shownBy({ run, holds }: Standing): {
  readonly shown: readonly string[];
  readonly denied: readonly string[];
} {
  const shown = [...run.shown, ...(run.calls > 0 ? [guide('one-transaction')] : [])];
  const denied = shown.filter((id) => !holds(id) && ruleById(id)?.expects.kind === 'accepts');
  return { shown, denied };
}

/** What the guide, and what was observed of the runtime, let one call graph do in a world. */
export function ruleCall(judged: Judged): Ruling {
  const standing = standingOf(judged);
  const { run, holds } = standing;
  const failed = execute(standing);
  const budget = budgetOf(judged.transaction, run.calls);
  const short = budget === 'short' && holds(BUDGET);
  const rules = [...(failed?.rules ?? []), ...(short ? [BUDGET] : [])];
  const nothing: Ruling = { accepted: [], rejected: [], unspecified: null, exercised: rules };
  const open = openQuestion(judged, standing, budget);
  if (open !== null) return { ...nothing, unspecified: open };
  if (rules.length > 0) {
    const by = failed?.by ?? judged.call.program;
    const code = short ? undefined : failed?.code;
    return {
      ...nothing,
      rejected: [rejectionOf({ rules, by, ...(code !== undefined && { code }) }, judged)],
    };
  }
  const { shown, denied } = shownBy(standing);
  if (denied.length > 0)
    return {
      ...nothing,
      rejected: [rejectionOf({ rules: denied, by: judged.call.program }, judged)],
      exercised: shown,
    };
  const payer = judged.transaction.feePayer;
  const changes = changesOf({ run, world: judged.world, payer, holds });
  return { ...nothing, accepted: [{ ...changes, because: shown, as: 'none' }], exercised: shown };
}
