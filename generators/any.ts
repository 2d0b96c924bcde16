// any(): plans that break zero, one, two or more rules, with random account orders and unrelated moves.
import fc from 'fast-check';
import { FAMILY_AREAS, type Area } from '../spec/rule';
import { anyGraph } from './calls/any';
import { keepAgreed } from './agreed';
import { possibleKinds } from './former/kinds';
import type { Generated } from './breaking';
import { drawAny, drawNumbered } from './draw-edit';
import { ALL_KINDS, type Edit, type Mutation } from './edit';
import { EDITS } from './edits';
import { withByteIndices } from './indices';
import { patchedAccounts, unrelatedMoves } from './moves';
import { fencesOfEdited } from './one-tree';
import { reorder } from './orders';
import { slotThree } from './repeats';
import type { Scenario, ScenarioKind } from './scenario';
import type { Fences } from './settings';
import { anyOf } from './siblings/any';
import { valid } from './valid';

/** An edit that makes another instruction of the target has a claim of its own, and is combined with nothing. */
const isComparison = ({ rule }: Edit): boolean => rule.startsWith('differences/');

/** Edits whose rule is not fenced off. */
const combinable = (fences: Fences): readonly Edit[] =>
  EDITS.filter(
    (edit) =>
      !isComparison(edit) &&
      edit.isAlone !== true &&
      !fences.has(edit.rule) &&
      edit.notBehind?.some((other) => fences.has(other)) !== true,
  );

/** About another instruction: some make one of the target, which no other edit would fit any more. */
const isFamily = ({ rule }: Edit): boolean => FAMILY_AREAS.some((area) => rule.startsWith(`${area}/`));

const TYPICAL: readonly ScenarioKind[] = [...ALL_KINDS, 'first-set-plain', 'spend-written'];
const INITIALIZE_KINDS: readonly ScenarioKind[] = ['initialize', 'initialize-used'];
const KINDS: readonly ScenarioKind[] = [
  ...TYPICAL,
  'full-addresses',
  'full-inputs',
  'full-outputs',
  'full-data',
  'read-only-variant',
  ...INITIALIZE_KINDS,
];

/** Outputs to v1 trees and to several trees at once, spending at once, many of them: no edit is made for these, and a v1 tree has 1.3 MB. */
const ELSEWHERE: readonly ScenarioKind[] = [
  'mixed',
  'spend-at-once',
  'execute-v1',
  'create-many',
  'spend-many',
  'execute-many',
];
const OWN: ReadonlySet<ScenarioKind> = new Set([...KINDS, ...ELSEWHERE]);

const fitting = (edits: readonly Edit[], kind: ScenarioKind): readonly Edit[] =>
  edits.filter((edit) => edit.kinds.includes(kind) && !(OWN.has(kind) && isFamily(edit)));

/** InvokeCpiWithReadOnly names its invoking program in the data: its slots follow other rules, as do an initialisation's. */
const SHUFFLED = KINDS.filter((kind) => kind !== 'read-only-variant' && !INITIALIZE_KINDS.includes(kind));

const finish = (scenario: Scenario, fences: Fences): Generated => {
  const { plan, fenced } = keepAgreed(withByteIndices(scenario.plan), fences);
  return { plan, twin: null, fenced };
};

const applyAll = (scenario: Scenario, mutations: readonly Mutation[]): Scenario =>
  mutations.reduce((current, mutate) => mutate(current), scenario);

/** What an initialisation finds in its accounts is documented, so that its own edits change them. */
const NO_PATCHES: fc.Arbitrary<readonly Mutation[]> = fc.constant([]);

export type Mix = {
  readonly edits: number;
  readonly reorders: number;
  readonly kinds: readonly ScenarioKind[];
  /** At least half of the edits end with a number of the documents' tables, and each of these numbers comes alike. */
  readonly isNumbered?: true;
};

/** A shuffled list has no use for accounts that an edit has put in place. */
const usable = ({ prepare }: Edit, { reorders }: Mix): boolean => reorders === 0 || prepare === undefined;

const ofKind = (kind: ScenarioKind, fences: Fences, mix: Mix): fc.Arbitrary<Generated> => {
  const edits = fitting(combinable(fences), kind).filter((edit) => usable(edit, mix));
  return fc
    .record({
      scenario: valid(fences, [kind]),
      edits:
        edits.length === 0
          ? fc.constant([])
          : fc.array((mix.isNumbered ? drawNumbered : drawAny)(edits), { maxLength: mix.edits }),
      reorders: fc.array(reorder, { maxLength: mix.reorders }),
      moves: unrelatedMoves,
      repeatIn: slotThree,
      patches:
        mix.edits + mix.reorders > 0 && !INITIALIZE_KINDS.includes(kind) ? patchedAccounts : NO_PATCHES,
    })
    .map(({ scenario, edits: changes, reorders, moves, patches, repeatIn }) => {
      const edited = applyAll(scenario, [...patches, ...changes, ...reorders, ...moves]);
      const { edited: changed } = repeatIn({ edited, sound: edited });
      return finish(changed, mix.isNumbered ? fencesOfEdited(changed, fences) : fences);
    });
};

/** Plans of the mix's kinds with its number of edits and reorders. */
export const sweep = (fences: Fences, mix: Mix): fc.Arbitrary<Generated> =>
  fc.oneof(...possibleKinds(mix.kinds, fences).map((kind) => ofKind(kind, fences, mix)));

/** Modes in which the documents number most errors, so that they come as often as in all others together. */
const NUMBERED: readonly ScenarioKind[] = ['direct', 'first-set', 'set', 'set', 'execute', 'execute'];
/** Zero to three edits of documented rules at once. */
export const anyEdits = (fences: Fences): fc.Arbitrary<Generated> =>
  sweep(fences, { edits: 3, reorders: 0, kinds: [...KINDS, ...NUMBERED, ...NUMBERED], isNumbered: true });
/** Account lists shuffled, cut, doubled; flags flipped; now and then with an edit besides. */
export const anyOrders = (fences: Fences): fc.Arbitrary<Generated> =>
  sweep(fences, { edits: 1, reorders: 3, kinds: SHUFFLED });
/** Valid plans of every kind with moves that must not matter. */
export const anyValid = (fences: Fences): fc.Arbitrary<Generated> =>
  sweep(fences, { edits: 0, reorders: 0, kinds: [...KINDS, ...ELSEWHERE] });

/** Valid plans as users send them: contexts that are not full to the brim. */
export const typicalValid = (fences: Fences): fc.Arbitrary<Generated> =>
  sweep(fences, { edits: 0, reorders: 0, kinds: TYPICAL });
/** Valid plans whose contexts are full: up to 30 outputs, 20 inputs or 6,500 bytes. */
export const fullValid = (fences: Fences): fc.Arbitrary<Generated> =>
  sweep(fences, { edits: 0, reorders: 0, kinds: KINDS.filter((kind) => kind.startsWith('full-')) });

/** What laws start from: every mode and every move of SOL, the cheap ones more often. */
const LAW_KINDS: readonly ScenarioKind[] = [
  ...Array<ScenarioKind>(3).fill('first-set'),
  ...Array<ScenarioKind>(2).fill('set'),
  ...Array<ScenarioKind>(2).fill('direct'),
  'first-set-plain',
  'execute',
  'execute-spend',
  'spend',
  'compress',
  'decompress',
];

/** Plans of any verdict for laws: about one in two is valid, the others have an edit or another account list. */
export const plansForLaws = (fences: Fences): fc.Arbitrary<Generated> =>
  fc.oneof(
    sweep(fences, { edits: 0, reorders: 0, kinds: LAW_KINDS }),
    sweep(fences, { edits: 1, reorders: 1, kinds: LAW_KINDS }),
  );

/** The sweeps by area that they belong to. */
export type Sweep = {
  readonly id: string;
  readonly area: Area;
  readonly title: string;
  readonly make: (fences: Fences) => fc.Arbitrary<Generated>;
};

export const SWEEPS: readonly Sweep[] = [
  {
    id: 'effects/valid',
    area: 'effects',
    title: 'Valid plans are accepted, whatever else the transaction holds',
    make: anyValid,
  },
  {
    id: 'validation/any',
    area: 'validation',
    title: 'Plans that break no, one or several rules get just the documented errors',
    make: anyEdits,
  },
  {
    id: 'accounts/orders',
    area: 'accounts',
    title: 'Shuffled, dropped, doubled and re-flagged accounts get just the documented errors',
    make: anyOrders,
  },
  {
    id: 'cpi-guide/graphs',
    area: 'cpi-guide',
    title: 'Call graphs of any shape and with any privileges do just what the guide and the runtime let them',
    make: anyGraph,
  },
  {
    id: 'read-only/any',
    area: 'read-only',
    title:
      'InvokeCpiWithReadOnly in both modes: no, one or several rules broken get just the documented errors',
    make: anyOf(['read-only-0', 'read-only-1']),
  },
  {
    id: 'account-info/any',
    area: 'account-info',
    title: 'InvokeCpiWithAccountInfo: no, one or several rules broken get just the documented errors',
    make: anyOf(['account-info']),
  },
];
