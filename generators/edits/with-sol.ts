// SOL beside what an edit is about: the target compresses into one of its outputs, or decompresses what its plan put into an input.
import fc from 'fast-check';
import { FIXED_SLOTS } from '../../spec/invoke-cpi';
import type { Invocation, OutputAccount, PlannedInstruction } from '../../spec/plan';
import type { Mutation } from '../edit';
import { anyPosition, changedAt, type Position } from '../positions';
import { targetOf, withTarget, type Scenario } from '../scenario';
import type { KeyRole } from '../../spec/world';
import { movedLamports, oneInThree } from '../values';
import { amount, both, inSlot, keepAll, payerOf, POOL, writable } from './sol/parts';

/** Where SOL goes: the payer of the valid plan, or a wallet; other wallets stand in for wrong accounts elsewhere. */
const recipientIn = (scenario: Scenario, isPayer: boolean): KeyRole =>
  isPayer ? payerOf(scenario) : 'wallet:0';

/** A write moves nothing, a target that moves SOL already needs no more, and others than InvokeCpi have other slots. */
const fits = (scenario: Scenario): boolean => {
  const { instruction, data } = targetOf(scenario);
  const writes = data.cpiContext?.set === true || data.cpiContext?.firstSet === true;
  return instruction === 'InvokeCpi' && !writes && data.compressOrDecompressLamports === null;
};

const bareOutput = ({ accounts }: Invocation): OutputAccount => {
  const remaining = accounts.slice(FIXED_SLOTS);
  const queue = remaining.findIndex(({ key }) => key.startsWith('queue:'));
  return { owner: 'wallet:0', lamports: 0n, address: null, data: null, treeIndex: Math.max(0, queue) };
};

const intoOutput =
  (lamports: bigint, at: Position): Mutation =>
  (scenario) =>
    withTarget(scenario, (invocation) => {
      const { outputs } = invocation.data;
      const some = outputs.length === 0 ? [bareOutput(invocation)] : outputs;
      return {
        ...invocation,
        data: { ...invocation.data, outputs: changedAt(some, at, () => ({ lamports })) },
      };
    });

/** The target brings SOL in, for one of its outputs; it gets one where it has none. */
const compressing = (lamports: bigint, at: Position): Mutation =>
  both(intoOutput(lamports, at), amount(lamports, true), POOL);

/** The first account of the plan is created with lamports, and spent with them. */
const funded =
  (lamports: bigint): Mutation =>
  (scenario) => {
    const fund = (item: PlannedInstruction, isFirst: boolean): PlannedInstruction => {
      if (item.kind !== 'invocation') return item;
      const { inputs, outputs } = item.data;
      const first: Position = () => 0;
      return isFirst
        ? { ...item, data: { ...item.data, outputs: changedAt(outputs, first, () => ({ lamports })) } }
        : { ...item, data: { ...item.data, inputs: changedAt(inputs, first, () => ({ lamports })) } };
    };
    const transactions = scenario.plan.transactions.map((transaction, at) => ({
      ...transaction,
      instructions: transaction.instructions.map((item, position) => fund(item, at + position === 0)),
    }));
    return { ...scenario, plan: { ...scenario.plan, transactions } };
  };

const FIRST = { transaction: 0, instruction: 0 };
const asTarget =
  (target: Scenario['target'], mutate: Mutation): Mutation =>
  (scenario) => ({ ...mutate({ ...scenario, target }), target: scenario.target });

/** Slots 7 and 8 are given, for that many lamports. */
const out =
  (lamports: bigint, toPayer: boolean): Mutation =>
  (scenario) =>
    both(
      amount(lamports, false),
      POOL,
      inSlot('decompression_recipient', writable(recipientIn(scenario, toPayer))),
    )(scenario);

/** The target takes SOL out that the plan's first invocation compressed for what is spent. */
const decompressing = (lamports: bigint, toPayer: boolean): Mutation =>
  both(funded(lamports), asTarget(FIRST, both(amount(lamports, true), POOL)), out(lamports, toPayer));

/** Plans whose first transaction creates what another one spends, by index. */
const CREATING: ReadonlySet<string> = new Set(['spend', 'execute-own', 'execute-spend']);

/** Where nothing is spent that could hold any, no lamports go out, to the same accounts. */
const takingOut = (lamports: bigint, { kind }: Scenario, toPayer: boolean): Mutation =>
  CREATING.has(kind) ? decompressing(lamports, toPayer) : out(0n, toPayer);

const anyMove: fc.Arbitrary<Mutation> = fc
  .record({ lamports: movedLamports, at: anyPosition, isOut: fc.boolean(), toPayer: oneInThree })
  .map(({ lamports, at, isOut, toPayer }): Mutation => (scenario) => {
    if (!fits(scenario)) return scenario;
    return (isOut ? takingOut(lamports, scenario, toPayer) : compressing(lamports, at))(scenario);
  });

/** Every other plan moves SOL besides, where it can: into the pool or out of it. */
export const maybeSol: fc.Arbitrary<Mutation> = fc.oneof(fc.constant(keepAll), anyMove);
