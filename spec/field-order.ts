// The order of the scalar field of BN254, which everything that is hashed must be smaller than: 32 bytes, big-endian.
export const FIELD_ORDER = '30644e72e131a029b85045b68181585d2833e84879b9709143e1f593f0000001';
