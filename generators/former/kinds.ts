// Which valid plans a former world has: without v2 trees none that spends by index, none of an instruction that came later.
import { V1_TREES_ONLY } from '../../spec/versions';
import type { Edit } from '../edit';
import { SIBLING_FORMS, type ScenarioKind, type SiblingForm } from '../scenario';
import type { Fences } from '../settings';

const BY_INDEX: readonly ScenarioKind[] = [
  'spend',
  'spend-at-once',
  'spend-several',
  'spend-many',
  'spend-written',
  'decompress',
  'execute-spend',
  'execute-own',
  'execute-many',
  'invoke-spend',
  'invoke-decompress',
  'token-transfer',
  'token-decompress',
];
/** With as many outputs as a queue takes, in several queues. */
const OF_QUEUES: readonly ScenarioKind[] = ['create-many'];
/** Of capacities that no document gives to the contexts of that time: executing that much data panics there. */
const OF_CAPACITIES: readonly ScenarioKind[] = ['execute-full'];
/** Of address trees that came later. */
const OF_V2_ADDRESSES: readonly ScenarioKind[] = ['proof-address-v2'];
const LATER: readonly ScenarioKind[] = ['read-only-variant', 'reinitialize'];
const IMPOSSIBLE: ReadonlySet<ScenarioKind> = new Set([
  ...BY_INDEX,
  ...OF_QUEUES,
  ...OF_CAPACITIES,
  ...OF_V2_ADDRESSES,
  ...LATER,
]);

const BY_OPTIONS: SiblingForm = 'read-only-1';

const isLater = (kind: ScenarioKind): boolean => SIBLING_FORMS.some((form) => kind.startsWith(`${form}/`));

const isInSlots = (kind: ScenarioKind): boolean => !kind.startsWith(`${BY_OPTIONS}/`);
const orAll = <T>(some: readonly T[], all: readonly T[]): readonly T[] => (some.length > 0 ? some : all);
/** A version that does not find its accounts by options is asked in InvokeCpi's slots, but for what is about options alone. */
const isInSlotsOnly = (fences: Fences): boolean => fences.has('read-only/written-and-executed');

/** Of some edits of one rule those that such a version is asked with. */
export const findable = (edits: readonly Edit[], fences: Fences): readonly Edit[] =>
  isInSlotsOnly(fences)
    ? orAll(
        edits.filter(({ kinds }) => kinds.some(isInSlots)),
        edits,
      )
    : edits;

/** The kinds that there are in the world of the fences' version. */
export const possibleKinds = (kinds: readonly ScenarioKind[], fences: Fences): readonly ScenarioKind[] =>
  fences.has(V1_TREES_ONLY)
    ? kinds.filter((kind) => !IMPOSSIBLE.has(kind) && !isLater(kind))
    : isInSlotsOnly(fences)
      ? orAll(kinds.filter(isInSlots), kinds)
      : kinds;
