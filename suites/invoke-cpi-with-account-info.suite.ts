// INVOKE_CPI_WITH_ACCOUNT_INFO.md: accounts by options, account infos, contexts.
import { describeArea } from './describe-area';

describe('InvokeCpiWithAccountInfo', () => {
  describeArea('account-info', 'rule');
});
