// INVOKE_CPI.md, Step 3: the three-part signer check.
import { describeArea } from './describe-area';

describe('InvokeCpi, three-part signer check', () => {
  describeArea('signer-checks', 'rule');
});
