// CPI_CONTEXT.md, Modes, and INVOKE_CPI.md, CPI Context Modes: the four modes and their flags.
import { describeArea } from './describe-area';

describe('CPI context, modes', () => {
  describeArea('modes', 'rule');
});
