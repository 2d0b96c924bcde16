// INVOKE_CPI_WITH_READ_ONLY.md: data, both account modes, contexts, read-only accounts and addresses.
import { describeArea } from './describe-area';

describe('InvokeCpiWithReadOnly', () => {
  describeArea('read-only', 'rule');
});
