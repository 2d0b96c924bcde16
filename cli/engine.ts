// Loads the claims, and in a worker the engine, when they are first needed: the command itself stays free of the validator.
import type { Claim } from '../suites/engine-types';
import type { OpenEngine } from './serve';

/** Opens the programs; see suites/engine.ts. */
export const openEngine: OpenEngine = async (options) =>
  (await import('../suites/engine')).openEngine(options);

/** Every claim, in the order in which the report lists them. */
export const allClaims = async (): Promise<readonly Claim[]> => (await import('../suites/claims')).claims();
