// Valid plans without a context: outputs created at once, spending by index, SOL in and out.
import fc from 'fast-check';
import type { OutputAccount } from '../../spec/plan';
import type { KeyRole } from '../../spec/world';
import { outputOf, plainOutput, inputSpending, type OutputDraft } from '../entries';
import { invocation, transactionOf, type Setting } from '../invocation';
import type { Scenario } from '../scenario';
import { setting, type Fences } from '../settings';
import { accountData, movedLamports } from '../values';

const outputs = (minLength: number, maxLength: number): fc.Arbitrary<readonly OutputDraft[]> =>
  fc.array(plainOutput, { minLength, maxLength });

/** One transaction, one invocation that creates outputs. */
export const directIn = (settings: fc.Arbitrary<Setting>): fc.Arbitrary<Scenario> =>
  fc.record({ where: settings, drafts: outputs(1, 4) }).map(({ where, drafts }) => {
    const data = { outputs: drafts.map((draft) => outputOf(draft, where)) };
    const only = invocation({ setting: where, flags: 'none', data });
    return {
      kind: 'direct',
      plan: { accounts: [], transactions: [transactionOf(where.payer, only)] },
      target: { transaction: 0, instruction: 0 },
    };
  });

/** The same in any setting. */
export const direct = (fences: Fences): fc.Arbitrary<Scenario> => directIn(setting(fences));

const ownedOutput = (data: OutputDraft['data'], lamports = 0n): OutputDraft => ({
  data,
  stranger: 'wallet:0',
  lamports,
  address: null,
});

/** The outputs of a first transaction, and which of them a second one spends (at least one). */
export const created = fc.array(fc.record({ data: accountData, spend: fc.boolean() }), {
  minLength: 1,
  maxLength: 3,
});
export type Created = { readonly data: OutputDraft['data']; readonly spend: boolean };

export const createdOutputs = (drafts: readonly Created[], where: Setting): readonly OutputAccount[] =>
  drafts.map(({ data }) => outputOf(ownedOutput(data), where));

export const spendingInputs = (drafts: readonly Created[], where: Setting) =>
  createdOutputs(drafts, where).flatMap((output, offset) =>
    offset === 0 || drafts[offset]?.spend === true ? [inputSpending(output, offset, where)] : [],
  );

/** A transaction that creates outputs, and one that spends some of them by index. */
export const spend = (fences: Fences): fc.Arbitrary<Scenario> =>
  fc
    .record({ where: setting(fences), before: created, after: outputs(0, 2) })
    .map(({ where, before, after }) => {
      const create = invocation({
        setting: where,
        flags: 'none',
        data: { outputs: createdOutputs(before, where) },
      });
      const consume = invocation({
        setting: where,
        flags: 'none',
        data: {
          inputs: spendingInputs(before, where),
          outputs: after.map((draft) => outputOf(draft, where)),
        },
      });
      const transactions = [transactionOf(where.payer, create), transactionOf(where.payer, consume)];
      return {
        kind: 'spend',
        plan: { accounts: [], transactions },
        target: { transaction: 1, instruction: 0 },
      };
    });

/** The same in one transaction: outputs that are spent as soon as they exist. */
export const spendAtOnce = (fences: Fences): fc.Arbitrary<Scenario> =>
  spend(fences).map(({ plan }) => {
    const [first, ...others] = plan.transactions;
    if (first === undefined) throw new Error('A spending plan has a transaction that creates.');
    const instructions = [first, ...others].flatMap((transaction) => transaction.instructions);
    return {
      kind: 'spend-at-once',
      plan: { accounts: [], transactions: [{ ...first, instructions }] },
      target: { transaction: 0, instruction: instructions.length - 1 },
    };
  });

const compressing = (where: Setting, lamports: bigint, data: OutputDraft['data']) =>
  invocation({
    setting: where,
    flags: 'none',
    sol: { recipient: null },
    data: {
      outputs: [outputOf(ownedOutput(data, lamports), where)],
      compressOrDecompressLamports: lamports,
      isCompress: true,
    },
  });

/** SOL compressed into one output. */
export const compress = (fences: Fences): fc.Arbitrary<Scenario> =>
  fc
    .record({ where: setting(fences), lamports: movedLamports, data: accountData })
    .map(({ where, lamports, data }) => ({
      kind: 'compress',
      plan: { accounts: [], transactions: [transactionOf(where.payer, compressing(where, lamports, data))] },
      target: { transaction: 0, instruction: 0 },
    }));

const decompressing = (where: Setting, spent: OutputAccount, recipient: KeyRole) =>
  invocation({
    setting: where,
    flags: 'none',
    sol: { recipient },
    data: {
      inputs: [inputSpending(spent, 0, where)],
      compressOrDecompressLamports: spent.lamports,
      isCompress: false,
    },
  });

/** Other wallets stand in for wrong accounts elsewhere and must not be writable. */
const recipient = fc.constantFrom<KeyRole>('wallet:0', 'wallet:1');

/** SOL compressed, and in a second transaction decompressed to a wallet. */
export const decompress = (fences: Fences): fc.Arbitrary<Scenario> =>
  fc
    .record({ where: setting(fences), lamports: movedLamports, data: accountData, recipient })
    .map(({ where, lamports, data, recipient: to }) => {
      const spent = outputOf(ownedOutput(data, lamports), where);
      const transactions = [
        transactionOf(where.payer, compressing(where, lamports, data)),
        transactionOf(where.payer, decompressing(where, spent, to)),
      ];
      return {
        kind: 'decompress',
        plan: { accounts: [], transactions },
        target: { transaction: 1, instruction: 0 },
      };
    });
