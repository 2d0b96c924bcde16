// Runs a recorded case again and judges it as a run judges the cases of its claim.
import { lawById } from '../spec/laws';
import type { Effects, Prediction } from '../spec/prediction';
import type { ObservedCode } from '../spec/result';
import type { About } from './asked';
import type { Notebook } from './both/notebook';
import { judgedBy } from './claim-run';
import { claimById } from './claims';
import type { Engine, Replay } from './engine-types';
import { runCase } from './run-case';
import type { Runner } from './runner';

/** A witness of a claim that no longer exists is judged by the documents alone. */
const UNKNOWN_CLAIM = { id: '', rule: null } as const;

/** What a leaf, a hash chain or a changelog must be is a function, and goes. */
const plain = (effects: Effects): Effects => ({
  ...effects,
  leaves: null,
  observed: { ...effects.observed, chains: null, kept: new Map() },
});

/** A prediction that another process can be sent. */
const sendable = (prediction: Prediction): Prediction =>
  prediction.kind === 'unspecified'
    ? prediction
    : {
        ...prediction,
        alternatives: prediction.alternatives.map((one) =>
          one.kind === 'accepted' ? { ...one, effects: plain(one.effects) } : one,
        ),
      };

type On = {
  readonly runnerOf: (claim: About & { readonly id: string }) => Promise<Runner>;
  readonly notebook: Notebook | null;
  /** Errors that no document names; undefined, any is as good. */
  readonly frozen: readonly ObservedCode[] | undefined;
};

/** What replays witnesses on programs that are loaded. */
export const replayOn =
  ({ runnerOf, notebook, frozen }: On): Engine['replay'] =>
  async ({ rule, plan, twin }): Promise<Replay> => {
    const claim = claimById(rule) ?? UNKNOWN_CLAIM;
    const runner = await runnerOf(claim);
    const law = lawById(rule);
    notebook?.take();
    const judging = { ...judgedBy({ claim, runner, frozen }), ...(law && { law }) };
    const { verdict, twinAccepted, observation, judged } = await runCase(runner, { plan, twin }, judging);
    const predictions = judged.predictions.map(sendable);
    const replayed = { verdict, twinAccepted, observation, predictions };
    return notebook === null ? replayed : { ...replayed, disagreements: notebook.take() };
  };
