// A validator whose invocations are traced, with as little beside the system program as can be.
import { loadRecorder } from '../../programs/recorder/load';
import { openLiteSvm, type BackendOptions } from '../../harness/backend';
import type { Runner } from '../runner';

/**
 * While it traces, the runtime interprets every program and writes down every step. What account-compression does with
 * its trees is not of the program under test, and takes most of the time: the recorder, which does nothing, stands in
 * its place. The published token program is refused there (an unknown symbol) and is left out.
 */
const fewest = ({ systemProgram, noop, caller }: BackendOptions['programs']) => ({
  systemProgram,
  accountCompression: loadRecorder(),
  caller,
  ...(noop && { noop }),
});

export const openTraced = async (
  { programs, fixtures }: Pick<BackendOptions, 'programs' | 'fixtures'>,
  about: Pick<Runner, 'shape' | 'rules' | 'unasked'>,
): Promise<Runner> => ({
  ...(await openLiteSvm({ programs: fewest(programs), fixtures })),
  ...about,
});
