// CPI_CONTEXT.md, Validation Rules: owner, discriminator, fee payer, tree, emptiness.
import { describeArea } from './describe-area';

describe('CPI context, validation rules', () => {
  describeArea('validation', 'rule');
});
