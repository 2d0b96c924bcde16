// Every check of the SDK, in the order of the report.
import type { Check } from './check';
import { ACCOUNT_CHECKS } from './checks/accounts';
import { BUILD_CHECKS } from './checks/build';
import { CODEC_CHECKS } from './checks/codec';
import { DERIVE_CHECKS } from './checks/derive';
import { ENCODE_CHECKS } from './checks/encode';
import { ERROR_CHECKS } from './checks/errors';
import { EVENT_CHECKS } from './checks/events';
import { ADDRESS_FEE_CHECKS } from './checks/address-fees';
import { EVENT_CODEC_CHECKS } from './checks/event-codec';
import { FEE_CHECKS } from './checks/fees';
import { HASH_CHECKS } from './checks/hashes';
import { INITIALIZE_CHECK } from './checks/initialize';
import { PLACE_CHECKS } from './checks/places';
import { PUBLIC_INPUT_CHECKS } from './checks/public-inputs';
import { TREE_CHECKS } from './checks/trees';
import { VALUE_CHECKS } from './checks/values';

export const CHECKS: readonly Check[] = [
  ...ENCODE_CHECKS,
  INITIALIZE_CHECK,
  ...BUILD_CHECKS,
  ...CODEC_CHECKS,
  ...DERIVE_CHECKS,
  ...HASH_CHECKS,
  ...PUBLIC_INPUT_CHECKS,
  ...ERROR_CHECKS,
  ...ACCOUNT_CHECKS,
  ...EVENT_CHECKS,
  ...EVENT_CODEC_CHECKS,
  ...FEE_CHECKS,
  ...ADDRESS_FEE_CHECKS,
  ...VALUE_CHECKS,
  ...PLACE_CHECKS,
  ...TREE_CHECKS,
];
