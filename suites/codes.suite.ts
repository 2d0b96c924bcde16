// INSTRUCTIONS.md, Error Codes Reference: what is tried to raise each code under each instruction, and what comes of it.
import { describeArea } from './describe-area';

describe('Codes', () => {
  describeArea('codes', 'rule');
});
