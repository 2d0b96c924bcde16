// Valid plans that move SOL: into several accounts, between them, out again, through a context, all in one transaction.
import fc from 'fast-check';
import type { AccountData, Invocation, InvokeData, OutputAccount } from '../../spec/plan';
import type { CallerName, KeyRole } from '../../spec/world';
import { inputSpending, outputOf } from '../entries';
import { invocation, transactionOf, type FlagName, type Setting, type SolMove } from '../invocation';
import type { Scenario, ScenarioKind } from '../scenario';
import { setting, type Fences } from '../settings';
import { accountData, caller, largeLamports } from '../values';
import { byCaller } from './context';

/** One account of so many lamports. */
export type Part = { readonly lamports: bigint; readonly data: AccountData; readonly stays: boolean };

const FEW = 1_000_000_000;
const few = fc.integer({ min: 1, max: FEW }).map(BigInt);
const part: fc.Arbitrary<Part> = fc.record({
  lamports: fc.oneof({ weight: 4, arbitrary: few }, { weight: 1, arbitrary: fc.constant(0n) }),
  data: accountData,
  stays: fc.boolean(),
});
/** The first has lamports, now and then more than four bytes hold, and does not stay. */
export const parts: fc.Arbitrary<readonly Part[]> = fc
  .tuple(
    fc.oneof({ weight: 4, arbitrary: few }, { weight: 1, arbitrary: largeLamports }),
    fc.array(part, { minLength: 1, maxLength: 3 }),
  )
  .map(([lamports, list]) =>
    list.map((one, position) => (position === 0 ? { ...one, lamports, stays: false } : one)),
  );

export const sumOf = (list: readonly { readonly lamports: bigint }[]): bigint =>
  list.reduce((total, { lamports }) => total + lamports, 0n);

export const outputsOf = (list: readonly Part[], where: Setting): readonly OutputAccount[] =>
  list.map(({ lamports, data }) => outputOf({ data, stranger: 'wallet:0', lamports, address: null }, where));

export const moving = (lamports: bigint, isCompress: boolean): Partial<InvokeData> => ({
  compressOrDecompressLamports: lamports,
  isCompress,
});

type Moved = {
  readonly where: Setting;
  readonly flags?: FlagName;
  readonly data: Partial<InvokeData>;
  readonly sol?: SolMove;
};
export const calling = ({ where, flags = 'none', ...rest }: Moved): Invocation =>
  invocation({ setting: where, flags, ...rest });

export const compressing = (where: Setting, list: readonly Part[]): Invocation =>
  calling({
    where,
    data: { outputs: outputsOf(list, where), ...moving(sumOf(list), true) },
    sol: { recipient: null },
  });

export const spending = (where: Setting, list: readonly Part[]): Partial<InvokeData> => ({
  inputs: outputsOf(list, where).map((output, offset) => inputSpending(output, offset, where)),
});

export const scenarioOf = (
  kind: ScenarioKind,
  where: Setting,
  groups: readonly (readonly Invocation[])[],
): Scenario => ({
  kind,
  plan: { accounts: [], transactions: groups.map((group) => transactionOf(where.payer, ...group)) },
  target: { transaction: groups.length - 1, instruction: (groups.at(-1)?.length ?? 1) - 1 },
});

const drawn = (fences: Fences) => fc.record({ where: setting(fences), list: parts });

/** SOL compressed into one to three accounts. */
export const solCompress = (fences: Fences): fc.Arbitrary<Scenario> =>
  drawn(fences).map(({ where, list }) => scenarioOf('sol-compress', where, [[compressing(where, list)]]));

/** All lamports of some accounts in others: percentages of what is left, the last one takes the rest. */
const divided = (total: bigint, shares: readonly number[], like: Part): readonly Part[] => {
  let left = total;
  const first = shares.map((share) => {
    const lamports = (left * BigInt(share)) / 100n;
    left -= lamports;
    return { ...like, lamports };
  });
  return [...first, { ...like, lamports: left }];
};

const shares = fc.array(fc.nat(100), { maxLength: 3 });

/** Accounts with lamports split, merged, passed on; none moves. */
export const solTransfer = (fences: Fences): fc.Arbitrary<Scenario> =>
  fc.record({ drawn: drawn(fences), shares, data: accountData }).map(({ drawn, shares, data }) => {
    const { where, list } = drawn;
    const like = { lamports: 0n, data, stays: true };
    const outputs = outputsOf(divided(sumOf(list), shares, like), where);
    const pass = calling({ where, data: { ...spending(where, list), outputs } });
    return scenarioOf('sol-transfer', where, [[compressing(where, list)], [pass]]);
  });

export const recipient = fc.constantFrom<KeyRole>('wallet:0', 'wallet:1');

const decompressing = (where: Setting, list: readonly Part[], to: KeyRole): Invocation => {
  const staying = list.filter(({ stays }) => stays);
  const amount = sumOf(list) - sumOf(staying);
  const outputs = outputsOf(staying, where);
  return calling({
    where,
    data: { ...spending(where, list), outputs, ...moving(amount, false) },
    sol: { recipient: to },
  });
};

/** Accounts spent, some of their lamports decompressed, the others in new accounts. */
export const solDecompress = (fences: Fences): fc.Arbitrary<Scenario> =>
  fc
    .record({ drawn: drawn(fences), to: recipient })
    .map(({ drawn: { where, list }, to }) =>
      scenarioOf('sol-decompress', where, [[compressing(where, list)], [decompressing(where, list, to)]]),
    );

/** Compressed and decompressed in one transaction. */
export const solAtOnce = (fences: Fences): fc.Arbitrary<Scenario> =>
  fc
    .record({ drawn: drawn(fences), to: recipient })
    .map(({ drawn: { where, list }, to }) =>
      scenarioOf('sol-at-once', where, [[compressing(where, list), decompressing(where, list, to)]]),
    );

const writing = (where: Setting, list: readonly Part[]): Invocation =>
  calling({ where, flags: 'first-set', data: { outputs: outputsOf(list, where) } });

/** One write of accounts with lamports. */
export const solWrite = (fences: Fences): fc.Arbitrary<Scenario> =>
  drawn(fences).map(({ where, list }) => scenarioOf('sol-write', where, [[writing(where, list)]]));

type Through = {
  readonly where: Setting;
  readonly written: readonly Part[];
  readonly own: readonly Part[];
  readonly by: CallerName;
};

/** Accounts with lamports written by one program; another executes them with its own and compresses for all. */
export const solExecute = (fences: Fences): fc.Arbitrary<Scenario> =>
  fc
    .record({
      where: setting(fences),
      written: parts,
      own: fc.array(part, { minLength: 1, maxLength: 2 }),
      by: caller,
    })
    .map(({ where, written, own, by }: Through) => {
      const at = byCaller(where, by);
      const execution = calling({
        where: at,
        flags: 'execute',
        data: { outputs: outputsOf(own, at), ...moving(sumOf(written) + sumOf(own), true) },
        sol: { recipient: null },
      });
      return scenarioOf('sol-execute', where, [[writing(where, written)], [execution]]);
    });
