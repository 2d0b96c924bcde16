// The worker's side: answers the command's requests with an engine.
import type { Engine, EngineOptions } from '../suites/engine-types';
import { carriedCode } from './failure';
import { progressWriter } from './progress-file';
import type { Reply, Request } from './protocol';

export type OpenEngine = (options: EngineOptions) => Promise<Engine>;

type Session = { readonly engine: Engine; readonly note: (index: number) => void };

async function open(request: Extract<Request, { type: 'open' }>, openEngine: OpenEngine): Promise<Session> {
  const note = progressWriter(request.progressFile);
  const engine = await openEngine({ ...request.options, beforeCase: (_claim, index) => note(index) });
  return { engine, note };
}

function failed(error: unknown): Reply {
  const message = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error ? (error.stack ?? message) : message;
  return { type: 'failed', message, stack, exitCode: carriedCode(error) };
}

type Looking = Extract<Request, { type: 'look' | 'lookAt' }>;

async function sight(request: Looking, { sights }: Engine): Promise<unknown> {
  if (sights === undefined) throw new Error('the engine gives no sights');
  return request.type === 'look'
    ? sights.look(request.claim, request.cases)
    : sights.lookAt(request.claim, request.plan);
}

type Tracing = Extract<Request, { type: 'reach' | 'guided' }>;

async function traced(request: Tracing, { traces }: Engine): Promise<unknown> {
  if (traces === undefined) throw new Error('the engine leaves no traces');
  return request.type === 'reach'
    ? traces.reach(request.claim, request.cases)
    : traces.guided(request.request);
}

type Mutating = Extract<Request, { type: 'trace' | 'refer' | 'mutant' | 'compare' }>;

const MUTATING: ReadonlySet<Request['type']> = new Set(['trace', 'refer', 'mutant', 'compare']);
const isMutating = (request: Request): request is Mutating => MUTATING.has(request.type);

async function mutating(request: Mutating, { mutation }: Engine): Promise<unknown> {
  if (mutation === undefined) throw new Error('the engine knows no mutants');
  if (request.type === 'refer') return mutation.refer(request.claim, request.indices);
  if (request.type === 'compare') return mutation.compare(request.mutant, request.cases, request.texts);
  return request.type === 'trace'
    ? mutation.trace(request.claim, request.cases)
    : mutation.attempt(request.mutant, request.ranges);
}

async function answer(
  request: Exclude<Request, { type: 'open' }>,
  { engine, note }: Session,
): Promise<unknown> {
  note(-1);
  if (request.type === 'run') return engine.run(request.claim, request.runs);
  if (request.type === 'plan') return engine.planOf(request.claim, request.index);
  if (request.type === 'replay') return engine.replay(request.witness);
  if (request.type === 'look' || request.type === 'lookAt') return sight(request, engine);
  if (request.type === 'reach' || request.type === 'guided') return traced(request, engine);
  if (request.type === 'refute') {
    if (engine.wrongModels === undefined) throw new Error('the engine knows no wrong models');
    return engine.wrongModels.refute(request.request);
  }
  if (isMutating(request)) return mutating(request, engine);
  if (engine.pairs === undefined) throw new Error('the engine knows no pairs of rules');
  if (request.type === 'pairs') return engine.pairs.runPairs(request.request);
  return engine.pairs.replayPair(request.input);
}

/** A handler for one worker's requests: `open` first, then any of the others. It never throws. */
export function serve(openEngine: OpenEngine): (request: Request) => Promise<Reply> {
  let session: Session | undefined;
  return async (request) => {
    try {
      if (request.type === 'open') {
        session = await open(request, openEngine);
        return { type: 'done', value: session.engine.programs };
      }
      if (session === undefined) throw new Error('the engine is not open yet');
      return { type: 'done', value: await answer(request, session) };
    } catch (error) {
      return failed(error);
    }
  };
}
