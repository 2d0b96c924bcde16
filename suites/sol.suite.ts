// SOL: sums, the pool and its slots, who gives and who gets, and that no lamport is lost.
import { describeArea } from './describe-area';

describe('SOL in and out of compressed accounts', () => {
  describeArea('sol', 'rule');
});
