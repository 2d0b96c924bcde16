// INVOKE_CPI.md, Accounts: the eleven slots and the remaining accounts.
import { describeArea } from './describe-area';

describe('InvokeCpi, accounts', () => {
  describeArea('accounts', 'rule');
});
