// REINIT_CPI_CONTEXT_ACCOUNT.md: a version 1 context becomes one of version 2.
import { describeArea } from './describe-area';

describe('ReInitCpiContextAccount', () => {
  describeArea('re-initialization', 'rule');
});
