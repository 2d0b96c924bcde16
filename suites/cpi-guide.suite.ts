// CPI_GUIDE.md: what any program may do by CPI, and what the runtime refuses.
import { describeArea } from './describe-area';

describe('The CPI guide', () => {
  describeArea('cpi-guide', 'rule');
  describeArea('cpi-guide', 'law');
});
