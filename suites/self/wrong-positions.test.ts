// Programs that look only at some elements of a list or some bytes of an address, or check an execution only where it brings nothing itself, are caught.
import type { Invocation } from '../../spec/plan';
import { SLOT } from '../../spec/invoke-cpi';
import { realPrograms } from './real-programs';
import { missedIn, OFTEN, overlooking, type Overlooks } from './overlooking';

const isOwn = ({ owner }: { readonly owner: string }, { caller }: Invocation): boolean =>
  owner === `program:${caller}`;
const executes = ({ data: { cpiContext } }: Invocation): boolean =>
  cpiContext !== null && !cpiContext.firstSet && !cpiContext.set;

const ownsInput =
  (at: number): Overlooks =>
  (invocation) => {
    const input = invocation.data.inputs.at(at);
    return input !== undefined && isOwn(input, invocation);
  };
const ownsFirstWithData: Overlooks = (invocation) => {
  const first = invocation.data.outputs.find(({ data }) => data !== null);
  return first !== undefined && isOwn(first, invocation);
};
/** Of two outputs the one with data comes behind one without. */
const stopsAtFirstWithout: Overlooks = ({ data: { outputs } }) => outputs[0]?.data === null;
const ASSOCIATED = 6028;

const WRONG: readonly (readonly [title: string, rule: string, overlooks: Overlooks])[] = [
  ['of the inputs only the first', 'signer-checks/input-owner', ownsInput(0)],
  ['of the inputs only the last', 'signer-checks/input-owner', ownsInput(-1)],
  ['no input of an execution with a context', 'signer-checks/input-owner', executes],
  ['of the outputs with data only the first', 'signer-checks/output-owner-with-data', ownsFirstWithData],
  ['no output behind one without data', 'signer-checks/output-owner-with-data', stopsAtFirstWithout],
  ['no output of an execution with a context', 'signer-checks/output-owner-with-data', executes],
  [
    'an input by the first 31 bytes of its owner',
    'signer-checks/input-owner',
    ({ data: { inputs } }) => inputs.some(({ owner }) => /^near:31:/.test(owner)),
  ],
  [
    'an output by the last 31 bytes of its owner',
    'signer-checks/output-owner-with-data',
    ({ data: { outputs } }) => outputs.some(({ owner }) => /^near:0:/.test(owner)),
  ],
  ...(['set', 'execute'] as const).map(
    (mode) =>
      [
        `the first 31 bytes of the fee payer on ${mode}`,
        `validation/fee-payer-on-${mode}`,
        ({ accounts }: Invocation) => /^near:31:/.test(accounts[SLOT.fee_payer]?.key ?? ''),
      ] as const,
  ),
  [
    'the first 31 bytes of the associated tree',
    'validation/tree-on-execute',
    ({ accounts }) => accounts.some(({ key }) => /^near:31:(?:tree|queue):/.test(key)),
  ],
  [
    'the first 31 bytes of the authority',
    'signer-checks/authority-is-pda',
    ({ accounts }) => /^near:31:/.test(accounts[SLOT.authority]?.key ?? ''),
  ],
  ...(
    [
      ['system_program', 'system-program'],
      ['account_compression_program', 'account-compression-program'],
      ['sol_pool_pda', 'sol-pool'],
      ['invoking_program', 'invoking-program'],
    ] as const
  ).map(
    ([slot, rule]) =>
      [
        `the first 31 bytes of ${slot}`,
        `accounts/${rule}-identity`,
        ({ accounts }: Invocation) => /^near:31:/.test(accounts[SLOT[slot]]?.key ?? ''),
      ] as const,
  ),
  [
    'the associated tree only where the execution brings no inputs',
    'validation/tree-on-execute',
    ({ data }, code) => code === ASSOCIATED && data.inputs.length > 0,
  ],
];

describe('A program that checks', () => {
  const real = realPrograms();

  test.each(WRONG)('%s is caught', async (_title, rule, overlooks) => {
    expect(await missedIn(real(), rule)).toBe(0);
    expect(await missedIn(overlooking(real(), overlooks), rule)).toBeGreaterThanOrEqual(OFTEN);
  });
});
