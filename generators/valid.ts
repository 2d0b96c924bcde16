// valid(): plans that the documents accept, by kind of scenario.
import fc from 'fast-check';
import { calls, callsChain, callsDeep } from './calls/scenarios';
import { possibleKinds } from './former/kinds';
import type { Scenario, ScenarioKind } from './scenario';
import { execute, executeSpend, firstSet, firstSetPlain, set, spendWritten } from './scenarios/context';
import { compress, decompress, direct, spend, spendAtOnce } from './scenarios/direct';
import { initialize, initializeUsed } from './scenarios/initialization';
import { invokeCompress, invokeCreate, invokeDecompress, invokeSpend, invokeV1 } from './scenarios/invoke';
import {
  addressAssigning,
  addressContext,
  addressDirect,
  addressNoting,
  addressWrite,
} from './scenarios/addresses';
import { directV1, executeV1, mixed } from './scenarios/leaves';
import { executeOwn } from './scenarios/own-inputs';
import { PROOF_SCENARIOS } from './proofs/scenarios';
import { executeFull } from './scenarios/emptied';
import { createMany, executeMany } from './scenarios/many';
import { spendMany, spendSeveral } from './scenarios/several';
import { fullOf, readOnlyVariant } from './scenarios/limits';
import { reinitialize } from './scenarios/reinitialization';
import { solAtOnce, solCompress, solDecompress, solExecute, solTransfer, solWrite } from './scenarios/sol';
import type { Fences } from './settings';
import { TOKEN_PROOF_SCENARIOS } from './token/proven';
import { TOKEN_SCENARIOS } from './token/scenarios';
import { keptWritable } from './written';
import { callsTables } from './tables/scenarios';
import { SIBLING_SCENARIOS } from './siblings/scenarios';

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
  'execute-own': executeOwn,
  'spend-written': spendWritten,
  'full-addresses': fullOf('addresses'),
  'full-inputs': fullOf('inputs'),
  'full-outputs': fullOf('outputs'),
  'full-data': fullOf('data'),
  'read-only-variant': readOnlyVariant,
  initialize,
  'initialize-used': initializeUsed,
  reinitialize,
  'direct-v1': directV1,
  'execute-v1': executeV1,
  mixed,
  'spend-at-once': spendAtOnce,
  'spend-several': spendSeveral,
  'spend-many': spendMany,
  'create-many': createMany,
  'execute-many': executeMany,
  'execute-full': executeFull,
  calls,
  'calls-deep': callsDeep,
  'calls-chain': callsChain,
  'calls-tables': callsTables,
  'invoke-create': invokeCreate,
  'invoke-spend': invokeSpend,
  'invoke-compress': invokeCompress,
  'invoke-decompress': invokeDecompress,
  'invoke-v1': invokeV1,
  ...PROOF_SCENARIOS,
  ...SIBLING_SCENARIOS,
  'sol-compress': solCompress,
  'sol-transfer': solTransfer,
  'sol-decompress': solDecompress,
  'sol-write': solWrite,
  'sol-execute': solExecute,
  'sol-at-once': solAtOnce,
  'address-direct': addressDirect,
  'address-assigning': addressAssigning,
  'address-context': addressContext,
  'address-noting': addressNoting,
  'address-write': addressWrite,
  ...TOKEN_SCENARIOS,
  ...TOKEN_PROOF_SCENARIOS,
};

/** Plans of the given kinds, each kind that the version's world has equally often; a failure shrinks to the first kind that still fails. */
export const valid = (fences: Fences, kinds: readonly ScenarioKind[]): fc.Arbitrary<Scenario> =>
  fc
    .oneof({ withCrossShrink: true }, ...possibleKinds(kinds, fences).map((kind) => BY_KIND[kind](fences)))
    .map((scenario) => ({ ...scenario, plan: keptWritable(scenario.plan, fences) }));
