// Attempts at the codes about sums and SOL.
import {
  everywhere,
  invoke,
  invokeCpi,
  siblings,
  withAccountInfo,
  withReadOnly,
  type Attempts,
} from './make';

export const LAMPORT_ATTEMPTS: Attempts = {
  'lamports-left-over': {
    does: 'compressing more than the outputs take',
    aims: [6000],
    comes: everywhere('6000'),
  },
  'outputs-exceed': {
    does: 'outputs with lamports that nothing brings',
    aims: [6004, 6000],
    comes: everywhere('6004'),
  },
  'inputs-overflow': { does: 'inputs whose lamports overflow', aims: [6003], comes: everywhere('6003') },
  'compressed-overflow': {
    does: 'compressing SOL besides inputs of 2^64 - 1 lamports',
    aims: [6004],
    comes: { ...invoke('6004'), ...invokeCpi('6004'), ...withReadOnly('6004') },
  },
  'relay-fee': {
    does: 'a relay fee',
    aims: [6005],
    comes: { ...invoke('15008'), ...invokeCpi('15008') },
    note: 'The data is refused as it is read.',
  },
  'relay-fee-behind': {
    does: 'a relay fee behind all fields',
    aims: [6005],
    comes: siblings('accepted'),
    leavesAsTwin: true,
  },
  'compress-without-pool': {
    does: 'compressing with the absent sol pool',
    aims: [6008],
    comes: { ...invoke('6008'), ...invokeCpi('6008'), ...withReadOnly('6008'), ...withAccountInfo('20010') },
  },
  'decompress-without-pool': {
    does: 'decompressing with the absent sol pool',
    aims: [6010],
    comes: { ...invoke('6010'), ...invokeCpi('6010'), ...withReadOnly('6010'), ...withAccountInfo('20010') },
  },
  'decompress-without-recipient': {
    does: 'decompressing to the absent recipient',
    aims: [6012],
    comes: { ...invoke('6012'), ...invokeCpi('6012'), ...withReadOnly('6012'), ...withAccountInfo('20002') },
  },
  'compress-with-recipient': {
    does: 'compressing with a recipient',
    aims: [6023],
    comes: { ...invoke('6023'), ...invokeCpi('6023'), ...withReadOnly('6023') },
  },
  'recipient-without-use': {
    does: 'a recipient where no SOL moves',
    aims: [6023],
    comes: { ...invoke('6023'), ...invokeCpi('6023'), ...withReadOnly('6023') },
  },
  'pool-without-use': {
    does: 'the sol pool where no SOL moves',
    aims: [6024],
    comes: { ...invoke('6024'), ...invokeCpi('6024'), ...withReadOnly('6024') },
  },
  'pool-or-recipient-behind': {
    does: 'the sol pool or a recipient behind the trees, where no SOL moves',
    aims: [6011, 6023, 6024],
    comes: withAccountInfo('accepted'),
    note: 'A list by options has no slot for what is not used.',
    leavesAsTwin: true,
  },
  'compress-without-amount': {
    does: 'compressing without an amount',
    aims: [6009],
    comes: everywhere('accepted'),
    leavesAsTwin: true,
  },
  'compress-of-nothing': {
    does: 'compressing an amount of zero without a pool',
    aims: [6009, 6008],
    comes: { ...invoke('6008'), ...invokeCpi('6008') },
  },
  'decompress-without-amount': {
    does: 'pool and recipient without an amount',
    aims: [6011, 6023],
    comes: { ...invoke('6023'), ...invokeCpi('6023'), ...withReadOnly('6023') },
  },
};
