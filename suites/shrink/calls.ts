// Takes steps and accounts out of call graphs, so that a large one shrinks to the programs and privileges that matter.
import { changeAt, frameAt, pathsOf, type Path } from '../../generators/calls/tree';
import type { ProgramCall } from '../../spec/call';
import type { Plan } from '../../spec/plan';
import { eachTransaction, instructionsOf, without, type Edit } from './edit';

/** Changes the call graph at a position among all instructions. */
const inCall =
  (wanted: number, change: (call: ProgramCall) => ProgramCall): Edit =>
  (plan) => {
    let position = 0;
    return eachTransaction((t) => ({
      ...t,
      instructions: t.instructions.map((item) =>
        position++ === wanted && item.kind === 'call' ? change(item) : item,
      ),
    }))(plan);
  };

type At = { readonly position: number; readonly call: ProgramCall; readonly path: Path };

/** Every frame of every graph, the deepest last. */
const framesIn = (plan: Plan): readonly At[] =>
  instructionsOf(plan).flatMap((call, position) =>
    call.kind === 'call' ? pathsOf(call, 0).map((path) => ({ position, call, path })) : [],
  );

const cut = (plan: Plan, list: 'steps' | 'accounts'): readonly Edit[] =>
  framesIn(plan).flatMap(({ position, call, path }) =>
    frameAt(call, path)[list].map((_, at) =>
      inCall(position, (graph) =>
        changeAt(graph, path, (frame) => ({
          [list]: without<unknown>(frame[list], { from: at, to: at + 1 }),
        })),
      ),
    ),
  );

/** Each step alone; a call goes with all that is below it. */
export const cutCallSteps = (plan: Plan): readonly Edit[] => cut(plan, 'steps');
/** Each account of each list alone. */
export const cutCallAccounts = (plan: Plan): readonly Edit[] => cut(plan, 'accounts');
