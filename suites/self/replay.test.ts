// A replay can be sent from one process to another, whatever the model was asked.
import { FENCES } from '../../spec/fences';
import { openEngine } from '../engine';
import type { Engine } from '../engine-types';

const ALL_FENCES = new Set(FENCES.map(({ rule }) => rule));

describe('A replay', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openEngine({ version: '0.28.3', seed: 1, runs: 1, fences: ALL_FENCES });
  });

  test.each([
    'effects/outputs-hashed',
    'effects/v1-root',
    'effects/fees',
    'effects/event-outputs',
    'effects/queue-chain',
    'effects/nullifier-chain',
    'proofs/v1-changelog',
  ])('of %s matches and can be sent', async (rule) => {
    const replay = await engine.replay({ rule, ...engine.planOf(rule, 0) });
    expect(replay.verdict.kind).toBe('match');
    expect(structuredClone(replay)).toEqual(replay);
  });
});
