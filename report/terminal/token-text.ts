// An instruction for the token program or SPL Token as a sentence: who gets how many tokens, on which context.
import { contextOfTransfer, type TokenShare, type TokenStep, type TokenTransfer } from '../../spec/token';
import { countText } from './entry-text';

const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;

const shares = (outputs: readonly TokenShare[]): string =>
  listed(outputs.map(({ owner, amount }) => `${amount} for ${owner}`));

const modeText = (transfer: TokenTransfer): string => {
  const { cpiContext } = transfer;
  const key = contextOfTransfer(transfer);
  if (cpiContext === null) return '';
  if (cpiContext.firstSet)
    return ` as ${cpiContext.set ? 'first set and set at once' : 'first set'} on ${key}`;
  return cpiContext.set ? ` as set on ${key}` : ` to execute ${key}`;
};

const moveText = ({ move }: TokenTransfer): string => {
  if (move === null) return '';
  const [verb, way] = move.direction === 'compress' ? ['compressing', 'from'] : ['decompressing', 'to'];
  return `, ${verb} ${move.amount} ${way} ${move.account}`;
};

const transferText = (transfer: TokenTransfer): string => {
  const { owner, mint, inputs, outputs, payer } = transfer;
  const spent =
    inputs.length === 0
      ? 'nothing'
      : listed(inputs.map(({ amount, leafOffset }) => `${amount} (leaf +${leafOffset})`));
  const created = outputs.length === 0 ? 'nothing' : shares(outputs);
  return `the token program transfers ${mint}${modeText(transfer)}: ${owner} spends ${spent}; created are ${created}${moveText(transfer)}; ${payer} pays`;
};

/** The whole sentence. */
export function tokenText(step: TokenStep): string {
  switch (step.name) {
    case 'create-mint':
      return `SPL Token makes ${step.mint} a mint of ${step.authority}`;
    case 'open-account':
      return `SPL Token makes ${step.account} an account of ${step.owner} for ${step.mint}`;
    case 'mint-spl':
      return `SPL Token mints ${step.amount} of ${step.mint} to ${step.account}`;
    case 'create-pool':
      return `the token program makes the pool of ${step.mint}; ${step.payer} pays`;
    case 'mint-to':
      return `the token program mints ${step.mint} to ${step.target}: ${shares(step.shares)}; ${step.payer} pays`;
    case 'transfer':
      return transferText(step);
  }
}

/** The same in few words, for lists. */
export const briefToken = (step: TokenStep): string =>
  step.name === 'transfer'
    ? `token transfer${modeText(step)} with ${countText(step.inputs.length, 'input')} and ${countText(step.outputs.length, 'output')}`
    : `token ${step.name}`;
