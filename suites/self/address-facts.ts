// The world's facts without a validator: the addresses, for models that hash them; nothing was appended and nothing costs.
import { addressOf } from '../../harness/keys';
import type { WorldFacts } from '../../spec/facts';

export const ADDRESS_FACTS: WorldFacts = {
  addressOf,
  nextIndexOf: () => 0,
  sequenceOf: () => 0n,
  feesOf: () => ({ rollover: 0n, network: 0n }),
};
