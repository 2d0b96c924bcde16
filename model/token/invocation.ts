// What the token program asks of the system program: an instruction of its own as the call that it makes.
import { DISCRIMINATOR_OF } from '../../spec/layouts';
import type {
  AccountMeta,
  AnyInvocation,
  InputAccount,
  InstructionName,
  InvokeData,
  OutputAccount,
} from '../../spec/plan';
import {
  contextOfTransfer,
  type TokenMintTo,
  type TokenOutput,
  type TokenStep,
  type TokenTransfer,
} from '../../spec/token';
import { ABSENT, type KeyRole } from '../../spec/world';
import type { ModelOptions } from '../options';
import { tokenData } from './data';

const TOKEN: KeyRole = 'program:token';

const meta = (key: KeyRole, flags = ''): AccountMeta => ({
  key,
  signer: flags.includes('s'),
  writable: flags.includes('w'),
});

const slots = (payer: KeyRole, context: KeyRole | null): readonly AccountMeta[] => [
  meta(payer, 'sw'),
  meta('authority:token', 's'),
  meta('registered-program-pda'),
  meta('noop'),
  meta('account-compression-authority'),
  meta('account-compression'),
  meta(TOKEN),
  meta(ABSENT),
  meta(ABSENT),
  meta('solana-system'),
  context === null ? meta(ABSENT) : meta(context, 'w'),
];

const dataOf = (instruction: InstructionName, fields: Partial<InvokeData>): InvokeData => ({
  discriminator: DISCRIMINATOR_OF[instruction],
  lengthPrefix: null,
  proof: null,
  newAddresses: [],
  inputs: [],
  outputs: [],
  relayFee: null,
  compressOrDecompressLamports: null,
  isCompress: false,
  cpiContext: null,
  cutBytes: 0,
  readOnlyAddresses: [],
  readOnlyAccounts: [],
  ...fields,
});

type Asked = Pick<ModelOptions, 'facts' | 'dropped'>;

const OWNED = { owner: TOKEN, lamports: 0n, address: null } as const;

/** A model without the rule expects one token more than there is in what is created. */
const outputOf = (mint: KeyRole, rule: string, { facts, dropped }: Asked) => {
  const more = dropped.has(rule) ? 1n : 0n;
  return ({ owner, amount, treeIndex }: TokenOutput): OutputAccount => ({
    ...OWNED,
    data: tokenData(mint, { owner, amount: amount + more }, facts?.addressOf),
    treeIndex,
  });
};

const calling = (
  instruction: InstructionName,
  accounts: readonly AccountMeta[],
  fields: Partial<InvokeData>,
): AnyInvocation => ({
  kind: 'invocation',
  caller: 'token',
  through: [],
  instruction,
  accounts,
  data: dataOf(instruction, fields),
});

const minting = ({ payer, mint, target, shares }: TokenMintTo, asked: Asked): AnyInvocation => {
  const output = outputOf(mint, 'token/mint-to', asked);
  const outputs = shares.map((share) => output({ ...share, treeIndex: 0 }));
  return calling('InvokeCpi', [...slots(payer, null), meta(target, 'w')], { outputs });
};

const transferring = (transfer: TokenTransfer, asked: Asked): AnyInvocation => {
  const { payer, owner, mint, cpiContext, remaining } = transfer;
  const inputs = transfer.inputs.map(({ amount, ...place }): InputAccount => ({
    ...OWNED,
    data: tokenData(mint, { owner, amount }, asked.facts?.addressOf),
    ...place,
    proveByIndex: true,
    rootIndex: 0,
  }));
  const outputs = transfer.outputs.map(outputOf(mint, 'token/transfer', asked));
  const accounts = [...slots(payer, contextOfTransfer(transfer)), ...remaining];
  return calling('InvokeCpiWithReadOnly', accounts, { inputs, outputs, cpiContext });
};

/** The call of the system program; null where there is none. */
export const callOf = (step: TokenStep, asked: Asked): AnyInvocation | null => {
  if (step.name === 'mint-to') return minting(step, asked);
  return step.name === 'transfer' ? transferring(step, asked) : null;
};
