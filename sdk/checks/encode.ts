// Whole plans whose instruction data the SDK encodes: bytes compared with ours, then executed.
import { PROOF_KINDS } from '../../generators/proofs/scenarios';
import { valid } from '../../generators/valid';
import { targetOf, type Scenario, type ScenarioKind } from '../../generators/scenario';
import type { InstructionName } from '../../spec/plan';
import { shapeOf } from '../../spec/versions';
import type { Asked, Check } from '../check';
import { spokenOf } from '../spoken';
import {
  canSay,
  describeInvoke,
  describeInvokeCpi,
  sayInvoke,
  sayInvokeCpi,
  sayInvokeCpiByLayoutNames,
  type Say,
} from '../say-invoke';
import { describeReadOnly, sayAccountInfo, sayReadOnly } from '../say-read-only';
import { isAccepted, isSame, ourBytes, planWith, refusalOf, type World } from '../world';
import { noReadOnly, type Dialect } from '../dialect';

type Row = {
  readonly id: string;
  readonly says: string;
  readonly instruction: InstructionName;
  readonly kinds: readonly ScenarioKind[];
  readonly say: Say;
  readonly skips?: Check['skips'];
};

const INVOKE: readonly ScenarioKind[] = [
  'invoke-create',
  'invoke-spend',
  'invoke-compress',
  'invoke-decompress',
  'invoke-v1',
];
const INVOKE_CPI: readonly ScenarioKind[] = [
  'direct',
  'spend',
  'compress',
  'decompress',
  'first-set',
  'set',
  'execute',
  'execute-spend',
  'direct-v1',
  'address-write',
];
const READ_ONLY: readonly ScenarioKind[] = [
  'read-only-0/direct',
  'read-only-0/spend',
  'read-only-0/compress',
  'read-only-0/decompress',
  'read-only-0/first-set',
  'read-only-0/execute',
  'read-only-1/direct',
  'read-only-1/spend',
  'read-only-1/first-set',
  'read-only-1/execute',
];

const READING: readonly ScenarioKind[] = [
  'read-only-0/read',
  'read-only-0/execute-read',
  'read-only-1/read',
  'read-only-1/execute-read',
];

const ownCoder = ({ coder }: Dialect): string | null =>
  coder === 'anchor' ? 'its own encoder is the description’s coder' : null;
const noNames = ({ coder }: Dialect): string | null =>
  coder === 'anchor' ? 'it has no layouts whose names could differ from the types' : null;

/** Committed proofs are of the keys of one version. */
const noProofs = (program: string): string | null =>
  shapeOf(program).features.has('proving-keys') ? null : 'no proof can be made for these programs';

const ROWS: readonly Row[] = [
  {
    id: 'encode/invoke',
    says: 'Invoke is encoded as the program reads it.',
    instruction: 'Invoke',
    kinds: INVOKE,
    say: sayInvoke,
  },
  {
    id: 'encode/invoke-cpi',
    says: 'InvokeCpi, typed as the declarations demand, is encoded as the program reads it.',
    instruction: 'InvokeCpi',
    kinds: INVOKE_CPI,
    say: sayInvokeCpi,
  },
  {
    id: 'encode/invoke-cpi-by-layout-names',
    says: 'InvokeCpi with the names of the layout’s own fields is encoded as the program reads it.',
    instruction: 'InvokeCpi',
    kinds: INVOKE_CPI,
    say: sayInvokeCpiByLayoutNames,
    skips: noNames,
  },
  {
    id: 'encode/invoke-cpi-with-read-only',
    says: 'InvokeCpiWithReadOnly is encoded as the program reads it.',
    instruction: 'InvokeCpiWithReadOnly',
    kinds: READ_ONLY,
    say: sayReadOnly,
  },
  {
    id: 'encode/reading-accounts',
    says: 'InvokeCpiWithReadOnly that reads accounts is encoded as the program reads it.',
    instruction: 'InvokeCpiWithReadOnly',
    kinds: READING,
    say: sayReadOnly,
    skips: noReadOnly,
  },
  {
    id: 'encode/with-proof',
    says: 'InvokeCpi with a validity proof is encoded as the program reads it, and the proof verified.',
    instruction: 'InvokeCpi',
    kinds: PROOF_KINDS,
    say: sayInvokeCpiByLayoutNames,
    skips: (dialect, program) => noNames(dialect) ?? noProofs(program),
  },
  {
    id: 'encode/invoke-cpi-with-account-info',
    says: 'InvokeCpiWithAccountInfo is encoded as the program reads it.',
    instruction: 'InvokeCpiWithAccountInfo',
    kinds: ['account-info/direct'],
    say: sayAccountInfo,
  },
  {
    id: 'description/invoke',
    says: 'The exported interface description encodes Invoke as the program reads it.',
    instruction: 'Invoke',
    kinds: INVOKE,
    say: describeInvoke,
    skips: ownCoder,
  },
  {
    id: 'description/invoke-cpi',
    says: 'The exported interface description encodes InvokeCpi as the program reads it.',
    instruction: 'InvokeCpi',
    kinds: INVOKE_CPI,
    say: describeInvokeCpi,
    skips: ownCoder,
  },
  {
    id: 'description/invoke-cpi-with-read-only',
    says: 'The exported interface description’s method InvokeCpiWithReadOnly sends what the program reads.',
    instruction: 'InvokeCpiWithReadOnly',
    kinds: READ_ONLY,
    say: describeReadOnly,
    skips: ownCoder,
  },
];

/** What sending these bytes in the place of ours comes to. */
export async function sent(scenario: Scenario, world: World, printed: string): ReturnType<Asked['other']> {
  const [theirs, ours] = [
    await world.run(planWith(scenario, printed)),
    await world.run(planWith(scenario, ourBytes(scenario, world))),
  ];
  if (theirs === null || ours === null)
    return { outcome: 'inexpressible', why: 'what it makes fits into no transaction' };
  if (!isAccepted(theirs)) return { outcome: 'rejected', why: refusalOf(theirs) };
  return isSame(theirs, ours)
    ? { outcome: 'same-effect', why: 'other bytes, the same effect' }
    : { outcome: 'silently-else', why: 'accepted, with another effect than what was said' };
}

/** Every plan that is sent by several SDK versions is looked at once. */
export function acceptedOnce(world: World): (scenario: Scenario) => Promise<boolean> {
  const known = new WeakMap<Scenario, Promise<boolean>>();
  const look = async (scenario: Scenario): Promise<boolean> => {
    const observed = await world.run(planWith(scenario, ourBytes(scenario, world)));
    return observed !== null && isAccepted(observed);
  };
  return (scenario) => {
    const found = known.get(scenario) ?? look(scenario);
    known.set(scenario, found);
    return found;
  };
}

const checkOf = ({ id, says, instruction, kinds, say, skips }: Row): Check => ({
  id,
  says,
  cases: 'many',
  ...(skips && { skips }),
  make: (world) => {
    const accepted = acceptedOnce(world);
    return valid(world.fences, kinds).map((scenario) => (dialect) => {
      const said = say(spokenOf(targetOf(scenario), world.nextIndexOf), dialect);
      // Some scenarios can be made of a sibling's call; what cannot be said needs no twin that is accepted.
      const isOurs = targetOf(scenario).instruction === instruction;
      return {
        said,
        expected: ourBytes(scenario, world),
        other: (printed) => sent(scenario, world, printed),
        counts: async () => isOurs && (!canSay(said) || (await accepted(scenario))),
      };
    });
  },
});

export const ENCODE_CHECKS: readonly Check[] = ROWS.map(checkOf);
