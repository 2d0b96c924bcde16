// CPI_CONTEXT.md, Limitations: capacities, read-only entries, one state tree.
import { describeArea } from './describe-area';

describe('CPI context, limitations', () => {
  describeArea('limits', 'rule');
});
