// Attempts at the codes about what is only read, and about contexts.
import {
  byPrograms,
  invoke,
  invokeCpi,
  siblings,
  withAccountInfo,
  withReadOnly,
  type Attempts,
} from './make';

export const READ_ONLY_ATTEMPTS: Attempts = {
  'read-only-account-missing': {
    does: 'a read-only account that does not exist, proven by index',
    aims: [6035],
    comes: siblings('6035'),
  },
  'read-only-account-of-an-input': {
    does: 'a read-only account beside an input of the same tree',
    aims: [6053],
    comes: siblings('6035'),
    note: 'The hash is not the input’s.',
  },
  'read-only-account-in-no-queue': {
    does: 'a read-only account whose queue is a tree',
    aims: [6040],
    comes: siblings('panic'),
  },
  'read-only-address': {
    does: 'a read-only address without a proof',
    aims: [6034, 6017],
    comes: siblings('6017'),
  },
  'read-only-account-in-a-write': {
    does: 'a write to a context with a read-only account',
    aims: [6063],
    comes: siblings('6063'),
  },
  'read-only-behind': {
    does: 'the siblings’ read-only lists behind all fields',
    aims: [6034, 6035, 6044, 6053, 6063],
    comes: { ...invoke('accepted'), ...invokeCpi('accepted') },
    note: 'The instruction has no such lists, and no account mode.',
    leavesAsTwin: true,
  },
};

export const CONTEXT_ATTEMPTS: Attempts = {
  'context-account-missing': {
    does: 'an execution with the absent context account',
    aims: [6020],
    comes: { ...invokeCpi('6020'), ...withReadOnly('6020') },
  },
  'context-account-left-out': {
    does: 'an execution whose list by options leaves the context account out',
    aims: [6020, 6055],
    comes: siblings('20001'),
  },
  'write-without-account': {
    does: 'a write with the absent context account',
    aims: [6054, 6020],
    comes: { ...invokeCpi('6020'), ...withReadOnly('6020') },
  },
  'write-account-left-out': {
    does: 'a write whose list by options leaves the context account out',
    aims: [6054, 6020],
    comes: siblings('20014'),
  },
  'context-without-data': {
    does: 'a context account without context data',
    aims: [6022],
    comes: { ...invokeCpi('6022'), ...withReadOnly('6022') },
  },
  'context-account-behind': {
    does: 'a context account behind a list by options, without context data',
    aims: [6022],
    comes: withAccountInfo('accepted'),
    leavesAsTwin: true,
  },
  'empty-context-executed': { does: 'executing an empty context', aims: [6021], comes: byPrograms('6021') },
  'empty-context-set': {
    does: 'a later write to an empty context',
    aims: [6021, 6027],
    comes: byPrograms('6027'),
  },
  'other-payer': { does: 'executing for another fee payer', aims: [6027], comes: byPrograms('6027') },
  'other-tree': { does: 'executing with another tree', aims: [6028], comes: byPrograms('6028') },
  'first-set-again': {
    does: 'a first write to a context that holds something',
    aims: [6049],
    comes: byPrograms('accepted'),
  },
  'context-of-another-owner': {
    does: 'a write to a context of another owner',
    aims: [6055],
    comes: byPrograms('20001'),
  },
  'context-of-another-discriminator': {
    does: 'a write to a context with an unknown discriminator',
    aims: [6056],
    comes: byPrograms('20000'),
  },
  'context-switched-off': {
    does: 'a write to a context of version 1',
    aims: [6064, 6056],
    comes: byPrograms('20000'),
  },
  'context-of-another-size': {
    does: 'a write to a context account that is too large',
    aims: [6015],
    comes: byPrograms('accepted'),
  },
  'context-listed-twice': {
    does: 'an execution that lists the context behind the trees as well',
    aims: [6052],
    comes: byPrograms('accepted'),
    leavesAsTwin: true,
  },
  'executed-index-out-of-range': {
    does: 'executing with an output whose tree index points nowhere',
    aims: [6057],
    comes: byPrograms('6057'),
  },
  'executed-with-nothing': {
    does: 'an execution that brings nothing of its own',
    aims: [6029],
    comes: byPrograms('6029'),
  },
  'context-behind': {
    does: 'a context account and its flags behind all that there is',
    aims: [6015, 6020, 6021, 6022, 6027, 6028, 6029, 6049, 6054, 6055, 6056, 6064],
    comes: invoke('accepted'),
    note: 'The instruction has neither slot nor field for a context.',
    leavesAsTwin: true,
  },
};
