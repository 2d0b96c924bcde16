// Keeps what a step brings within the capacities of the context, and within what one execution takes.
import { CAPACITY, OUTPUT_DATA_BYTES, OUTPUT_LENGTH_BYTES } from '../../spec/cpi-context';
import type { InvokeData, OutputAccount } from '../../spec/plan';
import type { FlagName } from '../invocation';
import type { Fences } from '../settings';
import type { Held } from './ledger';

type Entries = Pick<InvokeData, 'inputs' | 'outputs' | 'newAddresses'>;
export type Room = { readonly entries: Entries; readonly fenced: readonly string[] };

/** A context that holds more than this is executed next. */
export const PLENTY = { outputs: 7, inputs: 6 } as const;
/** One execution takes ten outputs (a fence) and, on every published version, ten inputs. */
const EXECUTED = { outputs: 10, inputs: 10 } as const;
/** The execution brings one output at least. */
const KEPT_FREE = 1;

const dataBytes = (outputs: readonly OutputAccount[]): number =>
  outputs.reduce((total, { data }) => total + OUTPUT_LENGTH_BYTES + (data?.bytes.length ?? 0), 0);

const fittingData = (held: number, outputs: readonly OutputAccount[]): readonly OutputAccount[] =>
  outputs.filter((_, at) => held + dataBytes(outputs.slice(0, at + 1)) <= OUTPUT_DATA_BYTES);

const NOTHING: Pick<Held, 'inputs' | 'outputs' | 'addresses'> = { inputs: [], outputs: [], addresses: 0 };

type Limit = { readonly rule: string; readonly outputs: number; readonly inputs: number };

const limitOf = (mode: FlagName, wild: boolean, fences: Fences): Limit => {
  const executed = mode === 'execute' || mode === 'none';
  const free = executed ? 0 : KEPT_FREE;
  const small = fences.has('limits/full-context-executes') || executed;
  if (wild || !small) return { rule: 'limits/outputs', ...CAPACITY };
  return {
    rule: 'limits/full-context-executes',
    outputs: EXECUTED.outputs - free,
    inputs: EXECUTED.inputs - free,
  };
};

export type Wanted = {
  readonly held: Held;
  readonly mode: FlagName;
  /** Never to be executed. */
  readonly wild: boolean;
  readonly drawn: Entries;
};

/** The entries that still fit beside what the context holds, and the fences that took the others away. */
export const roomIn = ({ held, mode, wild, drawn }: Wanted, fences: Fences): Room => {
  const before = mode === 'set' || mode === 'execute' ? held : NOTHING;
  const limit = limitOf(mode, wild, fences);
  const outputs = fittingData(
    dataBytes(before.outputs),
    drawn.outputs.slice(0, Math.max(0, limit.outputs - before.outputs.length)),
  );
  const inputs = drawn.inputs.slice(0, Math.max(0, limit.inputs - before.inputs.length));
  const newAddresses = drawn.newAddresses.slice(0, Math.max(0, CAPACITY.newAddresses - before.addresses));
  const isCut = outputs.length < drawn.outputs.length && fences.has(limit.rule);
  return { entries: { inputs, outputs, newAddresses }, fenced: isCut ? [limit.rule] : [] };
};
