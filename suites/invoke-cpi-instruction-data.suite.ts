// INVOKE_CPI.md, Instruction Data: discriminator and layout.
import { describeArea } from './describe-area';

describe('InvokeCpi, instruction data', () => {
  describeArea('instruction-data', 'rule');
});
