// A backend whose plans leave traces of one program: run one by one, each with what it reached.
import type { Observation } from '../../spec/outcome';
import type { Plan } from '../../spec/plan';
import { LIGHT_SYSTEM } from '../addresses';
import { openBackend, type Backend, type BackendOptions } from '../backend';
import { addTrace, noReach, type Reach, type Traced } from './reach';
import { tracedElf } from './traced-elf';
import { tracingOf } from './trace-folder';
import { withoutSymbolsIn } from './without-symbols';

export type TracedRun = { readonly observation: Observation; readonly reach: Reach };

/** Runs plans with traces of the system program. */
export type TracedBackend = {
  readonly backend: Backend;
  readonly traced: Traced;
  /** @throws as `Backend.run`, and HarnessFault for a trace that is cut short. */
  readonly run: (plan: Plan) => Promise<TracedRun>;
};

/**
 * Starts LiteSVM with traces of the system program; `numbers` are those of its errors.
 * @throws HarnessFault when it does not start, InputError where the program cannot be read.
 */
export async function openTraced(
  options: BackendOptions,
  numbers: ReadonlySet<number>,
): Promise<TracedBackend> {
  const traced = tracedElf(options.programs.systemProgram, numbers);
  const traces = tracingOf(LIGHT_SYSTEM);
  const backend = await traces.during(() =>
    openBackend({ ...options, programs: withoutSymbolsIn(options.programs), runtime: 'litesvm' }),
  );
  const run = async (plan: Plan): Promise<TracedRun> => {
    const reach = noReach();
    try {
      return { observation: await backend.run(plan), reach };
    } finally {
      traces.take((trace) => addTrace(reach, trace, traced));
    }
  };
  return { backend, traced, run };
}
