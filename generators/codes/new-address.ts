// A new address that an execution brings besides what is attempted: its own, or its context's.
import fc from 'fast-check';
import type { Mutation } from '../edit';
import { inFirstWrite } from '../edits/flags';
import { withData } from '../scenario';
import { hex, proofHex } from '../values';
import { all, newAddresses, withMore, writable } from './change';

type Drawn = { readonly seed: string; readonly proof: string; readonly isWritten: boolean };

const bringing = ({ seed, proof, isWritten }: Drawn): Mutation =>
  withMore([writable('address-tree')], (index) => {
    const address = { seed, treeIndex: index, queueIndex: index, rootIndex: 0 };
    const brought: Mutation = isWritten
      ? (scenario) => inFirstWrite(scenario, () => ({ newAddresses: [address] }))
      : newAddresses(address);
    return all(brought, (scenario) => withData(scenario, () => ({ proof })));
  });

const somewhere = fc.record({ seed: hex(32), proof: proofHex, isWritten: fc.boolean() }).map(bringing);

/** The edit alone, or as often beside such an address under a proof that is none. */
export const besideNewAddress = (edits: fc.Arbitrary<Mutation>): fc.Arbitrary<Mutation> =>
  fc.oneof(
    edits,
    fc.tuple(edits, somewhere).map(([edit, brings]) => all(brings, edit)),
  );
