// The same outputs and SOL by an Invoke and by an InvokeCpi.
import fc from 'fast-check';
import type { Generated } from '../breaking';
import { byProgram, forWallets } from '../edits/differences/change';
import type { ScenarioKind } from '../scenario';
import type { Fences } from '../settings';
import { valid } from '../valid';
import { caller } from '../values';
import { roads } from './roads';

/** A v1 tree has 1.3 MB to read back. */
const KINDS: readonly ScenarioKind[] = [
  'invoke-create',
  'invoke-create',
  'invoke-compress',
  'invoke-compress',
  'invoke-v1',
];

/** Called by the transaction or by programs, and called by one program with its authority. */
export const invokeOrInvokeCpi = (fences: Fences): fc.Arbitrary<Generated> =>
  fc.tuple(valid(fences, KINDS), caller).map(([scenario, name]) => {
    const first = forWallets(scenario);
    return roads(first.plan, byProgram(name)(first).plan);
  });
