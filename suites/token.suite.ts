// The published compressed-token program as a caller: mints, transfers, compression, and contexts shared with our programs.
import { describeArea } from './describe-area';

describe('The compressed-token program', () => {
  describeArea('token', 'rule');
});
