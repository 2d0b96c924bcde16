// The commands `programs fetch` and `programs list`.
import { fetchRelease } from '../programs/fetch';
import { listPrograms, type ProgramRow } from '../programs/list';
import { readManifest } from '../programs/release-manifest';
import { announceDownload } from './program-options';
import { table } from '../report/terminal/text';

/** Fetches one pinned version, the default one if none is named; nothing happens if it is there. */
export async function fetchPrograms(version: string | undefined): Promise<number> {
  const wanted = version ?? readManifest().default;
  await fetchRelease(wanted, { onDownload: announceDownload });
  process.stdout.write(`Version ${wanted} is in the cache and verified.\n`);
  return 0;
}

const row = ({ version, isDefault, state, systemProgramHash, ...context }: ProgramRow): readonly string[] => [
  `${version}${isDefault ? ' (default)' : ''}`,
  state,
  systemProgramHash,
  `v${context.contextAccountVersion}, ${context.contextAccountSize} bytes`,
];

/** Lists the pinned versions. */
export function showPrograms(): number {
  const columns = ['version', 'cache', 'system program', 'context account'].map((title) => ({ title }));
  process.stdout.write(`${table(columns, listPrograms().map(row))}\n`);
  return 0;
}
