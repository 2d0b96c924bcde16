// A call graph as text: who calls whom with which accounts, what each program does, and what is unusual about it.
import type { CallStep, Frame, NestedCall, NestedTransfer, PdaSigner, ProgramCall } from '../../spec/call';
import type { AccountMeta } from '../../spec/plan';
import type { KeyRole } from '../../spec/world';

const nameOf = (program: KeyRole): string => program.replace('program:', '');

const flags = ({ signer, writable }: AccountMeta): string =>
  `${signer ? ' signer' : ''}${writable ? ' writable' : ''}`;

const flagOf = (frame: Frame, key: KeyRole): AccountMeta | undefined =>
  frame.accounts.find((meta) => meta.key === key);

/** What a caller gives to its callee that it was not given itself: the privileges that escalate. */
function beyond(parent: Frame, { key, signer, writable }: AccountMeta): string {
  const own = flagOf(parent, key);
  if (own === undefined) return `, which ${nameOf(parent.program)} had not been passed`;
  if (writable && !own.writable) return `, which ${nameOf(parent.program)} had been passed read-only`;
  return signer && !own.signer && !key.startsWith('pda:')
    ? `, which ${nameOf(parent.program)} had been passed without a signature`
    : '';
}

const isCallee = ({ key }: AccountMeta): boolean => key.startsWith('program:') || key === 'solana-system';

/** Programs that are only listed to be called are left out. */
const accountsText = (accounts: readonly AccountMeta[], parent: Frame | null): string => {
  const listed = accounts.filter((meta) => !isCallee(meta) || meta.signer || meta.writable);
  const texts = listed.map(
    (meta) => `${meta.key}${flags(meta)}${parent === null ? '' : beyond(parent, meta)}`,
  );
  return texts.length === 0 ? '' : ` with ${texts.join(', ')}`;
};

const signerText = (parent: Frame, { pda, flaw }: PdaSigner): string => {
  const owner = pda.split(':')[1] ?? '';
  const wrong = flaw === undefined ? '' : ` (wrong: ${flaw})`;
  return `${nameOf(parent.program)} signing for ${pda}${owner === nameOf(parent.program) ? '' : `, a PDA of ${owner}`}${wrong}`;
};

const signersText = (parent: Frame, signers: readonly PdaSigner[]): string =>
  signers.length === 0 ? '' : `, ${signers.map((signer) => signerText(parent, signer)).join(', ')}`;

const dataText = ({ data }: NestedCall | NestedTransfer): string =>
  data === undefined ? '' : `, instruction data ${data}`;

const callStepText = (step: NestedCall, parent: Frame): string =>
  `calls ${nameOf(step.program)}${accountsText(step.accounts, parent)}${signersText(parent, step.signers)}${dataText(step)}${insideText(step)}`;

const transferStepText = (step: NestedTransfer, parent: Frame): string =>
  `transfers ${step.lamports} lamports from ${step.from} to ${step.to}${step.swapped ? ', accounts swapped' : ''}${signersText(parent, step.signers)}${dataText(step)}`;

function stepText(step: CallStep, parent: Frame): string {
  switch (step.kind) {
    case 'call':
      return callStepText(step, parent);
    case 'transfer':
      return transferStepText(step, parent);
    case 'write': {
      const taken = step.at === undefined ? undefined : parent.accounts[step.at]?.key;
      return `writes ${step.byte} to byte ${step.offset} of ${taken === undefined || taken === step.account ? step.account : `${taken}, taking it for ${step.account}`}`;
    }
    case 'require':
      return `demands the signature of ${step.account}`;
    case 'fail':
      return `fails with ${step.code}`;
  }
}

const stepsText = (frame: Frame): string => frame.steps.map((step) => stepText(step, frame)).join('; ');
/** What the callee does, in brackets: nested as the calls are. */
const insideText = (frame: Frame): string =>
  frame.steps.length === 0 ? '' : `, where ${nameOf(frame.program)} [${stepsText(frame)}]`;

/** `program A with data:1 writable calls B with data:1, where B [writes 3 to byte 0 of data:1]`. */
export function callText(call: ProgramCall): string {
  const steps = call.steps.length === 0 ? 'does nothing' : stepsText(call);
  return `program ${nameOf(call.program)}${accountsText(call.accounts, null)} ${steps}`;
}

const briefFrame = (frame: Frame): string => {
  const called = frame.steps.flatMap((step) => (step.kind === 'call' ? [briefFrame(step)] : []));
  return `${nameOf(frame.program)}${called.length === 0 ? '' : ` -> ${called.length === 1 ? (called[0] ?? '') : `(${called.join(', ')})`}`}`;
};

/** `A -> (B -> C, D)`. */
export const briefCall = (call: ProgramCall): string => briefFrame(call);
