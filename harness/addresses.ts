// The published addresses that plans mention by name, in base58.
import type { KeyRole } from '../spec/world';

export const LIGHT_SYSTEM = 'SySTEM1eSU2p4BGQfQpimFEWWSC1XDFeun3Nqzz3rT7';
export const ACCOUNT_COMPRESSION = 'compr6CUsB5m2jS4Y3831ztGSTnDpnKJTKS95d64XVq';
export const NOOP = 'noopb9bkMVfRPU8AsbpTUg8AQkHtKwMYZiFUjNRtMmV';
export const TOKEN_PROGRAM = 'cTokenmWW8bLPjZEBAUgYy3zKxQZW6VKi7bqNFEVv3m';
export const SPL_TOKEN = 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA';
export const SOLANA_SYSTEM = '11111111111111111111111111111111';
export const COMPUTE_BUDGET = 'ComputeBudget111111111111111111111111111111';
export const ADDRESS_LOOKUP_TABLE = 'AddressLookupTab1e1111111111111111111111111';
export const BPF_LOADER = 'BPFLoader2111111111111111111111111111111111';

/** The v2 state trees of the published fixtures, each with its output queue and its context account. */
const STATE_TREES = [
  {
    tree: 'bmt1LryLZUMmF7ZtqESaw7wifBXLfXHQYoE4GAmrahU',
    queue: 'oq1na8gojfdUhsfCpyjNt6h4JaDWtHf1yQj4koBWfto',
    context: 'cpi15BoVPKgEPw5o8wc2T816GE7b378nMXnhH3Xbq4y',
  },
  {
    tree: 'bmt2UxoBxB9xWev4BkLvkGdapsz6sZGkzViPNph7VFi',
    queue: 'oq2UkeMsJLfXt2QHzim242SUi3nvjJs8Pn7Eac9H9vg',
    context: 'cpi2yGapXUR3As5SjnHBAVvmApNiLsbeZpF3euWnW6B',
  },
  {
    tree: 'bmt3ccLd4bqSVZVeCJnH1F6C8jNygAhaDfxDwePyyGb',
    queue: 'oq3AxjekBWgo64gpauB6QtuZNesuv19xrhaC1ZM1THQ',
    context: 'cpi3mbwMpSX8FAGMZVP85AwxqCaQMfEk9Em1v8QK9Rf',
  },
  {
    tree: 'bmt4d3p1a4YQgk9PeZv5s4DBUmbF5NxqYpk9HGjQsd8',
    queue: 'oq4ypwvVGzCUMoiKKHWh4S1SgZJ9vCvKpcz6RT6A8dq',
    context: 'cpi4yyPDc4bCgHAnsenunGA8Y77j3XEDyjgfyCKgcoc',
  },
  {
    tree: 'bmt5yU97jC88YXTuSukYHa8Z5Bi2ZDUtmzfkDTA2mG2',
    queue: 'oq5oh5ZR3yGomuQgFduNDzjtGvVWfDRGLuDVjv9a96P',
    context: 'cpi5ZTjdgYpZ1Xr7B1cMLLUE81oTtJbNNAyKary2nV6',
  },
] as const;

/** The v1 state trees, each with its nullifier queue and its context account. */
const STATE_TREES_V1 = [
  {
    tree: 'smt1NamzXdq4AMqS2fS2F1i5KTYPZRhoHgWx38d8WsT',
    queue: 'nfq1NvQDJ2GEgnS8zt9prAe8rjjpAW1zFkrvZoBR148',
    context: 'cpi1uHzrEhBG733DoEJNgHCyRS3XmmyVNZx5fonubE4',
  },
  {
    tree: 'smt2rJAFdyJJupwMKAqTNAJwvjhmiZ4JYGZmbVRw1Ho',
    queue: 'nfq2hgS7NYemXsFaFUCe3EMXSDSfnZnAe27jC6aPP1X',
    context: 'cpi2cdhkH5roePvcudTgUL8ppEBfTay1desGh8G8QxK',
  },
] as const;

const SINGLE: readonly (readonly [KeyRole, string])[] = [
  ['light-system', LIGHT_SYSTEM],
  ['account-compression', ACCOUNT_COMPRESSION],
  ['registered-program-pda', '35hkDgaAKwMCaxRz2ocSZ6NaUrtKkyNqU6c4RV3tYJRh'],
  ['account-compression-authority', 'HwXnGK3tPkkVY6P439H2p68AxpeuWXd5PcrAxFpbmfbA'],
  ['sol-pool', 'CHK57ywWSDncAoRu1F8QgwYJeXuAJyyBYT4LixLXvMZ1'],
  ['solana-system', SOLANA_SYSTEM],
  ['noop', NOOP],
  ['address-lookup-table', ADDRESS_LOOKUP_TABLE],
  ['program:token', TOKEN_PROGRAM],
  ['authority:token', 'GXtd2izAiMJPwMEjfgTRH3d7k9mjn4Jq3JrWFv9gySYy'],
  ['spl-token', SPL_TOKEN],
  ['address-tree', 'amt2kaJA14v3urZbZvnc5v2np8jqvc4Z8zDep5wbtzx'],
  ['address-tree-2', 'EzKE84aVTkCUhDHLELqyJaq1Y7UVVmqxXqZjVHwHY3rK'],
  ['address-tree-v1', 'amt1Ayt45jfbdw5YSo7iz6WZxUmnZsQTYXy82hVwyC2'],
  ['address-queue-v1', 'aq1S9z4reTSQAdgWHGD2zDaS39sjGrAxbR31vxJ2F4F'],
];

/** Every role with a published address. */
export const PUBLISHED: readonly (readonly [KeyRole, string])[] = [
  ...SINGLE,
  ...[...STATE_TREES, ...STATE_TREES_V1].flatMap(({ tree, queue, context }, i) => {
    const rows: [KeyRole, string][] = [
      [`tree:${i + 1}`, tree],
      [`queue:${i + 1}`, queue],
      [`context:${i + 1}`, context],
    ];
    return rows;
  }),
];
