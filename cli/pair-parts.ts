// Into how many parts the pairs of a full run are divided; loaded late, since the pairs need the generators.
import { PAIRS } from '../suites/precedence/ways';
import { partCount } from './pair-pool';

export const PAIR_PARTS = (): number => partCount(PAIRS);
