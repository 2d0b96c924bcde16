// INVOKE_CPI_WITH_ACCOUNT_INFO.md: accounts by options, account infos, contexts; and that its siblings do the same.
import { describeArea } from './describe-area';

describe('InvokeCpiWithAccountInfo', () => {
  describeArea('account-info', 'rule');
});

describe('InvokeCpi and its siblings', () => {
  describeArea('account-info', 'law');
});
