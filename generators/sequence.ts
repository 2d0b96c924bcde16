// Sequences of first set, set and execute by several programs and payers over two contexts, in any order and with any flags.
import fc from 'fast-check';
import type { Invocation, PlannedTransaction } from '../spec/plan';
import type { KeyRole } from '../spec/world';
import type { Generated } from './breaking';
import { executableOutput, outputOf, type OutputDraft } from './entries';
import { invocation, transactionOf, type FlagName, type Setting } from './invocation';
import { freeFlags, type Fences } from './settings';
import { caller } from './values';

type StepDraft = {
  readonly flags: FlagName;
  readonly setting: Setting;
  readonly outputs: readonly OutputDraft[];
  readonly separate: boolean;
};

const flags: fc.Arbitrary<FlagName> = fc.constantFrom(
  'first-set',
  'first-set',
  'set',
  'set',
  'execute',
  'execute',
  'both',
  'none',
);

const step = (fences: Fences): fc.Arbitrary<StepDraft> =>
  fc.record({
    flags,
    setting: fc.record({
      caller,
      payer: fc.constantFrom<KeyRole>(...Array<KeyRole>(9).fill('payer:0'), 'payer:1'),
      tree: fc.constantFrom(1, 1, 1, 1, 2),
      through: fc.constant([]),
      treeFirst: fc.constant(false),
      unusedSlot: fc.constant<KeyRole>('noop'),
      free: freeFlags(fences),
    }),
    outputs: fc.array(executableOutput(fences), {
      minLength: 1,
      maxLength: fences.has('limits/full-context-executes') ? 1 : 2,
    }),
    separate: fc.boolean(),
  });

const PER_TRANSACTION = 3;

const build = ({ flags: name, setting, outputs }: StepDraft): Invocation =>
  invocation({ setting, flags: name, data: { outputs: outputs.map((draft) => outputOf(draft, setting)) } });

const grouped = (steps: readonly StepDraft[]): readonly PlannedTransaction[] => {
  const groups: StepDraft[][] = [];
  for (const draft of steps) {
    const current = groups.at(-1);
    if (current === undefined || draft.separate || current.length === PER_TRANSACTION) groups.push([draft]);
    else current.push(draft);
  }
  return groups.map((group) => transactionOf(group[0]?.setting.payer ?? 'payer:0', ...group.map(build)));
};

/** Two to eight invocations in one to eight transactions. */
export const sequence = (fences: Fences): fc.Arbitrary<Generated> =>
  fc.array(step(fences), { minLength: 2, maxLength: 8 }).map((steps) => ({
    plan: { accounts: [], transactions: grouped(steps) },
    twin: null,
    fenced: [],
  }));
