// Turns a drafted call graph into a plan's: each program is passed what it and its callees need, and no more.
import {
  dataAccountOf,
  type CallStep,
  type Frame,
  type NestedCall,
  type PdaSigner,
  type ProgramCall,
} from '../../spec/call';
import type { AccountMeta } from '../../spec/plan';
import { CALLERS, type KeyRole } from '../../spec/world';
import type { FrameDraft, StepDraft } from './draft';
import { plainMeta, withMeta } from './tree';

/** Which programs a draft's numbers stand for, given the stack. */
export type Choose = (stack: readonly KeyRole[], pick: number) => KeyRole;

const vaultOf = (program: KeyRole): KeyRole | null => {
  const caller = CALLERS.find((name) => program === `program:${name}`);
  return caller === undefined ? null : `pda:${caller}:vault`;
};

type Compiled = { readonly step: CallStep; readonly needs: readonly AccountMeta[] };

/** A caller signs for its own PDA, and is passed it unsigned. */
const passedOn = (
  metas: readonly AccountMeta[],
  program: KeyRole,
): { needs: AccountMeta[]; signers: PdaSigner[] } => {
  const vault = vaultOf(program);
  const isOwn = ({ key, signer }: AccountMeta): boolean => signer && key === vault;
  return {
    needs: metas.map((meta) => (isOwn(meta) ? { ...meta, signer: false } : meta)),
    signers: metas.filter(isOwn).map(({ key }) => ({ pda: key })),
  };
};

function nested(child: FrameDraft, stack: readonly KeyRole[], choose: Choose): Compiled {
  const program = choose(stack, child.pick);
  const frame = compileFrame(child, [...stack, program], choose);
  const { needs, signers } = passedOn(frame.accounts, stack.at(-1) ?? program);
  const step: NestedCall = { kind: 'call', ...frame, signers };
  return { step, needs: withMeta(needs, plainMeta(program)) };
}

function transfer(draft: Extract<StepDraft, { kind: 'transfer' }>, stack: readonly KeyRole[]): Compiled {
  const { fromVault, to, lamports } = draft;
  const vault = vaultOf(stack.at(-1) ?? 'program:A');
  const from: KeyRole = fromVault && vault !== null ? vault : 'wallet:1';
  const own = from === vault;
  return {
    step: { kind: 'transfer', from, to, lamports, signers: own ? [{ pda: from }] : [] },
    needs: [
      plainMeta(from, { signer: !own, writable: true }),
      plainMeta(to, { writable: true }),
      plainMeta('solana-system'),
    ],
  };
}

/** Of the programs above, one that has a PDA to sign with; else a wallet. */
function demanded(pick: number, stack: readonly KeyRole[]): KeyRole {
  const above = stack.slice(0, -1).flatMap((program) => vaultOf(program) ?? []);
  return above[pick % (above.length + 1)] ?? 'wallet:0';
}

function compileStep(draft: StepDraft, stack: readonly KeyRole[], choose: Choose): Compiled {
  switch (draft.kind) {
    case 'call':
      return nested(draft.callee, stack, choose);
    case 'transfer':
      return transfer(draft, stack);
    case 'write': {
      const account = dataAccountOf(stack.at(-1) ?? 'program:A', draft.which);
      const { offset, byte } = draft;
      return {
        step: { kind: 'write', account, offset, byte },
        needs: [plainMeta(account, { writable: true })],
      };
    }
    case 'require': {
      const account = demanded(draft.pick, stack);
      return { step: { kind: 'require', account }, needs: [plainMeta(account, { signer: true })] };
    }
  }
}

function compileFrame({ steps }: FrameDraft, stack: readonly KeyRole[], choose: Choose): Frame {
  const compiled = steps.map((step) => compileStep(step, stack, choose));
  const accounts = compiled.flatMap(({ needs }) => needs).reduce<readonly AccountMeta[]>(withMeta, []);
  return { program: stack.at(-1) ?? 'program:A', accounts, steps: compiled.map(({ step }) => step) };
}

/** The call graph of a draft. */
export const compile = (draft: FrameDraft, choose: Choose): ProgramCall => ({
  kind: 'call',
  ...compileFrame(draft, [choose([], draft.pick)], choose),
});
