// Plans that break no, one or several rules, in any account order, and sequences: errors appear only when documented.
import { AREAS } from '../spec/rule';
import { claims } from './claims';
import { describeArea } from './describe-area';

const swept = AREAS.filter((area) => claims().some((claim) => claim.area === area && claim.kind === 'sweep'));

describe.each(swept)('Sweep over %s', (area) => {
  describeArea(area, 'sweep');
});
