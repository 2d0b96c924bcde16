// The entries that an invocation means where its layout has no field for what a plan says: owners, addresses, no data.
import type { ContextState, StoredInput, StoredOutput } from '../spec/context-state';
import type { AccountData, AnyInvocation } from '../spec/plan';
import type { KeyRole } from '../spec/world';

type Entries = Pick<ContextState, 'newAddresses' | 'inputs' | 'outputs'>;

/** Who calls, by the instruction data of the two instructions that say so. */
export const namedProgram = ({ caller, data }: Pick<AnyInvocation, 'caller' | 'data'>): KeyRole =>
  data.invokingProgram ?? `program:${caller}`;

/** An input, or an account info, has always data. */
const NO_DATA = { discriminator: '0'.repeat(16), dataHash: '0'.repeat(64) } as const;
const EMPTY: AccountData = { ...NO_DATA, bytes: { fill: 0, length: 0 } };

/** An account info has one address: the output's, where it has an output. */
const sharedAddresses = ({ data }: AnyInvocation, { inputs, outputs }: Entries): readonly StoredInput[] =>
  data.infosApart === true
    ? inputs
    : inputs.map((input, at) => {
        const output = outputs[at];
        return output === undefined ? input : { ...input, address: output.address };
      });

/** The entries as they are meant: InvokeCpi and Invoke spell everything out. */
export const asMeant = (invocation: AnyInvocation, entries: Entries): Entries => {
  const { instruction } = invocation;
  if (instruction === 'Invoke' || instruction === 'InvokeCpi') return entries;
  const owner = namedProgram(invocation);
  const owned = entries.inputs.map((input) => ({ ...input, owner, data: input.data ?? NO_DATA }));
  if (instruction === 'InvokeCpiWithReadOnly') return { ...entries, inputs: owned };
  const outputs = entries.outputs.map((output): StoredOutput => ({
    ...output,
    owner,
    data: output.data ?? EMPTY,
  }));
  return { ...entries, inputs: sharedAddresses(invocation, { ...entries, inputs: owned }), outputs };
};
