// Several programs write to a context in one order and in another, and one executes it or nobody does.
import fc from 'fast-check';
import type { AccountData, InputAccount, Invocation, OutputAccount, Plan } from '../../spec/plan';
import { V1_TREES_ONLY } from '../../spec/versions';
import { CALLERS, type CallerName } from '../../spec/world';
import type { Generated } from '../breaking';
import {
  DATALESS,
  inputSpending,
  isDataless,
  keptExecutable,
  outputOf,
  plainOutput,
  type OutputDraft,
} from '../entries';
import { invocation, transactionOf, type FlagName, type Setting } from '../invocation';
import { byCaller, grouped } from '../scenarios/context';
import { setting, type Fences } from '../settings';
import { accountData } from '../values';
import { planOf, roads, withComputeUnits } from './roads';

type Writer = {
  readonly by: CallerName;
  readonly outputs: readonly OutputDraft[];
  /** What it spends: created in front of everything else. */
  readonly spends: AccountData | null;
  readonly separate: boolean;
};

const rarely = fc.nat(4).map((dice) => dice === 4);

const one: fc.Arbitrary<readonly OutputDraft[]> = fc.tuple(plainOutput);
const writer = (by: CallerName, fences: Fences): fc.Arbitrary<Writer> =>
  fc.record({
    by: fc.constant(by),
    outputs: fc.oneof(one, one, fc.tuple(plainOutput, plainOutput)),
    spends: fences.has(V1_TREES_ONLY)
      ? fc.constant(null)
      : fc.oneof(fc.constant(null), fc.constant(null), accountData),
    separate: rarely,
  });

type Written = {
  readonly writer: Writer;
  readonly inputs: readonly InputAccount[];
  readonly created: readonly OutputAccount[];
};

/** What each writer spends, at the place where the creating invocations put it. */
const written = (where: Setting, writers: readonly Writer[]): readonly Written[] => {
  let offset = 0;
  return writers.map((one) => {
    if (one.spends === null) return { writer: one, inputs: [], created: [] };
    const at = byCaller(where, one.by);
    const output = outputOf({ data: one.spends, stranger: 'wallet:0', lamports: 0n, address: null }, at);
    return { writer: one, inputs: [inputSpending(output, offset++, at)], created: [output] };
  });
};

const writeOf = (
  where: Setting,
  { writer: { by, outputs }, inputs }: Written,
  flags: FlagName,
): Invocation => {
  const at = byCaller(where, by);
  return invocation({ setting: at, flags, data: { inputs, outputs: outputs.map((o) => outputOf(o, at)) } });
};

const creating = (where: Setting, { writer: { by }, created }: Written): readonly Invocation[] =>
  created.length === 0
    ? []
    : [invocation({ setting: byCaller(where, by), flags: 'none', data: { outputs: created } })];

type Draft = {
  readonly where: Setting;
  readonly last: OutputDraft;
  readonly isExecuted: boolean;
  readonly separate: boolean;
};

const planIn = (order: readonly Written[], made: Draft, before: readonly Invocation[]): Plan => {
  const { where, last, isExecuted, separate } = made;
  const writes = order.map((one, position) => ({
    invocation: writeOf(where, one, position === 0 ? 'first-set' : 'set'),
    separate: one.writer.separate,
  }));
  const execution = invocation({
    setting: where,
    flags: 'execute',
    data: { outputs: [outputOf(last, where)] },
  });
  const steps = isExecuted ? [...writes, { invocation: execution, separate }] : writes;
  const spent = order.map(({ inputs }) => inputs).find((inputs) => inputs[0]?.leafOffset === 0);
  const owner = order.find(({ inputs }) => inputs === spent)?.writer.by ?? where.caller;
  const again = invocation({ setting: byCaller(where, owner), flags: 'none', data: { inputs: spent ?? [] } });
  return withComputeUnits(
    planOf([
      ...grouped(where, [...before.map((one) => ({ invocation: one, separate: false })), ...steps]),
      ...(isExecuted && spent !== undefined ? [transactionOf(where.payer, again)] : []),
    ]),
  );
};

/** With its fence up, what is written and then executed has data. */
const kept = (writers: readonly Writer[], { isExecuted }: Draft, fences: Fences): readonly Writer[] =>
  isExecuted
    ? writers.map((one) => ({ ...one, outputs: one.outputs.map((output) => keptExecutable(output, fences)) }))
    : writers;

const fencedIn = (writers: readonly Writer[], { isExecuted }: Draft, fences: Fences): readonly string[] =>
  isExecuted && writers.some(({ outputs }) => outputs.some((output) => isDataless(output, fences)))
    ? [DATALESS]
    : [];

const shuffled = fc.oneof(
  fc.shuffledSubarray([...CALLERS], { minLength: 2, maxLength: 2 }),
  fc.shuffledSubarray([...CALLERS], { minLength: 3 }),
);

/** Two to four programs in one order and in another; executed in two cases of three. */
export const orderOfWriters = (fences: Fences): fc.Arbitrary<Generated> =>
  fc
    .record({
      where: setting(fences),
      writers: shuffled.chain((names) => fc.tuple(...names.map((name) => writer(name, fences)))),
      turn: fc.nat(100),
      last: plainOutput,
      isExecuted: fc.nat(2).map((value) => value < 2),
      separate: rarely,
    })
    .map(({ where, writers, turn, ...rest }) => {
      const made = { where, ...rest };
      const first = written(where, kept(writers, made, fences));
      const before = first.flatMap((one) => creating(where, one));
      const by = 1 + (turn % (first.length - 1));
      const turned = [...first.slice(by), ...first.slice(0, by)];
      const second = turn % 2 === 0 || first.length === 2 ? turned : first.toReversed();
      return roads(
        planIn(first, made, before),
        planIn(second, made, before),
        fencedIn(writers, made, fences),
      );
    });
