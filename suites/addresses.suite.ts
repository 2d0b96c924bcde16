// Addresses: what new ones need and are, what outputs may claim, what a context notes of them.
import { describeArea } from './describe-area';

describe('Addresses of compressed accounts', () => {
  describeArea('addresses', 'rule');
});
