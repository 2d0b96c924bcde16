// Programs that check nothing where something unrelated stands beside it, SOL that moves or an account listed twice, are caught.
import { SLOT, type SlotName } from '../../spec/invoke-cpi';
import type { Invocation } from '../../spec/plan';
import { realPrograms } from './real-programs';
import { missedIn, OFTEN, overlooking, type Overlooks } from './overlooking';

const CASES = 150;

const movesSol: Overlooks = ({ accounts }) => accounts[SLOT.sol_pool_pda]?.key === 'sol-pool';
const compresses: Overlooks = (invocation, code) => movesSol(invocation, code) && invocation.data.isCompress;
const decompresses: Overlooks = (invocation, code) =>
  movesSol(invocation, code) && !invocation.data.isCompress;
const executes = ({ data: { cpiContext } }: Invocation): boolean =>
  cpiContext !== null && !cpiContext.firstSet && !cpiContext.set;
const executesWithSol: Overlooks = (invocation, code) => movesSol(invocation, code) && executes(invocation);

/** Slot 3 and another slot of the call hold the same account. */
const repeats =
  (slot: SlotName): Overlooks =>
  ({ accounts }) =>
    accounts[SLOT._unused]?.key === accounts[SLOT[slot]]?.key;

const WRONG: readonly (readonly [title: string, rule: string, overlooks: Overlooks])[] = [
  ['no owner of an input where SOL is compressed', 'signer-checks/input-owner', compresses],
  ['no owner of an input where SOL is decompressed', 'signer-checks/input-owner', decompresses],
  ['no owner of an input where an execution moves SOL', 'signer-checks/input-owner', executesWithSol],
  ['no owner of an output where SOL is compressed', 'signer-checks/output-owner-with-data', compresses],
  ['no owner of an output where SOL is decompressed', 'signer-checks/output-owner-with-data', decompresses],
  ['no authority where an execution moves SOL', 'signer-checks/authority-is-pda', executesWithSol],
  ['no fee payer where an execution moves SOL', 'validation/fee-payer-on-execute', executesWithSol],
  ['no tree where an execution moves SOL', 'validation/tree-on-execute', executesWithSol],
  ['no fee payer of a set that slot 3 repeats', 'validation/fee-payer-on-set', repeats('fee_payer')],
  ['no fee payer that slot 3 repeats', 'validation/fee-payer-on-execute', repeats('fee_payer')],
  ['no authority that slot 3 repeats', 'signer-checks/authority-is-pda', repeats('authority')],
  ['no program that slot 3 repeats', 'accounts/invoking-program-identity', repeats('invoking_program')],
];

describe('A program that checks', () => {
  const real = realPrograms();

  test.each(WRONG)('%s is caught', async (_title, rule, overlooks) => {
    expect(await missedIn(real(), rule, CASES)).toBe(0);
    expect(await missedIn(overlooking(real(), overlooks), rule, CASES)).toBeGreaterThanOrEqual(OFTEN);
  });
});
