// One instruction of a plan as a sentence in the documents' words: who calls in which mode, and what it brings.
import { slotIndexOf } from '../../spec/layouts';
import { INITIALIZE_DISCRIMINATOR } from '../../spec/initialize';
import { REINITIALIZE_DISCRIMINATOR } from '../../spec/invoke-cpi';
import type { AccountMeta, Initialization, Invocation, PlannedInstruction, Transfer } from '../../spec/plan';
import { initializationAccounts, isReinitialization } from '../../spec/reinitialize';
import { ABSENT, type KeyRole } from '../../spec/world';
import type { Step } from '../history';
import { showValue } from '../show';
import { briefCall, callText } from './call-text';
import { broughtText, countText, nameIn } from './entry-text';
import { oddities } from './oddities';
import { wrap } from './text';
import { briefToken, tokenText } from './token-text';

/** What slot 10 names; `no context account` where it says absent or does not exist. */
const contextText = (invocation: Invocation): string => {
  const key = invocation.accounts[slotIndexOf(invocation, 'cpi_context_account')]?.key;
  return key === undefined || key === ABSENT ? 'no context account' : key;
};

/** The modes of CPI_CONTEXT.md, Modes. */
function modeText(invocation: Invocation): string {
  const { cpiContext } = invocation.data;
  const key = contextText(invocation);
  if (cpiContext === null)
    return key === 'no context account' ? 'without a context' : `without context data, but with ${key}`;
  if (cpiContext.firstSet)
    return `as ${cpiContext.set ? 'first set and set at once' : 'first set'} on ${key}`;
  return cpiContext.set ? `as set on ${key}` : `to execute ${key}`;
}

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;

const slotsText = ({ mode }: Invocation): string => (mode === 'v2' ? ' (accounts by options)' : '');

function invocationText(invocation: Invocation, payer: KeyRole): string {
  const { caller, through, direct, instruction, data } = invocation;
  const route =
    through.length === 0
      ? ''
      : `, itself called by ${through.map((name) => `program ${name}`).join(' through ')},`;
  const brought = broughtText(data, nameIn(invocation));
  const content = brought.length === 0 ? 'bringing nothing' : `with ${listed(brought)}`;
  const odd = oddities(invocation, payer);
  const but = odd.length === 0 ? '' : `; unusual: ${odd.join('; ')}`;
  const who = direct ? 'the transaction' : `program ${caller}${route}`;
  const how = instruction === 'Invoke' ? '' : ` ${modeText(invocation)}`;
  return `${who} calls ${instruction}${slotsText(invocation)}${how} ${content}${but}`;
}

const flagsText = ({ signer, writable }: AccountMeta): string =>
  `${signer ? ' signer' : ''}${writable ? ' writable' : ''}`;

function initializationText(item: Initialization): string {
  const { through, accounts, data } = item;
  const who =
    through.length === 0 ? 'the transaction' : `program ${[...through].reverse().join(' through ')}`;
  const again = isReinitialization(item);
  const names = initializationAccounts(item);
  const given = accounts.map((meta, index) => `${names[index] ?? 'extra'} = ${meta.key}${flagsText(meta)}`);
  const usual = again ? REINITIALIZE_DISCRIMINATOR : INITIALIZE_DISCRIMINATOR;
  const sent = data === usual ? '' : `; data: ${showValue(data, 200)}`;
  const called = again ? 'ReInitCpiContextAccount' : 'InitializeCpiContextAccount';
  return `${who} calls ${called} with ${given.length === 0 ? 'no account' : given.join(', ')}${sent}`;
}

const transferText = ({ lamports, from, to }: Transfer): string =>
  `transfer of ${lamports} lamports from ${from} to ${to}`;

/** One instruction in a sentence without its number; `payer` is the transaction's fee payer. */
export function stepSentence(instruction: PlannedInstruction, payer: KeyRole): string {
  if (instruction.kind === 'transfer') return transferText(instruction);
  if (instruction.kind === 'call') return callText(instruction);
  if (instruction.kind === 'token') return tokenText(instruction);
  return instruction.kind === 'initialize'
    ? initializationText(instruction)
    : invocationText(instruction, payer);
}

/** `2. program B calls InvokeCpi as set on context:1 with 1 output (...)`, at most 100 columns. */
export const stepText = (step: Step, payer: KeyRole): string => wrap(wholeStep(step, payer), 4, 7);

/** The same on one line. */
export const wholeStep = ({ number, instruction }: Step, payer: KeyRole): string =>
  `${number}. ${stepSentence(instruction, payer)}`;

/** By which instruction, where it is not InvokeCpi, and in which mode. */
function briefHow(invocation: Invocation): string {
  const { instruction } = invocation;
  const by = instruction === 'InvokeCpi' ? '' : ` by ${instruction}${slotsText(invocation)}`;
  return instruction === 'Invoke' ? by : `${by} ${modeText(invocation)}`;
}

/** The same in few words, for lists. */
export function briefStep({ number, instruction }: Step): string {
  if (instruction.kind === 'transfer') return `${number}. transfer`;
  if (instruction.kind === 'initialize')
    return `${number}. ${isReinitialization(instruction) ? 're-initialisation' : 'initialisation'}`;
  if (instruction.kind === 'call') return `${number}. ${briefCall(instruction)}`;
  if (instruction.kind === 'token') return `${number}. ${briefToken(instruction)}`;
  const { inputs, outputs, newAddresses } = instruction.data;
  const counts = [
    countText(newAddresses.length, 'new address'),
    countText(inputs.length, 'input'),
    countText(outputs.length, 'output'),
  ].filter((text) => !text.startsWith('0 '));
  const content = counts.length === 0 ? '' : ` with ${listed(counts)}`;
  const who = instruction.direct ? 'the transaction' : `program ${instruction.caller}`;
  return `${number}. ${who}${briefHow(instruction)}${content}`;
}
