// The ruling on a transaction's accounts, before any instruction: whether it can be loaded, and what its tables show.
import { KEYS_IN_A_PACKET, MOST_ACCOUNTS } from '../../spec/table';
import type { AllowedRejection } from '../../spec/prediction';
import type { PlannedTransaction } from '../../spec/plan';
import { ruleById } from '../../spec/rules';
import type { KeyRole } from '../../spec/world';
import type { Fold } from '../fold';
import { expectationOf, type ModelOptions } from '../options';
import { united } from '../sums';
import type { ModelWorld } from '../world';
import { accountsOf, brought, calledBy, isOfGraphs, lookedUp, metasOf, used } from './accounts';
import { brokenBy, shownBy } from './table';

type Asked = {
  readonly world: ModelWorld;
  readonly transaction: PlannedTransaction;
  readonly options: ModelOptions;
};

const guide = (name: string): string => `cpi-guide/${name}`;
const isPda = (key: KeyRole): boolean => /^(?:pda|authority):/.test(key);

const isTwice = ({ world, transaction }: Asked): boolean => {
  const all = brought(world, transaction);
  const listed = new Set([transaction.feePayer, ...(transaction.versioned?.alsoListed ?? [])]);
  return new Set(all).size < all.length || all.some((key) => listed.has(key));
};

/** Names of the rules that make the transaction fail before any instruction. */
function brokenIn(asked: Asked): readonly string[] {
  const { world, transaction } = asked;
  const loaded = lookedUp(world, transaction);
  return [
    ...(transaction.versioned?.lookups ?? []).flatMap((lookup) => brokenBy(world, lookup)),
    ...(transaction.instructions.some((item) => loaded.has(calledBy(item))) ? ['table-program'] : []),
    ...(isTwice(asked) ? ['table-loaded-twice'] : []),
    ...(accountsOf(world, transaction) > MOST_ACCOUNTS ? ['too-many-accounts'] : []),
  ];
}

/** Accounts that were to sign, and do not because they are looked up. */
const unsigned = ({ world, transaction }: Asked): boolean => {
  const loaded = lookedUp(world, transaction);
  return transaction.instructions.some((item) =>
    metasOf(item).some(({ key, signer }) => signer && !isPda(key) && loaded.has(key)),
  );
};

const isTableTwice = ({ transaction }: Asked): boolean => {
  const tables = (transaction.versioned?.lookups ?? []).map(({ table }) => table);
  return new Set(tables).size < tables.length;
};

/** Names of the rules that show themselves where the transaction is loaded. */
function shownIn(asked: Asked): readonly string[] {
  const { world, transaction } = asked;
  const count = accountsOf(world, transaction);
  const all = brought(world, transaction);
  const needed = used(transaction);
  return [
    ...(transaction.versioned?.lookups ?? []).flatMap((lookup) => shownBy(world, lookup)),
    ...(all.some((key) => needed.has(key)) ? ['table-passes-on'] : []),
    ...(all.some((key) => !needed.has(key)) ? ['table-idle'] : []),
    ...(count > KEYS_IN_A_PACKET ? ['table-holds-more'] : []),
    ...(count === MOST_ACCOUNTS ? ['most-accounts'] : []),
    ...(isTableTwice(asked) ? ['table-twice'] : []),
  ];
}

/** What can be said of call graphs alone. */
function openQuestion(asked: Asked): string | null {
  const { world, transaction } = asked;
  if (isOfGraphs(transaction)) return null;
  if (unsigned(asked)) return 'a signer of something else than a call graph is looked up';
  const calls = transaction.instructions.length;
  const count = accountsOf(world, transaction);
  // A call’s data may lie in an account more.
  return count <= MOST_ACCOUNTS && count + calls > MOST_ACCOUNTS
    ? 'about as many accounts as a transaction can have'
    : null;
}

const errorsOf = (rules: readonly string[], options: ModelOptions): ReadonlySet<string> =>
  new Set(
    rules.flatMap((id) => {
      const expects = expectationOf(id, options);
      return expects?.kind === 'rejects' && expects.error !== null ? [expects.error] : [];
    }),
  );

const isDocumented = (id: string): boolean => ruleById(id)?.provenance === 'documented';

/** The runtime refuses the transaction as a whole, with the error that was seen; or with any, where a document allows it. */
const refusal = (rules: readonly string[], options: ModelOptions): AllowedRejection => {
  const documented = rules.some(isDocumented);
  return {
    failedAt: null,
    codes: new Set(),
    errors: new Set(),
    anyUndocumented: true,
    calls: {
      by: new Set<KeyRole | 'runtime'>(['runtime']),
      seen: documented
        ? null
        : { errors: errorsOf(rules, options), codes: new Set(), by: new Set(['runtime']) },
      documented,
      mayStop: false,
    },
  };
};

const refused = (fold: Fold, rules: readonly string[], options: ModelOptions): Fold => ({
  ...fold,
  branches: [],
  rejected: [{ rejection: refusal(rules, options), because: rules, steps: [] }],
  exercised: united(fold.exercised, new Set(rules)),
});

/** The fold in front of a transaction's first instruction: as it was for a legacy transaction. */
export function foldAccounts(fold: Fold, asked: Asked): Fold {
  if (asked.transaction.versioned === undefined) return fold;
  const holds = (id: string): boolean => !asked.options.dropped.has(id);
  const open = openQuestion(asked);
  if (open !== null) return { ...fold, branches: [], unspecified: open };
  const broken = [...new Set(brokenIn(asked))].map(guide);
  const kept = broken.filter(holds);
  if (kept.length > 0) return refused(fold, kept, asked.options);
  const shown = [...new Set(shownIn(asked))].map(guide);
  const denied = shown.filter((id) => !holds(id));
  if (denied.length > 0) return refused(fold, denied, asked.options);
  return { ...fold, exercised: united(fold.exercised, new Set([...shown, ...broken])) };
}
