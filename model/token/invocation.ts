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
import { ABSENT, isV1, type KeyRole } from '../../spec/world';
import type { ModelOptions } from '../options';
import { tokenData, type Form } from './data';

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

type Asked = Pick<ModelOptions, 'facts' | 'dropped' | 'shape'>;

/** As an account of the tree or queue of that name is written. */
const formAt = (key: KeyRole | undefined, { facts, shape }: Asked): Form => ({
  addressOf: facts?.addressOf,
  form: key === undefined || isV1(key) ? 'plain' : (shape.tokensInV2 ?? 'plain'),
});

const OWNED = { owner: TOKEN, lamports: 0n, address: null } as const;

/** A model without the rule expects one token more than there is in what is created. */
const outputOf = (
  {
    mint,
    rule,
    target,
  }: { readonly mint: KeyRole; readonly rule: string; readonly target?: KeyRole | undefined },
  { owner, amount, treeIndex }: TokenOutput,
  asked: Asked,
): OutputAccount => {
  const share = { owner, amount: amount + (asked.dropped.has(rule) ? 1n : 0n) };
  return { ...OWNED, data: tokenData(mint, share, formAt(target, asked)), treeIndex };
};

type Call = {
  readonly instruction: InstructionName;
  readonly accounts: readonly AccountMeta[];
  readonly fields: Partial<InvokeData>;
};

const calling = ({ instruction, accounts, fields }: Call, { shape }: Asked): AnyInvocation => ({
  kind: 'invocation',
  caller: 'token',
  through: [],
  instruction,
  accounts,
  data: dataOf(instruction, {
    ...fields,
    ...(!shape.features.has('documented-layout') && { signerSeeds: true }),
  }),
});

const minting = ({ payer, mint, target, shares }: TokenMintTo, asked: Asked): AnyInvocation => {
  const to = { mint, rule: 'token/mint-to', target };
  const outputs = shares.map((share) => outputOf(to, { ...share, treeIndex: 0 }, asked));
  const accounts = [...slots(payer, null), meta(target, 'w')];
  return calling({ instruction: 'InvokeCpi', accounts, fields: { outputs } }, asked);
};

const transferring = (transfer: TokenTransfer, asked: Asked): AnyInvocation => {
  const { payer, owner, mint, cpiContext, remaining } = transfer;
  const inputs = transfer.inputs.map(({ amount, rootIndex, ...place }): InputAccount => ({
    ...OWNED,
    data: tokenData(mint, { owner, amount }, formAt(remaining[place.treeIndex]?.key, asked)),
    ...place,
    proveByIndex: rootIndex === undefined,
    rootIndex: rootIndex ?? 0,
  }));
  const outputs = transfer.outputs.map((output) =>
    outputOf({ mint, rule: 'token/transfer', target: remaining[output.treeIndex]?.key }, output, asked),
  );
  const accounts = [...slots(payer, contextOfTransfer(transfer)), ...remaining];
  const instruction = asked.shape.tokensByInvokeCpi === true ? 'InvokeCpi' : 'InvokeCpiWithReadOnly';
  const fields = { inputs, outputs, cpiContext, proof: transfer.proof ?? null };
  return calling({ instruction, accounts, fields }, asked);
};

/** The call of the system program; null where there is none. */
export const callOf = (step: TokenStep, asked: Asked): AnyInvocation | null => {
  if (step.name === 'mint-to') return minting(step, asked);
  return step.name === 'transfer' ? transferring(step, asked) : null;
};
