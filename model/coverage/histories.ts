// What an accepted invocation shows of the history that led to it: who wrote when, which inputs, which SOL.
import type { EdgeId } from '../../spec/state-machine';
import { CALLERS, type KeyRole } from '../../spec/world';
import type { Step } from '../path';
import { isOpen, trailOf, type Trail, type Trails } from './trail';

type Sign = readonly [shows: boolean, edge: EdgeId];
const shown = (signs: readonly Sign[]): readonly EdgeId[] =>
  signs.filter(([shows]) => shows).map(([, edge]) => edge);

const others = ({ contexts }: Trails, key: KeyRole): readonly Trail[] =>
  [...contexts].filter(([other]) => other !== key).map(([, trail]) => trail);

const goesOn = ({ as, view }: Step, trail: Trail, trails: Trails): readonly Sign[] => [
  [as === 'set' && trail.transaction < trails.transaction, 'histories/picked-up-by-set'],
  [as === 'execute' && trail.transaction < trails.transaction, 'histories/picked-up-by-execute'],
  [as === 'set' && !trail.writers.has(view.caller), 'histories/another-program-sets'],
  [as === 'execute' && !trail.writers.has(view.caller), 'histories/another-program-executes'],
  [trail.refused, 'histories/on-after-refusal'],
];

const executes = ({ view }: Step, trail: Trail, trails: Trails): readonly Sign[] => {
  const { compressOrDecompressLamports: moved, isCompress } = view.data;
  return [
    [trail.begunIn === trails.transaction, 'histories/one-transaction'],
    [new Set([...trail.writers, view.caller]).size === CALLERS.length, 'histories/four-programs'],
    [trail.inputsBy.has('first-set'), 'histories/inputs-by-first-set'],
    [trail.inputsBy.has('set'), 'histories/inputs-by-set'],
    [view.own.inputs.length > 0, 'histories/inputs-of-its-own'],
    [moved !== null && isCompress, 'histories/sol-compressed'],
    [moved !== null && !isCompress, 'histories/sol-decompressed'],
  ];
};

/** Signs of an accepted invocation of the context `key`, before it is added to the trails. */
export const historyEdges = (step: Step, key: KeyRole, trails: Trails): readonly EdgeId[] => {
  const trail = trailOf(trails, key);
  const open = isOpen(trail) && step.as !== 'first-set';
  const beside = others(trails, key);
  return shown([
    [step.as === 'first-set' && trail.executions > 1, 'histories/third-life'],
    [
      beside.some(({ transaction }) => transaction === trails.transaction),
      'histories/two-in-one-transaction',
    ],
    [open && beside.some(({ moment }) => moment > trail.moment), 'histories/interleaved'],
    ...(open ? goesOn(step, trail, trails) : []),
    ...(open && step.as === 'execute' ? executes(step, trail, trails) : []),
  ]);
};
