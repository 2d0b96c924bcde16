// The metamorphic laws: what the documents do not name, or name as equal, makes no difference.
import { describeArea } from './describe-area';

describe('Laws', () => {
  describeArea('laws', 'law');
});
