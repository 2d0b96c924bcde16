// Shows on the real programs of the version that has the prover that committed proofs verify.
import { openBankrun } from '../harness/backend';
import { PLAIN } from '../generators/proofs/choices';
import { planOf } from '../generators/proofs/plan';
import { plainPlanOf } from '../generators/token/proven';
import { loadCaller } from '../programs/caller/load';
import { loadRelease } from '../programs/load';
import type { Raised } from '../spec/outcome';
import type { Proof, TokenProof } from '../spec/proof';
import { isOurs } from '../proofs/table';

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
  proofs: readonly TokenProof[],
  version: string,
): Promise<readonly Verified[]> => {
  const { systemProgram, accountCompression, noop, token, fixtures } = loadRelease(version);
  const own = { systemProgram, accountCompression, caller: loadCaller() };
  const programs = { ...own, ...(noop && { noop }), ...(token && { token }) };
  const backend = await openBankrun({ programs, fixtures });
  const helpers = { proofOfAddress: proofOfAddress(proofs.filter(isOurs)) };
  const verified: Verified[] = [];
  for (const proof of proofs) {
    const plan = isOurs(proof) ? planOf({ proof, choices: PLAIN }, helpers) : plainPlanOf(proof, PLAIN);
    const { transactions } = await backend.run(plan);
    const raised = transactions.flatMap((outcome) => outcome.raised ?? [])[0] ?? null;
    verified.push({ name: proof.name, raised });
  }
  backend.close();
  return verified;
};
