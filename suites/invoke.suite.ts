// INVOKE.md: data, accounts, SOL, signer check, proofs and effects of Invoke, called directly and by programs.
import { describeArea } from './describe-area';

describe('Invoke', () => {
  describeArea('invoke', 'rule');
});
