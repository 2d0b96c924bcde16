// Makes every committed proof anew with the real prover, and the tables that follow from them.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { projectRoot } from '../programs/root';
import { fixtureFolder, fromFile, readFixtures, toFile, type ProofFile } from './fixture';
import { fetchProver } from './prover-package';
import { requirePlatform, startProver, type Prover, type ProverOptions } from './prover';
import { requestOf } from './request';
import { STATEMENTS } from './statements';
import { isAboutTokens, isOurs, tableText, tokenTableText } from './table';
import { TOKEN_STATEMENTS } from './token-statements';

export type Making = ProverOptions & {
  readonly onDownload: (source: string) => void;
  /** Told before each proof. */
  readonly onProof: (name: string) => void;
};

const TABLE = join('spec', 'proof-table.ts');
const TOKEN_TABLE = join('spec', 'token-proof-table.ts');

async function proveAll(prover: Prover, onProof: Making['onProof']): Promise<readonly ProofFile[]> {
  const files: ProofFile[] = [];
  for (const statement of [...STATEMENTS, ...TOKEN_STATEMENTS]) {
    onProof(statement.name);
    files.push(toFile(statement, await prover.prove(requestOf(statement))));
  }
  return files;
}

/** The project's own formatter, so that what is generated looks like what is written. */
function format(...paths: readonly string[]): void {
  const prettier = join('node_modules', 'prettier', 'bin', 'prettier.cjs');
  execFileSync(process.execPath, [prettier, '--log-level', 'error', '--write', ...paths], {
    cwd: projectRoot(),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Writes the tables that follow from the files that are there. */
export function writeTables(): void {
  const proofs = readFixtures().map(fromFile);
  writeFileSync(join(projectRoot(), TABLE), tableText(proofs.filter(isOurs)));
  writeFileSync(join(projectRoot(), TOKEN_TABLE), tokenTableText(proofs.filter(isAboutTokens)));
  format(TABLE, TOKEN_TABLE);
}

/** Writes the files in place of those that are there, and the table of them all. */
function write(files: readonly ProofFile[]): void {
  const folder = fixtureFolder();
  for (const { name } of readFixtures()) rmSync(join(folder, `${name}.json`));
  for (const file of files)
    writeFileSync(join(folder, `${file.name}.json`), `${JSON.stringify(file, null, 2)}\n`);
  writeTables();
  format(join('proofs', 'fixtures'));
}

/**
 * Proofs are randomised: each run writes other bytes that prove the same.
 * @throws InputError in one sentence: not Linux x64, download refused, wrong hash, port taken, prover not ready.
 */
export async function makeProofs({ onDownload, onProof, ...options }: Making): Promise<void> {
  requirePlatform();
  const folder = await fetchProver({ onDownload });
  const prover = await startProver(folder, options);
  try {
    write(await proveAll(prover, onProof));
  } finally {
    await prover.stop();
  }
}
