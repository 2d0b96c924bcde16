// Plans that use a committed proof: its leaves appended in order, then one execution, alone or behind writes by several programs.
import type { Invocation, OutputAccount, Plan, PlannedTransaction } from '../../spec/plan';
import type { Proof, ProvenLeaf } from '../../spec/proof';
import type { CallerName } from '../../spec/world';
import { EMPTY_DATA } from '../invocation';
import { called, verifying, withTreesOf, writable } from './calls';
import type { Choices } from './choices';
import { created, inputOf, newAddressOf, outputOf } from './entries';

type Made = { readonly proof: Proof; readonly choices: Choices };

/** Whoever owns a leaf with data has created it; what has none was created by somebody else. */
export const creatorOf = ({ owner, data }: ProvenLeaf): CallerName => {
  const name = owner.slice('program:'.length) as CallerName;
  return data !== null ? name : name === 'B' ? 'A' : 'B';
};

type Group = { readonly by: CallerName; readonly outputs: readonly OutputAccount[] };

/** What a leaf needs besides the call that creates it: SOL of its own, or the proof of its address. */
export type Helpers = { readonly proofOfAddress: (address: string) => Proof | undefined };

const creation = (made: Made, { by, outputs }: Group, helpers: Helpers): PlannedTransaction => {
  const lamports = outputs.reduce((sum, output) => sum + output.lamports, 0n);
  const addresses = outputs.flatMap(({ address }) => (address === null ? [] : [address]));
  const proof = addresses[0] === undefined ? undefined : helpers.proofOfAddress(addresses[0]);
  const call = withTreesOf(
    called(made, by, {
      flags: 'none',
      data: {
        outputs,
        ...(lamports === 0n ? {} : { compressOrDecompressLamports: lamports, isCompress: true }),
        ...(proof === undefined
          ? {}
          : { proof: proof.bytes, newAddresses: proof.addresses.map(newAddressOf) }),
      },
    }),
    proof,
  );
  const accounts = call.accounts.map((meta, slot) =>
    lamports > 0n && slot === 7 ? writable('sol-pool') : meta,
  );
  return verifying(made.choices.payer, { ...call, accounts });
};

const groupsOf = (made: Made): readonly Group[] =>
  (made.proof.spends?.leaves ?? []).reduce<readonly Group[]>((groups, leaf, n) => {
    const [by, output] = [creatorOf(leaf), outputOf(made, leaf, n)];
    const last = groups.at(-1);
    if (!made.choices.joined || last?.by !== by || last.outputs.length >= 3)
      return [...groups, { by, outputs: [output] }];
    return [...groups.slice(0, -1), { by, outputs: [...last.outputs, output] }];
  }, []);

/** The writes of a proof's inputs, and the execution that brings the rest, the new addresses and the proof. */
export const stepsOf = (made: Made): readonly Invocation[] => {
  const { proof, choices } = made;
  const { use, spends, addresses } = proof;
  const indices = spends?.indices ?? [];
  let next = use.own;
  const writes = use.writes.map(({ by, count }, n) => {
    const inputs = indices.slice(next, (next += count)).map((index) => inputOf(made, index));
    const flags = n === 0 ? 'first-set' : 'set';
    return called(made, by, { flags, data: { inputs, proof: choices.writeProof } });
  });
  const execution = called(made, use.executor, {
    flags: writes.length === 0 ? 'none' : 'execute',
    data: {
      ...EMPTY_DATA,
      cpiContext: writes.length === 0 ? null : { firstSet: false, set: false, index: 0 },
      proof: proof.bytes,
      inputs: indices.slice(0, use.own).map((index) => inputOf(made, index)),
      newAddresses: addresses.map(newAddressOf),
      outputs: created(made),
    },
  });
  return [...writes, withTreesOf(execution, proof)];
};

/** The plan that proves what the proof proves; its last instruction is the execution. */
export const planOf = (made: Made, helpers: Helpers): Plan => {
  const { payer, together } = made.choices;
  const steps = stepsOf(made);
  return {
    accounts: [],
    transactions: [
      ...groupsOf(made).map((group) => creation(made, group, helpers)),
      ...(together ? [verifying(payer, ...steps)] : steps.map((step) => verifying(payer, step))),
    ],
  };
};
