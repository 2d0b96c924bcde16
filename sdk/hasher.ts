// A hasher for the functions of the SDK that want one: what @lightprotocol/hasher.rs is in WebAssembly, in two lines.

/** To import beside the SDK's `bn`: circom's Poseidon, as the published hasher computes it. */
export const HASHER_FROM = { 'poseidon-lite': ['poseidon2', 'poseidon3'] } as const;

/** `hasher` is a `LightWasm` as far as these functions ask it; two or three numbers. */
export const HASHER =
  'const hash = (parts) => (parts.length === 2 ? poseidon2 : poseidon3)(parts.map((one) => BigInt(one.toString())));\n' +
  'const hasher = { poseidonHashBN: (parts) => bn(hash(parts).toString()), poseidonHashString: (parts) => hash(parts).toString() };';
