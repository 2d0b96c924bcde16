// What a call may have besides what an edit is about: accounts, lamports and bytes that must change nothing, on plan and twin alike.
import fc from 'fast-check';
import { slotIndexOf, fixedSlotsOf } from '../spec/layouts';
import type { AccountMeta, Invocation } from '../spec/plan';
import { withAccountBefore, type Mutation } from './edit';
import { withData, withTarget, type Scenario } from './scenario';
import { shifted } from './shifted';
import { hex } from './values';

const targetIn = ({ plan, target }: Scenario): Invocation | null => {
  const item = plan.transactions[target.transaction]?.instructions[target.instruction];
  return item?.kind === 'invocation' ? item : null;
};

const remainingOf = (invocation: Invocation): readonly AccountMeta[] =>
  invocation.accounts.slice(fixedSlotsOf(invocation));

/** Where the target is such a call, as the mutation has it; else as it is. */
const where =
  (fits: (invocation: Invocation) => boolean, mutate: Mutation): Mutation =>
  (scenario) => {
    const target = targetIn(scenario);
    return target !== null && fits(target) ? mutate(scenario) : scenario;
  };

/** What an execution takes from a context has indices that were written before. */
const ownOnly = ({ data }: Invocation): boolean => data.cpiContext === null && data.newAddresses.length === 0;

const MOST_AGAIN = 5;
/** The remaining accounts once more, or several times; now and then it is the last of them that is meant. */
const again: fc.Arbitrary<Mutation> = fc
  .record({ times: fc.integer({ min: 1, max: MOST_AGAIN }), isLastMeant: fc.boolean() })
  .map(({ times, isLastMeant }) =>
    where(
      ({ instruction }) => instruction === 'InvokeCpi',
      (scenario) =>
        withTarget(scenario, (invocation) => {
          const listed = remainingOf(invocation);
          const { data } = invocation;
          return {
            ...invocation,
            accounts: [...invocation.accounts, ...Array.from({ length: times }, () => listed).flat()],
            data: isLastMeant && ownOnly(invocation) ? shifted(data, times * listed.length) : data,
          };
        }),
    ),
  );

/** Enough that the account stays one. */
const rentFree = fc.integer({ min: 1_000_000, max: 9_000_000 }).map(BigInt);
/** The caller's authority exists as an account. */
const richAuthority: fc.Arbitrary<Mutation> = rentFree.map((lamports): Mutation => (scenario) => {
  const target = targetIn(scenario);
  return target === null
    ? scenario
    : withAccountBefore({ key: `authority:${target.caller}`, lamports })(scenario);
});

/** Who made a context account has a key of it, so that it can sign. */
const signs: Mutation = (scenario) =>
  withTarget(scenario, (invocation) => {
    const slot = slotIndexOf(invocation, 'cpi_context_account');
    const accounts = invocation.accounts.map((meta, at) =>
      at === slot && meta.key.startsWith('context:') ? { ...meta, signer: true } : meta,
    );
    return { ...invocation, accounts };
  });
const signingContext: Mutation = where(({ data }) => data.cpiContext !== null, signs);

const tail: fc.Arbitrary<Mutation> = fc
  .integer({ min: 1, max: 4 })
  .chain((bytes) => hex(bytes))
  .map((found) =>
    where(
      ({ data, instruction }) => instruction === 'InvokeCpi' && data.tail === undefined,
      (scenario) => withData(scenario, () => ({ tail: found })),
    ),
  );

const ALONE: fc.Arbitrary<Mutation> = fc.constant((scenario) => scenario);

/** In half of the cases nothing; else one thing that no document gives a meaning there. */
export const company: fc.Arbitrary<Mutation> = fc.oneof(
  { withCrossShrink: true },
  { weight: 8, arbitrary: ALONE },
  { weight: 3, arbitrary: again },
  { weight: 2, arbitrary: richAuthority },
  { weight: 2, arbitrary: fc.constant(signingContext) },
  { weight: 1, arbitrary: tail },
);
