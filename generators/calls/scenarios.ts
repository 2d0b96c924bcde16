// Valid call graphs: no program twice on the stack, every privilege passed down from the transaction, every PDA signed for by its own program.
import fc from 'fast-check';
import { DATA_SIZE, ownerOfData, type Frame, type ProgramCall } from '../../spec/call';
import type { AccountBefore, Plan } from '../../spec/plan';
import { CALLERS, PROGRAM_NAMES, type KeyRole, type ProgramName } from '../../spec/world';
import { transactionOf } from '../invocation';
import type { Scenario, ScenarioKind } from '../scenario';
import { payer } from '../values';
import { compile, type Choose } from './compile';
import { calling, frameDraft, writing, type FrameDraft } from './draft';

const VAULT_LAMPORTS = 1_000_000_000n;

const keysIn = ({ accounts, steps }: Frame): readonly KeyRole[] => [
  ...accounts.map(({ key }) => key),
  ...steps.flatMap((step) => (step.kind === 'call' ? keysIn(step) : [])),
];

const beforeOf = (key: KeyRole): readonly AccountBefore[] => {
  if (key.startsWith('data:')) return [{ key, owner: ownerOfData(key), size: DATA_SIZE }];
  return key.endsWith(':vault') ? [{ key, lamports: VAULT_LAMPORTS }] : [];
};

/** What has to be there for the graphs: data accounts of their owners, vaults with lamports. */
export const accountsFor = (calls: readonly Frame[]): readonly AccountBefore[] =>
  [...new Set(calls.flatMap(keysIn))].flatMap(beforeOf);

export const planOf = (feePayer: KeyRole, calls: readonly ProgramCall[]): Plan => ({
  accounts: accountsFor(calls),
  transactions: [transactionOf(feePayer, ...calls)],
});

const programOf = (name: ProgramName): KeyRole => `program:${name}`;

/** A program of ours that is not on the stack. */
export const fresh: Choose = (stack, pick) => {
  const free = CALLERS.map(programOf).filter((program) => !stack.includes(program));
  return free[pick % free.length] ?? 'program:E';
};

/** A, B, C and so on, each level the next. */
const inOrder: Choose = (stack) => programOf(PROGRAM_NAMES[stack.length] ?? 'F');

/** Now and then another instruction in front, whose writes a failure has to undo as well. */
const inFront: fc.Arbitrary<readonly FrameDraft[]> = fc.array(frameDraft(0, 2), { maxLength: 1 });

const scenario = (
  kind: ScenarioKind,
  draft: fc.Arbitrary<FrameDraft>,
  choose: Choose,
): fc.Arbitrary<Scenario> =>
  fc.record({ feePayer: payer, draft, before: inFront }).map(({ feePayer, draft: drawn, before }) => {
    const calls = [...before, drawn].map((each) => compile(each, choose));
    return { kind, plan: planOf(feePayer, calls), target: { transaction: 0, instruction: before.length } };
  });

const WIDTH = 4;

/** At least one CPI, up to four programs deep. */
export const calls = (): fc.Arbitrary<Scenario> => scenario('calls', calling(frameDraft(2, WIDTH)), fresh);
/** At least two programs below the transaction's own. */
export const callsDeep = (): fc.Arbitrary<Scenario> =>
  scenario('calls-deep', calling(calling(frameDraft(1, 2))), fresh);
/** As deep as the call stack is high. */
export const callsChain = (): fc.Arbitrary<Scenario> =>
  scenario('calls-chain', calling(calling(calling(calling(writing)))), inOrder);
