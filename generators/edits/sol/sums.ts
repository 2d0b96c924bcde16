// Edits of sums: off by one lamport or by all that moves, beyond 64 bits, the same modulo 2^64.
import fc from 'fast-check';
import type { InvokeData } from '../../../spec/plan';
import { MORE_THAN_EXISTS } from '../../../spec/world';
import type { Edit, Mutation } from '../../edit';
import { withData, type Scenario } from '../../scenario';
import { sumOf } from '../../scenarios/sol';
import { U64_MAX } from '../../values';
import { amount, both, COMPRESSING, drawn, EXECUTING, fixed, POOL, SPENDING, STILL } from './parts';

/** How far off: one lamport, everything that moves, a random share of it. */
const OFF = fc.oneof(
  fc.constant(() => 1n),
  fc.constant((most: bigint) => most),
  fc.nat(99).map((share) => (most: bigint) => (most * BigInt(share)) / 100n + 1n),
);
type Off = (most: bigint) => bigint;

const moved = (data: InvokeData, by: bigint): Partial<InvokeData> => ({
  compressOrDecompressLamports: (data.compressOrDecompressLamports ?? 0n) + by,
});

/** Of lamports that somebody may have: not of those that another edit has put in to overflow. */
const richest = ({ outputs }: InvokeData): number => {
  const known = outputs.map(({ lamports }) => (lamports < MORE_THAN_EXISTS ? lamports : 0n));
  return known.reduce((best, lamports, at) => (lamports > (known[best] ?? 0n) ? at : best), 0);
};

const withRichest = (data: InvokeData, by: bigint): Partial<InvokeData> => ({
  outputs: data.outputs.map((output, at) =>
    at === richest(data) ? { ...output, lamports: output.lamports + by } : output,
  ),
});

/** Less out of outputs that have lamports; else less is decompressed, or more compressed. */
const lessOut = (off: Off, byOutputs: boolean): Mutation => {
  return (scenario) =>
    withData(scenario, (data) => {
      const most = data.outputs[richest(data)]?.lamports ?? 0n;
      const given = data.compressOrDecompressLamports;
      if ((byOutputs || given === null) && most > 0n) return withRichest(data, -off(most));
      if (given === null) return {};
      if (data.isCompress) return moved(data, off(given));
      return given > 0n ? moved(data, -off(given)) : {};
    });
};

/** More in an output; or more is decompressed, or less compressed. */
const moreOut = (off: Off, byOutputs: boolean): Mutation => {
  return (scenario) =>
    withData(scenario, (data) => {
      const given = data.compressOrDecompressLamports ?? 0n;
      const total = sumOf(data.outputs);
      if ((byOutputs || given === 0n) && data.outputs.length > 0)
        return withRichest(data, off(total === 0n ? 1n : total));
      if (given === 0n) return {};
      return moved(data, data.isCompress ? -off(given) : off(given));
    });
};

/** All that 64 bits hold in the first output. */
const mostOut: Mutation = (scenario) =>
  withData(scenario, (data) => withRichest(data, U64_MAX - sumOf(data.outputs)));

/** Outputs with 2^64 lamports more: the same sum to who counts modulo 2^64. */
const wrappedOutputs = (more: bigint): Mutation => {
  return (scenario) =>
    withData(scenario, ({ outputs }) => {
      const [first] = outputs;
      if (first === undefined) return {};
      return {
        outputs: [
          ...outputs.map((output, at) =>
            at === 0 ? { ...output, lamports: output.lamports + more } : output,
          ),
          { ...first, lamports: U64_MAX },
        ],
      };
    });
};

/** Inputs with 2^64 lamports more, by an account that nobody has created. */
const wrappedInputs = (more: bigint): Mutation => {
  return (scenario) =>
    withData(scenario, ({ inputs }) => {
      const [first] = inputs;
      if (first === undefined) return {};
      const invented = { ...first, leafOffset: first.leafOffset + 900, lamports: U64_MAX };
      return {
        inputs: [
          ...inputs.map((input, at) => (at === 0 ? { ...input, lamports: input.lamports + more } : input)),
          invented,
        ],
      };
    });
};

/** Inputs of 2^64 − 1 lamports, and compressed SOL besides. */
const beyond = (lamports: bigint, isExact: boolean): Mutation =>
  both(POOL, amount(lamports, true), (scenario: Scenario) =>
    withData(scenario, ({ inputs, outputs }) => ({
      inputs: inputs.map((input, at) =>
        at === 0 ? { ...input, lamports: U64_MAX - sumOf(inputs.slice(1)) } : input,
      ),
      outputs: outputs.map((output, at) => ({
        ...output,
        lamports: at > 0 ? 0n : isExact ? lamports - 1n : U64_MAX,
      })),
    })),
  );

/** Less out than in, where there are lamports. */
export const less: fc.Arbitrary<Mutation> = fc
  .tuple(OFF, fc.boolean())
  .map(([off, byOutputs]) => lessOut(off, byOutputs));

export const SUM_EDITS: readonly Edit[] = [
  drawn('less-out-than-in', EXECUTING, less),
  drawn(
    'more-out-than-in',
    EXECUTING,
    fc.tuple(OFF, fc.boolean()).map(([off, by]) => moreOut(off, by)),
  ),
  fixed('more-out-than-in', ['sol-compress', ...STILL], mostOut),
  drawn(
    'compression-beyond-u64',
    STILL,
    fc
      .tuple(fc.constantFrom(1n, 2n, 1_000_000n, U64_MAX), fc.boolean())
      .map(([lamports, isExact]) => beyond(lamports, isExact)),
  ),
  drawn('input-sum-beyond-u64', SPENDING, fc.constantFrom(1n, 2n, 5n).map(wrappedInputs)),
  drawn('output-sum-beyond-u64', [...COMPRESSING, ...STILL], fc.constantFrom(1n, 2n, 5n).map(wrappedOutputs)),
];
