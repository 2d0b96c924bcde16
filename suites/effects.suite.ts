// What acceptance does: the context written, executed and cleared; outputs created, inputs nullified, SOL moved.
import { describeArea } from './describe-area';

describe('Effects of accepted invocations', () => {
  describeArea('effects', 'rule');
});
