// Where the runtime may stop the calling program, an error of that is nobody's deviation, whatever else the plan breaks.
import fc from 'fast-check';
import { breaking } from '../../generators/breaking';
import { predictTransaction } from '../../model/predict';
import { worldBefore } from '../../model/world';
import type { AccountMeta, Initialization, Plan } from '../../spec/plan';
import { FENCES } from '../../spec/fences';

const ALL_FENCES = new Set(FENCES.map(({ rule }) => rule));

const withAccount = (plan: Plan, meta: AccountMeta): Plan => ({
  ...plan,
  transactions: plan.transactions.map((transaction) => ({
    ...transaction,
    instructions: transaction.instructions.map((item) =>
      item.kind === 'invocation' ? { ...item, accounts: [...item.accounts, meta] } : item,
    ),
  })),
});

/** Of the first transaction: whether each refusal allows an error of the calling program. */
const mayStop = (plan: Plan): readonly boolean[] => {
  const [first] = plan.transactions;
  if (first === undefined) throw new Error('The plan has no transaction.');
  const { prediction } = predictTransaction(worldBefore(plan), first);
  if (prediction.kind === 'unspecified') return [];
  return prediction.alternatives.flatMap((one) =>
    one.kind === 'rejected' ? [one.rejection.mayStopCaller === true] : [],
  );
};

/** Nobody can sign for an account that is nearly the authority. */
const namesNearMiss = ({ transactions }: Plan): boolean =>
  transactions.some(({ instructions }) =>
    instructions.some(
      (item) => item.kind === 'invocation' && item.accounts.some(({ key }) => key.startsWith('near:')),
    ),
  );

const plans = fc
  .sample(breaking('signer-checks/authority-is-pda', ALL_FENCES), { seed: 3, numRuns: 80 })
  .map(({ plan }) => plan)
  .filter((plan) => plan.transactions.length === 1 && !namesNearMiss(plan));

const SYSTEM_TO_BE_WRITTEN: AccountMeta = { key: 'light-system', signer: false, writable: true };
const INITIALIZATION: Initialization = {
  kind: 'initialize',
  through: [],
  accounts: [{ key: 'payer:0', signer: true, writable: true }],
  data: 'e97047427921b2bc',
};

/** The same with one more call of the system program behind all else. */
const withCall = (plan: Plan, through: Initialization['through']): Plan => ({
  ...plan,
  transactions: plan.transactions.map((one) => ({
    ...one,
    instructions: [...one.instructions, { ...INITIALIZATION, through }],
  })),
});

it.each<readonly [string, AccountMeta, boolean]>([
  ['a program that is passed to be written', { key: 'program:D', signer: false, writable: true }, true],
  ['a signature that nobody can give', { key: 'tree:1', signer: true, writable: false }, true],
  ['one account more', { key: 'wallet:3', signer: false, writable: false }, false],
])('%s: %j', (_, meta, expected) => {
  const found = plans.flatMap((plan) => mayStop(withAccount(plan, meta)));
  expect(found.length).toBeGreaterThan(10);
  expect(new Set(found)).toEqual(new Set([expected]));
});

it('the system program cannot be passed on as writable where the transaction calls it itself, too', () => {
  const written = plans.map((plan) => withAccount(plan, SYSTEM_TO_BE_WRITTEN));
  const found = (through: Initialization['through']): ReadonlySet<boolean> =>
    new Set(written.flatMap((plan) => mayStop(withCall(plan, through))));
  expect(found([])).toEqual(new Set([true]));
  expect(found(['B'])).toEqual(new Set([false]));
});
