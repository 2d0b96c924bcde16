// INVOKE_CPI.md and INVOKE.md, Key Differences: each row of the tables, in both columns.
import { describeArea } from './describe-area';

describe('Invoke versus InvokeCpi', () => {
  describeArea('differences', 'rule');
  describeArea('differences', 'law');
});
