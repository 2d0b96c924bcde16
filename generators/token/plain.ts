// What every plan of the token program begins with: a scene in a setting that keeps transactions small.
import fc from 'fast-check';
import type { PlannedTransaction } from '../../spec/plan';
import type { Setting } from '../invocation';
import type { Scenario, ScenarioKind } from '../scenario';
import { setting, type Fences } from '../settings';
import { ACCOUNT_BEFORE, MINT_BEFORE, sceneIn, type Scene } from './scene';

/** A setting in which every program is called by the transaction itself, which keeps it small. */
const plainSetting = (fences: Fences): fc.Arbitrary<Setting> =>
  setting(fences).map((where) => ({ ...where, through: [] }));

export const scene = (fences: Fences): fc.Arbitrary<Scene> => sceneIn(plainSetting(fences));

export const scenarioOf = (
  kind: ScenarioKind,
  transactions: readonly PlannedTransaction[],
  target = { transaction: transactions.length - 1, instruction: 0 },
): Scenario => ({ kind, plan: { accounts: [MINT_BEFORE, ACCOUNT_BEFORE], transactions }, target });
