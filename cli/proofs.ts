// The command `proofs`: makes the committed proofs anew, and shows that they verify on the version that they are for.
import { EXIT } from '../report/exit-code';
import { fetchRelease } from '../programs/fetch';
import { fromFile, readFixtures } from '../proofs/fixture';
import { makeProofs } from '../proofs/make';
import { proverFiles } from '../proofs/prover-package';
import { onlyInClone } from './clone-only';
import { badInput } from './failure';
import { announceDownload } from './program-options';

export type ProofFlags = { readonly check?: boolean; readonly port?: string };

const HIGHEST_PORT = 65_534; // the prover's metrics take the next one

function portOf(text: string | undefined): { readonly port?: number } {
  if (text === undefined) return {};
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port <= HIGHEST_PORT) return { port };
  throw badInput(`--port is "${text}", which is no port: give a number from 1 to ${HIGHEST_PORT}.`);
}

async function check(): Promise<number> {
  const { version } = proverFiles();
  await fetchRelease(version, { onDownload: announceDownload });
  const { verifyProofs } = await import('../suites/verify-proofs');
  const verified = await verifyProofs(readFixtures().map(fromFile), version);
  const refused = verified.filter(({ raised }) => raised !== null);
  for (const { name, raised } of refused)
    process.stdout.write(`${name}: refused with ${raised?.program} ${raised?.code ?? raised?.error}\n`);
  process.stdout.write(
    `${verified.length - refused.length} of ${verified.length} proofs verify on ${version}.\n`,
  );
  return refused.length === 0 ? EXIT.green : EXIT.nonconformance;
}

/** Makes all proofs, unless only a check is asked for, and verifies them. Returns the exit code. */
export async function proofs(flags: ProofFlags): Promise<number> {
  const port = portOf(flags.port);
  if (flags.check === true && flags.port !== undefined)
    throw badInput('--port is for the prover, which --check does not start: leave one of the two out.');
  if (flags.check !== true) onlyInClone('proofs');
  if (flags.check !== true)
    await makeProofs({
      ...port,
      onDownload: announceDownload,
      onProof: (name) => void process.stderr.write(`Proving ${name} ...\n`),
    });
  return check();
}
