// Programs that check nothing where something unrelated stands beside it, such as SOL that moves, are caught.
import { SLOT } from '../../spec/invoke-cpi';
import type { Invocation } from '../../spec/plan';
import type { Runner } from '../runner';
import { openRunner } from './open-runner';
import { missedIn, OFTEN, overlooking, type Overlooks } from './overlooking';
import { remembering } from './remembering';

const movesSol: Overlooks = ({ accounts }) => accounts[SLOT.sol_pool_pda]?.key === 'sol-pool';
const compresses: Overlooks = (invocation, code) => movesSol(invocation, code) && invocation.data.isCompress;
const decompresses: Overlooks = (invocation, code) =>
  movesSol(invocation, code) && !invocation.data.isCompress;
const executes = ({ data: { cpiContext } }: Invocation): boolean =>
  cpiContext !== null && !cpiContext.firstSet && !cpiContext.set;
const executesWithSol: Overlooks = (invocation, code) => movesSol(invocation, code) && executes(invocation);

const WRONG: readonly (readonly [title: string, rule: string, overlooks: Overlooks])[] = [
  ['no owner of an input where SOL is compressed', 'signer-checks/input-owner', compresses],
  ['no owner of an input where SOL is decompressed', 'signer-checks/input-owner', decompresses],
  ['no owner of an input where an execution moves SOL', 'signer-checks/input-owner', executesWithSol],
  ['no owner of an output where SOL is compressed', 'signer-checks/output-owner-with-data', compresses],
  ['no owner of an output where SOL is decompressed', 'signer-checks/output-owner-with-data', decompresses],
  ['no authority where an execution moves SOL', 'signer-checks/authority-is-pda', executesWithSol],
  ['no fee payer where an execution moves SOL', 'validation/fee-payer-on-execute', executesWithSol],
  ['no tree where an execution moves SOL', 'validation/tree-on-execute', executesWithSol],
];

describe('A program that checks', () => {
  let backend: Awaited<ReturnType<typeof openRunner>>;
  let real: Runner;
  beforeAll(async () => {
    backend = await openRunner();
    real = remembering(backend);
  });
  afterAll(() => {
    backend.close();
  });

  test.each(WRONG)('%s is caught', async (_title, rule, overlooks) => {
    expect(await missedIn(real, rule)).toBe(0);
    expect(await missedIn(overlooking(real, overlooks), rule)).toBeGreaterThanOrEqual(OFTEN);
  });
});
