// The ruling on one instruction for the token program or SPL Token: what the documents say of its call, and what else it does.
import type { PlannedTransaction } from '../../spec/plan';
import { poolOf, TOKEN_ACCOUNT_RENT, type TokenInstruction } from '../../spec/token';
import type { KeyRole } from '../../spec/world';
import { NO_SHAPES } from '../context-shapes';
import { NO_LEAVES, type Changes } from '../effects';
import type { Judged } from '../fold';
import type { ModelOptions } from '../options';
import { ruleInvocation, type Branch } from '../ruling';
import type { Holds } from '../step';
import { summed, united } from '../sums';
import { viewOf } from '../view';
import type { ModelWorld } from '../world';
import { amountsAfter, movedBy } from './amounts';
import { callOf } from './invocation';
import { byItself } from './refusals';

type Asked = {
  readonly world: ModelWorld;
  readonly step: TokenInstruction;
  readonly transaction: PlannedTransaction;
  readonly position: number;
  readonly options: ModelOptions;
};

/** The accounts that SPL Token writes for an instruction. */
const writtenBy = (step: TokenInstruction): readonly KeyRole[] => {
  switch (step.name) {
    case 'create-mint':
      return [step.mint];
    case 'open-account':
      return [step.account];
    case 'mint-spl':
      return [step.mint, step.account];
    case 'create-pool':
      return [poolOf(step.mint)];
    case 'mint-to':
      return [step.mint, poolOf(step.mint)];
    case 'transfer':
      return step.move === null ? [] : [poolOf(step.mint), step.move.account];
  }
};

/** A pool is the only account that is made, and its rent paid. */
const rentOf = (step: TokenInstruction): ReadonlyMap<KeyRole, bigint> =>
  step.name === 'create-pool'
    ? new Map([
        [step.payer, -TOKEN_ACCOUNT_RENT],
        [poolOf(step.mint), TOKEN_ACCOUNT_RENT],
      ])
    : new Map();

const nothingBut = (world: ModelWorld): Changes => ({
  world,
  appended: new Map(),
  lamports: new Map(),
  mayChange: new Set(),
  mayRewrite: new Set(),
  shapes: NO_SHAPES,
  ...NO_LEAVES,
});

/** What the call does, and what SPL Token does besides. */
const withTokens = <T extends Changes>(changes: T, step: TokenInstruction, holds: Holds): T => {
  const written = new Set(writtenBy(step));
  const rent = rentOf(step);
  return {
    ...changes,
    world: { ...changes.world, tokens: amountsAfter(changes.world, movedBy(step, holds)) },
    allLamports: summed(changes.allLamports, rent),
    mayChange: united(changes.mayChange, new Set([...written, ...rent.keys()])),
    mayRewrite: united(changes.mayRewrite, written),
  };
};

/** What may come of one instruction of this kind in a world. */
export const ruleToken = ({ world, step, transaction, position, options }: Asked): Judged => {
  const holds: Holds = (rule) => !options.dropped.has(rule);
  const call = callOf(step, options);
  if (call === null) {
    const only: Branch = { ...withTokens(nothingBut(world), step, holds), because: [], as: 'none' };
    return { view: null, ruling: { accepted: [only], rejected: [], unspecified: null, exercised: [] } };
  }
  const view = { ...viewOf(world, call, { transaction, facts: options.facts }), token: step };
  const ruling = ruleInvocation({ view, position, options });
  return {
    view,
    ruling: {
      ...ruling,
      accepted: ruling.accepted.map((branch) => withTokens(branch, step, holds)),
      rejected: ruling.rejected.map(byItself),
    },
  };
};
