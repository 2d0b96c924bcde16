// Valid plans whose context is full to the last entry or byte, written by one program or by two.
import fc from 'fast-check';
import { CAPACITY, OUTPUT_DATA_BYTES, OUTPUT_LENGTH_BYTES } from '../../spec/cpi-context';
import { READ_ONLY_DISCRIMINATOR } from '../../spec/invoke-cpi';
import type { CallerName } from '../../spec/world';
import { newAddress, storedInput, storedOutput, type OutputDraft } from '../entries';
import { transactionOf, type Setting } from '../invocation';
import type { Scenario } from '../scenario';
import { withTarget } from '../scenario';
import { setting, type Fences } from '../settings';
import { accountData, caller } from '../values';
import { firstSetPlain, grouped, scenarioOf, writeOf, type WriteDraft } from './context';

type Content = Pick<WriteDraft, 'outputs' | 'inputs' | 'newAddresses'>;
const NOTHING: Content = { outputs: [], inputs: [], newAddresses: [] };
export type Dimension = 'addresses' | 'inputs' | 'outputs' | 'data';

const exactly = <T>(entry: fc.Arbitrary<T>, count: number): fc.Arbitrary<T[]> =>
  fc.array(entry, { minLength: count, maxLength: count });

const short: fc.Arbitrary<OutputDraft> = storedOutput.map((draft) => ({
  ...draft,
  data:
    draft.data === null
      ? null
      : { ...draft.data, bytes: { fill: draft.data.bytes.fill, length: draft.data.bytes.length % 8 } },
}));

/** Outputs with data whose lengths, with their two-byte prefixes, add up to the whole region. */
const filling = fc
  .record({
    data: accountData,
    cuts: fc.array(fc.nat(OUTPUT_DATA_BYTES - 100), { minLength: 1, maxLength: 3 }),
  })
  .map(({ data, cuts }): readonly OutputDraft[] => {
    const room = OUTPUT_DATA_BYTES - (cuts.length + 1) * OUTPUT_LENGTH_BYTES;
    const marks = [...cuts.map((cut) => Math.min(cut, room)), room].sort((a, b) => a - b);
    return marks.map((mark, position) => ({
      data: { ...data, bytes: { fill: data.bytes.fill, length: mark - (marks[position - 1] ?? 0) } },
      stranger: 'wallet:0',
      lamports: 0n,
      address: null,
    }));
  });

const CONTENT: Readonly<Record<Dimension, fc.Arbitrary<Content>>> = {
  addresses: exactly(newAddress, CAPACITY.newAddresses).map((newAddresses) => ({ ...NOTHING, newAddresses })),
  inputs: exactly(storedInput, CAPACITY.inputs).map((inputs) => ({ ...NOTHING, inputs })),
  outputs: exactly(short, CAPACITY.outputs).map((outputs) => ({ ...NOTHING, outputs })),
  data: filling.map((outputs) => ({ ...NOTHING, outputs })),
};

const split = (content: Content, share: number): readonly [Content, Content] => {
  const cut = <T>(list: readonly T[]): number =>
    Math.min(Math.max(1, Math.floor(list.length * share)), list.length - 1);
  const first = <T>(list: readonly T[]): readonly T[] => (list.length < 2 ? [] : list.slice(0, cut(list)));
  const rest = <T>(list: readonly T[]): readonly T[] => list.slice(first(list).length);
  const { outputs, inputs, newAddresses } = content;
  return [
    { outputs: first(outputs), inputs: first(inputs), newAddresses: first(newAddresses) },
    { outputs: rest(outputs), inputs: rest(inputs), newAddresses: rest(newAddresses) },
  ];
};

const draftOf = (by: CallerName, content: Content): WriteDraft => ({
  ...content,
  by,
  proof: null,
  index: 0,
  separate: true,
});

const accumulated = (where: Setting, by: CallerName, parts: readonly [Content, Content]): Scenario =>
  scenarioOf(
    'set',
    grouped(where, [
      { invocation: writeOf(where, draftOf(where.caller, parts[0]), 'first-set'), separate: true },
      { invocation: writeOf(where, draftOf(by, parts[1]), 'set'), separate: true },
    ]),
  );

/** A context that is exactly full in one dimension, by one write or by two programs' writes. */
export const fullOf =
  (dimension: Dimension) =>
  (fences: Fences): fc.Arbitrary<Scenario> =>
    fc
      .record({
        where: setting(fences),
        content: CONTENT[dimension],
        second: fc.option(caller, { nil: null }),
        share: fc.double({ min: 0, max: 1, noNaN: true }),
      })
      .map(({ where, content, second, share }) => {
        const kind = `full-${dimension}` as const;
        if (second !== null) return { ...accumulated(where, second, split(content, share)), kind };
        const whole = writeOf(where, draftOf(where.caller, content), 'first-set');
        return scenarioOf(kind, [transactionOf(where.payer, whole)]);
      });

/** A first set sent as InvokeCpiWithReadOnly, still without read-only entries. */
export const readOnlyVariant = (fences: Fences): fc.Arbitrary<Scenario> =>
  firstSetPlain(fences).map((scenario) =>
    withTarget({ ...scenario, kind: 'read-only-variant' }, (invocation) => ({
      ...invocation,
      instruction: 'InvokeCpiWithReadOnly',
      data: { ...invocation.data, discriminator: READ_ONLY_DISCRIMINATOR },
    })),
  );
