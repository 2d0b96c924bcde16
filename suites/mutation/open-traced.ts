// A validator whose invocations are traced; the trace of one program that no plan here calls cannot be made.
import { openLiteSvm, type BackendOptions } from '../../harness/backend';
import type { Runner } from '../runner';

/** With tracing on, the runtime refuses to load the published token program (an unknown symbol), so it is left out. */
const withoutToken = ({ systemProgram, accountCompression, noop, caller }: BackendOptions['programs']) => ({
  systemProgram,
  accountCompression,
  caller,
  ...(noop && { noop }),
});

export const openTraced = async (
  { programs, fixtures }: Pick<BackendOptions, 'programs' | 'fixtures'>,
  about: Pick<Runner, 'shape' | 'rules' | 'unasked'>,
): Promise<Runner> => ({
  ...(await openLiteSvm({ programs: withoutToken(programs), fixtures })),
  ...about,
});
