// Every check of the SDK, in the order of the report.
import type { Check } from './check';
import { CODEC_CHECKS } from './checks/codec';
import { DERIVE_CHECKS } from './checks/derive';
import { ENCODE_CHECKS } from './checks/encode';
import { ERROR_CHECKS } from './checks/errors';
import { VALUE_CHECKS } from './checks/values';

export const CHECKS: readonly Check[] = [
  ...ENCODE_CHECKS,
  ...CODEC_CHECKS,
  ...DERIVE_CHECKS,
  ...ERROR_CHECKS,
  ...VALUE_CHECKS,
];
