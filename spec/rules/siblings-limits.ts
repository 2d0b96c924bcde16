// The rules about a context's capacities that InvokeCpiWithReadOnly and InvokeCpiWithAccountInfo have in common with InvokeCpi.
import { FITS } from '../boundaries';
import { CAPACITIES } from './limits';
import type { Unsourced } from './make';

type Capacity = keyof typeof CAPACITIES;

/** What is said of a capacity, without its sources. */
const saidOf = (name: Capacity): Unsourced[string] => {
  const { statement, expects, note } = CAPACITIES[name];
  return { statement, expects, note, steps: [4.3, 4.3] };
};

export const LIMITS = {
  [FITS['limits/new-addresses']]: saidOf('new-addresses'),
  [FITS['limits/inputs']]: saidOf('inputs'),
  [FITS['limits/outputs']]: saidOf('outputs'),
  [FITS['limits/output-data']]: saidOf('output-data'),
} as const satisfies Unsourced;
