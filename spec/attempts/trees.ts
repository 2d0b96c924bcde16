// Attempts at the codes about trees, queues and their indices.
import { everywhere, type Attempts } from './make';

export const TREE_ATTEMPTS: Attempts = {
  'queue-of-another-owner': {
    does: 'a queue that another program owns',
    aims: [6016, 6040],
    comes: everywhere('20001'),
  },
  'queue-of-one-program': {
    does: 'a queue that is for one other program only',
    aims: [6016],
    comes: everywhere('6016'),
  },
  'queue-full': {
    does: 'a queue whose next index is behind the last',
    aims: [6025],
    comes: everywhere('accepted'),
    note: 'The bytes of the queue are changed beforehand; nobody has filled one.',
  },
  'tree-of-unknown-type': {
    does: 'a tree whose type does not exist',
    aims: [6040],
    comes: everywhere('panic'),
  },
  'tree-of-version-1-type': {
    does: 'a batched tree that says it is of version 1',
    aims: [6040],
    comes: everywhere('6040'),
  },
  'no-queue': {
    does: 'an account with no known discriminator in the place of the queue',
    aims: [6042, 6040],
    comes: everywhere('6042'),
  },
  'queue-that-says-state-tree': {
    does: 'a queue that says it is a state tree of version 1',
    aims: [6041, 6042, 6040],
    comes: everywhere('10003'),
  },
  'queue-that-says-version-1': {
    does: 'a queue that says it is one of version 1',
    aims: [6040],
    comes: everywhere('6040'),
  },
  'output-into-a-tree': {
    does: 'an output into a tree, not its queue',
    aims: [6042],
    comes: everywhere('6042'),
  },
  'input-of-a-queue': { does: 'an input whose tree is a queue', aims: [6042], comes: everywhere('6042') },
  'output-index-out-of-range': {
    does: 'an output whose tree index points nowhere',
    aims: [6061, 6057, 6062],
    comes: everywhere('6061'),
  },
  'input-tree-out-of-range': {
    does: 'an input whose tree index points nowhere',
    aims: [6065, 6057, 6062],
    comes: everywhere('6065'),
  },
  'input-queue-out-of-range': {
    does: 'an input whose queue index points nowhere',
    aims: [6062],
    comes: everywhere('6062'),
  },
  'outputs-descend': { does: 'outputs whose tree indices descend', aims: [6031], comes: everywhere('6031') },
  'inputs-descend': {
    does: 'inputs whose tree indices descend',
    aims: [6030],
    comes: everywhere('accepted'),
  },
  'same-queue-twice': {
    does: 'outputs to one queue under two indices',
    aims: [6032, 6052],
    comes: everywhere('6032'),
  },
  'tree-listed-twice': {
    does: 'a tree or queue that is listed twice',
    aims: [6052, 6040],
    comes: everywhere('accepted'),
    leavesAsTwin: true,
  },
};
