// Valid plans whose context is full to the last entry or byte or nearly so, by one write or several programs', alone or mixed.
import fc from 'fast-check';
import { CAPACITY, OUTPUT_DATA_BYTES, OUTPUT_LENGTH_BYTES } from '../../spec/cpi-context';
import { READ_ONLY_DISCRIMINATOR } from '../../spec/invoke-cpi';
import type { NewAddress, PlannedTransaction } from '../../spec/plan';
import type { CallerName } from '../../spec/world';
import {
  isDataless,
  newAddress,
  storedInput,
  storedOutput,
  type InputDraft,
  type OutputDraft,
} from '../entries';
import { MOST_AT_ONCE, transactionOf, type FlagName, type Setting } from '../invocation';
import { withTarget, type Scenario } from '../scenario';
import { setting, type Fences } from '../settings';
import { accountData, caller } from '../values';
import { firstSetPlain, grouped, scenarioOf, writeOf, type WriteDraft } from './context';
import { partsOf, type Cuts } from './parts';

export type Content = Pick<WriteDraft, 'outputs' | 'inputs' | 'newAddresses'>;
const NOTHING: Content = { outputs: [], inputs: [], newAddresses: [] };
export type Dimension = 'addresses' | 'inputs' | 'outputs' | 'data';

/** That many entries, of one to four kinds in turn. */
const repeated = <T>(entry: fc.Arbitrary<T>, count: fc.Arbitrary<number>): fc.Arbitrary<readonly T[]> =>
  fc
    .tuple(fc.array(entry, { minLength: 1, maxLength: 4 }), count)
    .map(([kinds, length]) => Array.from({ length }, (_, position) => kinds[position % kinds.length] as T));

const shortData = (draft: OutputDraft): OutputDraft => ({
  ...draft,
  data:
    draft.data === null
      ? null
      : { ...draft.data, bytes: { fill: draft.data.bytes.fill, length: draft.data.bytes.length % 8 } },
});
const short: fc.Arbitrary<OutputDraft> = storedOutput.map(shortData);

/** The limit, and now and then one less, which is also accepted. */
const nearly = (limit: number): fc.Arbitrary<number> => fc.constantFrom(limit, limit, limit - 1);
/** Of another kind than the one that is full: mostly a few, at most all but one. */
const below = (limit: number): fc.Arbitrary<number> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(3) }, fc.nat(limit - 1));

const others: fc.Arbitrary<Content> = fc.record({
  newAddresses: repeated<NewAddress>(newAddress, below(CAPACITY.newAddresses)),
  inputs: repeated<InputDraft>(storedInput, below(CAPACITY.inputs)),
  outputs: repeated(short, below(CAPACITY.outputs)),
});

/** Without data: takes the two bytes of its length. */
const BARE: OutputDraft = { data: null, stranger: 'wallet:0', lamports: 0n, address: null };

/** Outputs whose data, with the two bytes of each one's length, fills the region but for so many bytes. */
export const filling = fc
  .record({
    data: accountData,
    cuts: fc.array(fc.nat(OUTPUT_DATA_BYTES - 200), { minLength: 1, maxLength: 3 }),
    bare: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(20)),
    spare: fc.constantFrom(0, 0, 1, 2),
  })
  .map(({ data, cuts, bare, spare }): readonly OutputDraft[] => {
    const room = OUTPUT_DATA_BYTES - spare - (cuts.length + 1 + bare) * OUTPUT_LENGTH_BYTES;
    const marks = [...cuts.map((cut) => Math.min(cut, room)), room].sort((a, b) => a - b);
    const full = marks.map((mark, position) => ({
      ...BARE,
      data: { ...data, bytes: { fill: data.bytes.fill, length: mark - (marks[position - 1] ?? 0) } },
    }));
    return [...Array<OutputDraft>(bare).fill(BARE), ...full];
  });

const FULL: Readonly<Record<Dimension, fc.Arbitrary<Partial<Content>>>> = {
  addresses: repeated<NewAddress>(newAddress, nearly(CAPACITY.newAddresses)).map((newAddresses) => ({
    newAddresses,
  })),
  inputs: repeated<InputDraft>(storedInput, nearly(CAPACITY.inputs)).map((inputs) => ({ inputs })),
  outputs: repeated(short, nearly(CAPACITY.outputs)).map((outputs) => ({ outputs })),
  data: filling.map((outputs) => ({ outputs })),
};

/** Alone as often as mixed with entries of the other kinds. */
const contentOf = (dimension: Dimension): fc.Arbitrary<Content> =>
  fc
    .tuple(FULL[dimension], fc.option(others, { nil: NOTHING, freq: 1 }))
    .map(([full, more]) => ({ ...more, ...full }));

const draftOf = (by: CallerName, content: Content, separate = true): WriteDraft => ({
  ...content,
  by,
  proof: null,
  index: 0,
  separate,
});

/** How a plan goes on behind the write that fills the context. */
type Sequel = 'none' | 'write' | 'execute';
const sequel = fc.constantFrom<Sequel>('none', 'write', 'write', 'execute');

/** One entry that fits beside a list that is full. */
const small = (dimension: Dimension, input: InputDraft, address: NewAddress): Content =>
  dimension === 'addresses' ? { ...NOTHING, inputs: [input] } : { ...NOTHING, newAddresses: [address] };

/** What can be executed needs no proof, no lamports and no address, and leaves a place for the output that the execution brings. */
export const EXECUTABLE_OUTPUTS = MOST_AT_ONCE - 1;
const isExecutable = ({ outputs, inputs, newAddresses }: Content, fences: Fences): boolean =>
  inputs.length + newAddresses.length === 0 &&
  outputs.length <= EXECUTABLE_OUTPUTS &&
  outputs.every((output) => output.lamports === 0n && output.address === null && !isDataless(output, fences));

type Draft = {
  readonly where: Setting;
  readonly content: Content;
  readonly writers: readonly CallerName[];
  readonly cuts: Cuts;
  readonly together: boolean;
  readonly sequel: Sequel;
  readonly last: { readonly by: CallerName; readonly input: InputDraft; readonly address: NewAddress };
};

/** A single write fills an empty context, so that only a first set can follow one that did not fit. */
const sequelOf = (dimension: Dimension, draft: Draft, fences: Fences): readonly PlannedTransaction[] => {
  const { where, content, writers, last } = draft;
  if (draft.sequel === 'none') return [];
  const executes = draft.sequel === 'execute' && writers.length > 1 && isExecutable(content, fences);
  const flags: FlagName = executes ? 'execute' : writers.length > 1 ? 'set' : 'first-set';
  const brought = executes ? { ...NOTHING, outputs: [BARE] } : small(dimension, last.input, last.address);
  return [transactionOf(where.payer, writeOf(where, draftOf(last.by, brought), flags))];
};

const writesOf = ({ where, content, writers, cuts, together }: Draft): readonly PlannedTransaction[] => {
  const parts = partsOf(content, writers.length, cuts);
  const steps = writers.map((by, position) => ({
    invocation: writeOf(where, draftOf(by, parts[position] ?? NOTHING), position === 0 ? 'first-set' : 'set'),
    separate: !together || position === writers.length - 1,
  }));
  return grouped(where, steps);
};

/**
 * A context that is full, or nearly, in one dimension; filled by one write or by two to four programs' writes.
 * The last of these is the target, in a transaction of its own; another one may follow it.
 */
export const fullOf =
  (dimension: Dimension) =>
  (fences: Fences): fc.Arbitrary<Scenario> =>
    fc
      .record({
        where: setting(fences),
        content: contentOf(dimension),
        writers: fc.array(caller, { minLength: 1, maxLength: 4 }),
        cuts: fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99)),
        together: fc.boolean(),
        sequel,
        last: fc.record({ by: caller, input: storedInput, address: newAddress }),
      })
      .map((draft) => {
        const writes = scenarioOf(`full-${dimension}`, writesOf(draft));
        const transactions = [...writes.plan.transactions, ...sequelOf(dimension, draft, fences)];
        return { ...writes, plan: { ...writes.plan, transactions } };
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
