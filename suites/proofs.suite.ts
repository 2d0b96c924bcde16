// Zero-knowledge proofs: the negatives on the version under test, and everything on the one whose package has the proving keys.
import { proverFiles } from '../proofs/prover-package';
import { describeArea } from './describe-area';

describe('Proofs on the version under test', () => {
  describeArea('proofs', 'rule');
});

describe('Proofs on the version that the committed ones are for', () => {
  describeArea('proofs', 'rule', proverFiles().version);
});
