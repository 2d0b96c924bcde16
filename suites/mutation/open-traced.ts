// A validator whose invocations are traced, with as little beside the system program as can be.
import { loadRecorder } from '../../programs/recorder/load';
import { openLiteSvm, type BackendOptions } from '../../harness/backend';
import type { Runner } from '../runner';
import type { Compression, TracedRunner } from './traced-runners';

/**
 * While it traces, the runtime interprets every program and writes down every step. What account-compression does with
 * its trees takes most of the time: a recorder, which does nothing, can play its part. The published token program is
 * refused there (an unknown symbol) and is left out.
 */
const fewest = (
  { systemProgram, accountCompression, noop, caller }: BackendOptions['programs'],
  compression: Compression,
) => ({
  systemProgram,
  accountCompression: compression === 'itself' ? accountCompression : loadRecorder(),
  caller,
  ...(noop && { noop }),
});

/** As much as can be: where an execution was another, whatever came of it tells. */
const SEEN = { keepsContents: true, keepsSent: true } as const;

export const openTraced = async (
  { programs, fixtures }: Pick<BackendOptions, 'programs' | 'fixtures'>,
  about: Pick<Runner, 'shape' | 'rules' | 'unasked'>,
  compression: Compression,
): Promise<TracedRunner> => ({
  ...(await openLiteSvm({ programs: fewest(programs, compression), fixtures, ...SEEN })),
  ...about,
});
