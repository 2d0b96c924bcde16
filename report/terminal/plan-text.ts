// Tells a plan in words: who calls, through whom, with which accounts and data, fields at their defaults left out.
import { INITIALIZE_DISCRIMINATOR } from '../../spec/initialize';
import type {
  AccountMeta,
  Initialization,
  Invocation,
  InvokeData,
  Plan,
  PlannedInstruction,
  PlannedTransaction,
  Transfer,
} from '../../spec/plan';
import { showValue } from '../show';
import { slotName } from '../slots';
import { wrap } from './text';

const mode = ({ cpiContext }: InvokeData): string => {
  if (cpiContext === null) return 'no context';
  if (cpiContext.firstSet && cpiContext.set) return 'both flags';
  if (cpiContext.firstSet) return 'first set';
  return cpiContext.set ? 'set' : 'execute';
};

const DULL: ReadonlySet<string> = new Set(['none', 'false', '0', '[]']);

function dataText(data: InvokeData): string {
  const fields = Object.entries(data)
    .filter(([key]) => key !== 'cpiContext')
    .map(([key, value]) => [key, showValue(value, 200)] as const)
    .filter(([, text]) => !DULL.has(text))
    .map(([key, text]) => `${key} ${text}`);
  return fields.join('; ');
}

const flags = ({ signer, writable }: AccountMeta): string =>
  `${signer ? ' signer' : ''}${writable ? ' writable' : ''}`;

const accountsText = (accounts: readonly AccountMeta[], kind: PlannedInstruction['kind']): string => {
  const texts = accounts.map(
    (meta, index) => `${index} ${slotName(index, kind)} = ${meta.key}${flags(meta)}`,
  );
  return wrap(`accounts: ${texts.join('; ')}`, 6, 8);
};

function invocationText(invocation: Invocation): readonly string[] {
  const { kind, caller, through, instruction, accounts, data } = invocation;
  const route = through.length === 0 ? '' : ` through ${through.join(', ')}`;
  return [
    wrap(`program ${caller}${route} calls ${instruction}, ${mode(data)}`, 4, 6),
    accountsText(accounts, kind),
    wrap(`data: ${dataText(data)}`, 6, 8),
  ];
}

function initializationText({ kind, through, accounts, data }: Initialization): readonly string[] {
  const who =
    through.length === 0 ? 'the transaction' : `program ${[...through].reverse().join(' through ')}`;
  const sent = data === INITIALIZE_DISCRIMINATOR ? [] : [wrap(`data: ${showValue(data, 200)}`, 6, 8)];
  return [wrap(`${who} calls InitializeCpiContextAccount`, 4, 6), accountsText(accounts, kind), ...sent];
}

const transferText = ({ lamports, from, to }: Transfer): readonly string[] => [
  `    transfer of ${lamports} lamports from ${from} to ${to}`,
];

function instructionText(instruction: PlannedInstruction): readonly string[] {
  if (instruction.kind === 'transfer') return transferText(instruction);
  return instruction.kind === 'initialize' ? initializationText(instruction) : invocationText(instruction);
}

function transactionText(transaction: PlannedTransaction, index: number): readonly string[] {
  const { feePayer, computeUnitLimit, computeUnitPrice, instructions } = transaction;
  const limit = computeUnitLimit === null ? '' : `, ${computeUnitLimit} compute units`;
  const price = computeUnitPrice === null ? '' : `, priced ${computeUnitPrice}`;
  return [
    `  transaction ${index}, paid by ${feePayer}${limit}${price}`,
    ...instructions.flatMap(instructionText),
  ];
}

/** The plan, some lines per instruction, at most 100 columns. */
export function planText(plan: Plan): string {
  const before = plan.accounts.map((account) => wrap(`before: ${showValue(account, 200)}`, 2, 4));
  return [...before, ...plan.transactions.flatMap(transactionText)].join('\n');
}

const DIFFERENCES = 4;

/** What sets the plan apart from its twin, one line per difference. */
export function differenceText(
  differences: readonly { readonly place: string; readonly twin: unknown; readonly plan: unknown }[],
): readonly string[] {
  const lines = differences
    .slice(0, DIFFERENCES)
    .map(({ place, twin, plan }) => `${place} is ${showValue(plan)} instead of ${showValue(twin)}`);
  const left = differences.length - lines.length;
  return left > 0 ? [...lines, `and ${left} more differences`] : lines;
}
