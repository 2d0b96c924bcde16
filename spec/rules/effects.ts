// Rules about what an accepted invocation does to the world.
import { accepts, cpiContext, effect, invokeCpi, observed, pipeline, rejects, rulesOf } from './make';

export const EFFECT_RULES = rulesOf('effects', {
  'first-set-fee-payer': {
    statement: 'A first set stores its fee payer in the context.',
    expects: effect,
    sources: [cpiContext('Step 1: First Invocation', 'ef90222c57ad2808')],
  },
  'first-set-stores': {
    statement:
      'After a first set the context holds exactly the inputs, outputs and addresses that were sent.',
    expects: effect,
    sources: [cpiContext('Step 1: First Invocation', '78a83d2dc0aad4c9')],
  },
  'first-set-clears': {
    statement: 'A first set on a context that holds data removes all of it.',
    expects: effect,
    sources: [
      cpiContext('Step 1: First Invocation', 'f631cc77184eed30'),
      cpiContext('Modes', '9bbe50ac60cc677d'),
    ],
  },
  'set-appends': {
    statement: 'A set appends what was sent behind what the context held.',
    expects: effect,
    sources: [cpiContext('Step 2: Subsequent Invocations (0 or more)', 'd7d32390404726f1')],
  },
  'write-returns-early': {
    statement: 'A write executes nothing: no output is created, no input nullified, no lamports move.',
    expects: effect,
    sources: [invokeCpi('Step 4: Process CPI Context or Execute', 'c8fe18067fb5be27')],
  },
  'execute-combines': {
    statement: 'An execution creates the outputs of the context together with its own.',
    expects: effect,
    sources: [
      cpiContext('Step 3: Final Invocation', 'e348e019c573bd24'),
      invokeCpi('Step 4: Process CPI Context or Execute', 'e348e019c573bd24'),
    ],
  },
  'execute-clears': {
    statement: 'After an execution the context is cleared: no fee payer, no entries, no leftover data.',
    expects: effect,
    sources: [
      cpiContext('Step 3: Final Invocation', 'bf96a13b0ac879ab'),
      cpiContext('Quick Reference', '65649d7b583c2110'),
    ],
  },
  'associated-tree-kept': {
    statement: 'Clearing and writing leave the context associated with its Merkle tree.',
    expects: effect,
    sources: [cpiContext('Stored Data in CpiContextAccount', 'e8b4bd854b1002e6')],
  },
  'size-and-capacities': {
    statement:
      'A context account has 14,020 bytes and the capacities 10, 10, 10, 20, 30, before and after every invocation.',
    expects: effect,
    sources: [
      cpiContext('2. Fixed Capacity', '4b60af8eb8e885d5'),
      cpiContext('2. Fixed Capacity', '66fbcdef20368cb4'),
    ],
  },
  'outputs-created': {
    statement: 'An invocation without a context executes at once: its outputs are created.',
    expects: effect,
    sources: [invokeCpi('State Changes', '874101c37a65ea0d'), invokeCpi('Data Layout', '592185e39bfb2fa9')],
  },
  'outputs-hashed': {
    statement:
      'What an execution appends for each output is the hash of that very account, with its leaf index, tree, owner, lamports, address and data.',
    expects: effect,
    sources: [invokeCpi('State Changes', '874101c37a65ea0d')],
    note: 'The hash is the public definition of compressed accounts; within an execution any order is allowed.',
  },
  'dataless-output-from-context': {
    statement:
      'An output without data that comes from the context is created without data, as the same output sent to an execution is.',
    expects: effect,
    sources: [
      cpiContext('Step 3: Final Invocation', 'e348e019c573bd24'),
      invokeCpi('State Changes', '874101c37a65ea0d'),
    ],
  },
  'v1-root': {
    statement: 'After an execution the root of a v1 state tree is the root over all its leaves.',
    expects: effect,
    sources: [invokeCpi('State Changes', '874101c37a65ea0d')],
    note: 'The root is the public definition of v1 trees: height 26, Poseidon, empty subtrees from zero.',
  },
  'inputs-nullified': {
    statement: 'An input is nullified: it can be spent once and not again.',
    expects: rejects,
    sources: [invokeCpi('State Changes', '4cd22810cecb048c')],
  },
  'no-data-spendable': {
    statement:
      'An account without data can be spent as what it is, also where a context created it or brings it in.',
    expects: accepts,
    sources: [
      cpiContext('Step 3: Final Invocation', 'e348e019c573bd24'),
      cpiContext('Step 1: First Invocation', '78a83d2dc0aad4c9'),
      invokeCpi('State Changes', '4cd22810cecb048c'),
    ],
    note: 'Created by another program than its owner, since what a program creates for itself must carry data. Of another owner it may not carry any, so that the valid plan with data has another creator, too: who creates it and what it carries change together.',
  },
  'sol-moved': {
    statement: 'SOL can be compressed into the sol pool and decompressed from it to a recipient.',
    expects: effect,
    sources: [invokeCpi('State Changes', 'c9b51708a7aa27ac')],
  },
  'transaction-hash': {
    statement:
      'The hash of a transaction is made from the chain of its inputs’ hashes, that of its outputs’ hashes and the slot, where one is made.',
    expects: effect,
    recorded: true,
    sources: [pipeline('Step 10: Create Transaction Hash', '1ce4ea1f1364603c')],
    note: 'As the public definition chains them. InvokeCpi’s data cannot ask for one: none is as good, which is what zeros say.',
  },
  'leaf-order': {
    ...observed,
    statement:
      'The outputs of an execution get consecutive leaf indices, first those of the context in the order of the writes, then its own.',
  },
  fees: {
    ...observed,
    statement:
      "The fee payer gives each output's rollover fee to the queue or v1 tree that takes it and one network fee for the execution to the first v2 queue that takes one, else to the first v2 tree of an input, one to a v1 tree for inputs that come from it in a row, and for each new address the rollover fee of its queue and the network fee of its tree to the queue; nothing else moves.",
    note: 'Both fees as the queue or tree stores them; an execution that only appends to v1 trees pays no network fee. Inputs of v1 trees and new addresses need valid proofs: their fees were seen on 0.28.3 with the keys of 0.27.0 (`mutate`), and on no release.',
  },
  'event-outputs': {
    ...observed,
    recorded: true,
    statement:
      'An execution hands every output on for indexers, in order, with its hash, its leaf index and the account that takes it.',
  },
  'event-inputs': {
    ...observed,
    recorded: true,
    statement:
      'An execution hands every input on for indexers, first those of the context, with its hash, leaf index, tree and queue.',
  },
  'event-context-outputs': {
    ...observed,
    recorded: true,
    statement:
      'An execution hands every output of the context on in full: owner, lamports, address, discriminator, data and data hash.',
    note: 'Its own outputs stand in full in the instruction that executes, where indexers read them.',
  },
  'event-sequences': {
    ...observed,
    recorded: true,
    statement:
      'An execution hands on for indexers, of each queue or v1 tree that outputs go to and of each v2 tree that inputs come from, once each: tree, queue, kind and how far it was.',
    note: 'A queue counts what was appended, a v2 tree what was nullified, a v1 tree its changes, this one with them.',
  },
  'event-counts': {
    ...observed,
    recorded: true,
    statement:
      'An execution tells account-compression that a program invokes it, its authority’s bump, and how many queues and trees inputs come from and outputs and addresses go to.',
  },
  'event-transaction-hash': {
    ...observed,
    recorded: true,
    statement:
      'An execution by InvokeCpi that spends accounts has a transaction hash; one that only creates accounts has none.',
  },
  'proof-statement': {
    ...observed,
    statement:
      'An execution whose proof is refused answers 6043 and logs what it should have proven: of each input that no index proves its hash and root, then the new addresses and their roots.',
    note: 'The inputs need not exist: hashes are the public definition of compressed accounts, roots are those that the trees hold.',
  },
  'spent-leaf': {
    ...observed,
    statement: 'A leaf that is spent by index is zero in its queue afterwards.',
  },
  'queue-chain': {
    ...observed,
    statement:
      'Each leaf that is appended to a v2 queue goes into the hash chain of its ZKP batch: the first stands there itself, each further one is hashed behind the chain so far.',
    note: 'By this chain a proof puts the leaves into the tree. The page of the library says how, program-libs/batched-merkle-tree/docs/INSERT_OUTPUT_QUEUE.md, which is not among the documents.',
  },
  'nullifier-chain': {
    ...observed,
    statement:
      'Each account that is spent from a v2 tree goes into the hash chain of its ZKP batch there as its nullifier, the hash of its own hash, its leaf index and the transaction hash.',
    note: 'That inputs are nullified is documented (INVOKE_CPI.md, State Changes), and effects/inputs-nullified is about it; how is said by the page of the library alone, program-libs/batched-merkle-tree/docs/INSERT_INPUT_QUEUE.md, which is not among the documents. Where no transaction hash is made, zeros stand in its place.',
  },
  'nullifier-filter': {
    ...observed,
    statement:
      'Each account that is spent from a v2 tree sets bits in the bloom filter of its batch there, as many as the tree stores.',
    note: 'By this filter a second spend with a proof is refused. The page of the library says so, program-libs/batched-merkle-tree/docs/INSERT_INPUT_QUEUE.md, which is not among the documents; no page says which bits, so that they are only counted, and one may have been set before.',
  },
});
