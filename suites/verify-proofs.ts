// Shows on the real programs of the version that has the prover that committed proofs verify.
import { openBankrun } from '../harness/backend';
import { PLAIN, planOf } from '../generators/proofs/plan';
import { loadCaller } from '../programs/caller/load';
import { loadRelease } from '../programs/load';
import type { Raised } from '../spec/outcome';
import type { Proof } from '../spec/proof';

/** What was raised where a proof should have been accepted; null where it was. */
export type Verified = { readonly name: string; readonly raised: Raised | null };

/** Finds the proof that an address is new, for a plan that creates an account with it. */
export const proofOfAddress =
  (proofs: readonly Proof[]) =>
  (address: string): Proof | undefined =>
    proofs.find(
      ({ spends, addresses }) =>
        spends === null && addresses.length === 1 && addresses[0]?.address === address,
    );

/**
 * Runs the plainest plan of each proof.
 * @throws InputError where the version was not fetched, HarnessFault where the validator fails.
 */
export const verifyProofs = async (
  proofs: readonly Proof[],
  version: string,
): Promise<readonly Verified[]> => {
  const { systemProgram, accountCompression, noop, fixtures } = loadRelease(version);
  const programs = { systemProgram, accountCompression, caller: loadCaller() };
  const backend = await openBankrun({ programs: noop ? { ...programs, noop } : programs, fixtures });
  const helpers = { proofOfAddress: proofOfAddress(proofs) };
  const verified: Verified[] = [];
  for (const proof of proofs) {
    const { transactions } = await backend.run(planOf({ proof, choices: PLAIN }, helpers));
    const raised = transactions.flatMap((outcome) => outcome.raised ?? [])[0] ?? null;
    verified.push({ name: proof.name, raised });
  }
  backend.close();
  return verified;
};
