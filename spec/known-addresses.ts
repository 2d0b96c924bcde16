// Addresses that some seeds come to, by the public derivation, so that a plan can claim a new address for an output.
import type { Hex } from './plan';
import type { CallerName } from './world';

/** 32 bytes each; a test derives them again. */
export type KnownAddress = {
  readonly seed: Hex;
  /** In the v1 tree: of tree and seed. */
  readonly v1: Hex;
  /** In the v2 tree: of seed, tree and program. */
  readonly v2: Readonly<Record<CallerName, Hex>>;
};

export const KNOWN_ADDRESSES: readonly KnownAddress[] = [
  {
    seed: '0000000000000000000000000000000000000000000000000000000000000001',
    v1: '004b569a9530f266ab3d2527866d2ad4709ec1a484daf85f6488f80612e700e8',
    v2: {
      A: '006cf181d900b5613a371a415013bb563d09d0eb5308baf80efc3c4c2ddff6c3',
      B: '00c594675192a97fbdeae42c0b8dd88cfc24ed236dc2274460452746fd8bd0de',
      C: '0033defe93af335df1fa288d4d30bc84ce6a34631cf4412c24e758714da8635e',
      D: '00718a9a3d8f6097cbe4d368c2ed1c150d9fe7986ea3ff541db073517a77da5c',
    },
  },
  {
    seed: '0000000000000000000000000000000000000000000000000000000000000002',
    v1: '003b9287bf93ff7c6700cbe8ff5fe5b9806d31f3ffc8c771d788a5a01210eb71',
    v2: {
      A: '00781562e3fca136ea55a7436c9f5e7ab98772dd9a7d9aa047f565c53bc80dc2',
      B: '00df08604bd60be3f5937e4cccc961293040960f2525767a6a1001b399e3aa5d',
      C: '0006fa720d6cd980805f0ea89a844bcf2ea1a691c4f070f7a410f5ac85681ddf',
      D: '00c9e812ab6ad6c97a5edcc1b8b5119103208a4dc39aa6f9f0766385636a9abb',
    },
  },
  {
    seed: '0000000000000000000000000000000000000000000000000000000000000003',
    v1: '008480b10ab2006bce66b790b653e39aa036978aba266fd17f2ea0cbd8928755',
    v2: {
      A: '00a9d53e888170e836ed634fdc8c0f7de405810a4e13318725bc0bb3f191c15c',
      B: '007b932d4b1badb980d6b6602128429317ae117b7969ccedc906b7696b6a92ff',
      C: '00ec674837852b60edeaa6a25ff6c2fedb18eb844372728741748f5c8b6022a3',
      D: '007142be222236ec86ea9d45dc4226534a1040362e133d08df010dc8d85bd213',
    },
  },
];
