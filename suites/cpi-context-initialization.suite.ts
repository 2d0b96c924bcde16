// INIT_CPI_CONTEXT_ACCOUNT.md, and what CPI_CONTEXT.md says of a new context: accounts, sizes, owners, defaults, then use.
import { describeArea } from './describe-area';

describe('CPI context, initialisation', () => {
  describeArea('initialization', 'rule');
});
