// valid(): plans that the documents accept, by kind of scenario.
import fc from 'fast-check';
import { calls, callsChain, callsDeep } from './calls/scenarios';
import type { Scenario, ScenarioKind } from './scenario';
import { execute, executeSpend, firstSet, firstSetPlain, set, spendWritten } from './scenarios/context';
import { compress, decompress, direct, spend, spendAtOnce } from './scenarios/direct';
import { initialize, initializeUsed } from './scenarios/initialization';
import { directV1, executeV1, mixed } from './scenarios/leaves';
import { fullOf, readOnlyVariant } from './scenarios/limits';
import type { Fences } from './settings';

const BY_KIND: Readonly<Record<ScenarioKind, (fences: Fences) => fc.Arbitrary<Scenario>>> = {
  direct,
  spend,
  compress,
  decompress,
  'first-set': firstSet,
  'first-set-plain': firstSetPlain,
  set,
  execute,
  'execute-spend': executeSpend,
  'spend-written': spendWritten,
  'full-addresses': fullOf('addresses'),
  'full-inputs': fullOf('inputs'),
  'full-outputs': fullOf('outputs'),
  'full-data': fullOf('data'),
  'read-only-variant': readOnlyVariant,
  initialize,
  'initialize-used': initializeUsed,
  'direct-v1': directV1,
  'execute-v1': executeV1,
  mixed,
  'spend-at-once': spendAtOnce,
  calls,
  'calls-deep': callsDeep,
  'calls-chain': callsChain,
};

/** Plans of the given kinds, each kind equally often; a failure shrinks to the first kind that still fails. */
export const valid = (fences: Fences, kinds: readonly ScenarioKind[]): fc.Arbitrary<Scenario> =>
  fc.oneof({ withCrossShrink: true }, ...kinds.map((kind) => BY_KIND[kind](fences)));
