// Valid plans that drive the CPI context: first set, set, execute; in one transaction or several, by several programs.
import fc from 'fast-check';
import type { Invocation, InvokeData, PlannedTransaction } from '../../spec/plan';
import { OWN_LEAVES_FIRST } from '../../spec/versions';
import type { CallerName } from '../../spec/world';
import {
  executableOutput,
  inputOf,
  newAddress,
  outputOf,
  plainOutput,
  storedInput,
  storedOutput,
  type InputDraft,
  type OutputDraft,
} from '../entries';
import { FLAGS, invocation, transactionOf, type FlagName, type Setting } from '../invocation';
import type { Scenario, ScenarioKind } from '../scenario';
import { setting, type Fences } from '../settings';
import { caller, optional, proofHex } from '../values';
import { created, createdOutputs, spendingInputs } from './direct';

export type WriteDraft = {
  readonly by: CallerName;
  readonly outputs: readonly OutputDraft[];
  readonly inputs: readonly InputDraft[];
  readonly newAddresses: InvokeData['newAddresses'];
  readonly proof: string | null;
  readonly index: number;
  /** Whether a new transaction begins before this write. */
  readonly separate: boolean;
};

const rarelyIndex = fc.nat(9).map((value) => (value < 8 ? 0 : value));

const anyWrite: fc.Arbitrary<WriteDraft> = fc.record({
  by: caller,
  outputs: fc.array(storedOutput, { minLength: 0, maxLength: 3 }),
  inputs: fc.array(storedInput, { maxLength: 3 }),
  newAddresses: fc.array(newAddress, { maxLength: 2 }),
  proof: optional(proofHex),
  index: rarelyIndex,
  separate: fc.boolean(),
});

/** A write that can be executed afterwards: outputs only, nothing that needs a proof. */
export const executableWrite = (fences: Fences): fc.Arbitrary<WriteDraft> =>
  fc.record({
    by: caller,
    outputs: fc.array(executableOutput(fences), { minLength: 1, maxLength: 2 }),
    inputs: fc.constant([]),
    newAddresses: fc.constant([]),
    proof: optional(proofHex),
    index: rarelyIndex,
    separate: fc.boolean(),
  });

const PLACEHOLDER: OutputDraft = { data: null, stranger: 'wallet:0', lamports: 0n, address: null };

export const bringsSomething = (draft: WriteDraft): WriteDraft =>
  draft.outputs.length + draft.inputs.length + draft.newAddresses.length > 0
    ? draft
    : { ...draft, outputs: [PLACEHOLDER] };

/** The same place, called by another program. */
export const byCaller = (where: Setting, by: CallerName): Setting => ({
  ...where,
  caller: by,
  through: where.through.filter((outer) => outer !== by),
});

export const writeOf = (where: Setting, draft: WriteDraft, flags: FlagName): Invocation => {
  const at = byCaller(where, draft.by);
  const cpiContext = FLAGS[flags];
  const data: Partial<InvokeData> = {
    cpiContext: cpiContext === null ? null : { ...cpiContext, index: draft.index },
    proof: draft.proof,
    outputs: draft.outputs.map((output) => outputOf(output, at)),
    inputs: draft.inputs.map((input) => inputOf(input, at)),
    newAddresses: draft.newAddresses,
  };
  return invocation({ setting: at, flags, data });
};

export type Step = { readonly invocation: Invocation; readonly separate: boolean };

/** At most this many invocations share a transaction, which keeps it below the packet limit. */
export const PER_TRANSACTION = 3;

export const grouped = (where: Setting, steps: readonly Step[]): readonly PlannedTransaction[] => {
  const groups: Invocation[][] = [];
  for (const step of steps) {
    const current = groups.at(-1);
    if (current === undefined || step.separate || current.length === PER_TRANSACTION)
      groups.push([step.invocation]);
    else current.push(step.invocation);
  }
  return groups.map((group) => transactionOf(where.payer, ...group));
};

export const scenarioOf = (kind: ScenarioKind, transactions: readonly PlannedTransaction[]): Scenario => ({
  kind,
  plan: { accounts: [], transactions },
  target: {
    transaction: transactions.length - 1,
    instruction: (transactions.at(-1)?.instructions.length ?? 1) - 1,
  },
});

export const writesOf = (where: Setting, drafts: readonly WriteDraft[]): readonly Step[] =>
  drafts.map((draft, position) => ({
    invocation: writeOf(
      where,
      position === 0 ? bringsSomething(draft) : draft,
      position === 0 ? 'first-set' : 'set',
    ),
    separate: draft.separate,
  }));

const emptied = (draft: WriteDraft): WriteDraft => ({ ...draft, outputs: [], inputs: [], newAddresses: [] });

/** One write that begins a context; without its fence, now and then one that brings nothing. */
export const firstSet = (fences: Fences): fc.Arbitrary<Scenario> =>
  fc.record({ where: setting(fences), draft: anyWrite, empty: fc.nat(19) }).map(({ where, draft, empty }) => {
    const mayBeEmpty = !fences.has('modes/write-needs-no-content') && empty === 19;
    const content = mayBeEmpty ? emptied(draft) : bringsSomething(draft);
    return scenarioOf('first-set', [transactionOf(where.payer, writeOf(where, content, 'first-set'))]);
  });

/** A first set of outputs only, which could be executed as it stands. */
export const firstSetPlain = (fences: Fences): fc.Arbitrary<Scenario> =>
  fc
    .record({ where: setting(fences), draft: executableWrite(fences) })
    .map(({ where, draft }) =>
      scenarioOf('first-set-plain', [
        transactionOf(where.payer, writeOf(where, { ...draft, proof: null }, 'first-set')),
      ]),
    );

/** A first set and one to three further writes; the last is the target. */
export const set = (fences: Fences): fc.Arbitrary<Scenario> =>
  fc
    .record({ where: setting(fences), drafts: fc.array(anyWrite, { minLength: 2, maxLength: 4 }) })
    .map(({ where, drafts }) => scenarioOf('set', grouped(where, writesOf(where, drafts))));

export const executor = fc.record({
  by: caller,
  outputs: fc.array(plainOutput, { minLength: 0, maxLength: 2 }),
  separate: fc.boolean(),
  index: rarelyIndex,
});
type ExecutorDraft = Omit<WriteDraft, 'inputs' | 'newAddresses' | 'proof'>;

const executeOf = (fences: Fences, where: Setting, draft: ExecutorDraft): Step => {
  const full: WriteDraft = { ...draft, inputs: [], newAddresses: [], proof: null };
  const content = fences.has('modes/execute-needs-no-content') ? bringsSomething(full) : full;
  return { invocation: writeOf(where, content, 'execute'), separate: draft.separate };
};

/** One to three writes and their execution, which is the target. */
export const executeIn = (settings: fc.Arbitrary<Setting>, fences: Fences): fc.Arbitrary<Scenario> =>
  fc
    .record({
      where: settings,
      drafts: fc.array(executableWrite(fences), { minLength: 1, maxLength: 3 }),
      last: executor,
    })
    .map(({ where, drafts, last }) =>
      scenarioOf('execute', grouped(where, [...writesOf(where, drafts), executeOf(fences, where, last)])),
    );

/** The same in any setting. */
export const execute = (fences: Fences): fc.Arbitrary<Scenario> => executeIn(setting(fences), fences);

/** Outputs created, then spent through the context: the first set brings the inputs. */
export const executeSpend = (fences: Fences): fc.Arbitrary<Scenario> =>
  fc.record({ where: setting(fences), before: created, last: executor }).map(({ where, before, last }) => {
    const outputs = createdOutputs(before, where);
    const create = invocation({ setting: where, flags: 'none', data: { outputs } });
    const write = invocation({
      setting: where,
      flags: 'first-set',
      data: { inputs: spendingInputs(before, where) },
    });
    const steps = [{ invocation: write, separate: true }, executeOf(fences, where, last)];
    return scenarioOf('execute-spend', [transactionOf(where.payer, create), ...grouped(where, steps)]);
  });

/** How many leaves of the execution itself come before those of the context. */
const leavesInFront = ({ invocation: { data } }: Step, fences: Fences): number =>
  fences.has(OWN_LEAVES_FIRST) ? data.outputs.length : 0;

const behind = (inputs: InvokeData['inputs'], by: number): InvokeData['inputs'] =>
  inputs.map((input) => ({ ...input, leafOffset: input.leafOffset + by }));

/** An output written to a context, created by the execution, and then spent by index: it must be the very account. */
export const spendWritten = (fences: Fences): fc.Arbitrary<Scenario> =>
  fc.record({ where: setting(fences), before: created, last: executor }).map(({ where, before, last }) => {
    const outputs = createdOutputs(before, where);
    const write = invocation({ setting: where, flags: 'first-set', data: { outputs } });
    const execution = executeOf(fences, where, last);
    const spend = invocation({
      setting: where,
      flags: 'none',
      data: { inputs: behind(spendingInputs(before, where), leavesInFront(execution, fences)) },
    });
    const steps = [{ invocation: write, separate: true }, execution];
    return scenarioOf('spend-written', [...grouped(where, steps), transactionOf(where.payer, spend)]);
  });
