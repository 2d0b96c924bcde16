// Attempts at codes under the two instructions that make contexts.
import { initialize, reinitialize, type Attempt, type Attempts } from './make';

type Comes = (outcome: string) => Attempt['comes'];

/** Fields that raise codes elsewhere; these two instructions read none. */
const CONTENTS: Readonly<Record<string, readonly number[]>> = {
  lamports: [6000, 6003, 6004, 6005, 6008, 6009, 6010, 6011, 6012, 6023, 6024],
  owners: [6001, 6002, 6013, 6014, 6033],
  trees: [6016, 6019, 6025, 6029, 6030, 6031, 6032, 6040, 6041, 6042, 6051, 6057, 6058, 6061, 6062, 6065],
  proofs: [6017, 6018, 6036, 6037, 6038, 6043, 6050],
  addresses: [6006, 6007, 6046, 6047, 6048, 6059, 6060, 6066],
  'read-only': [6034, 6035, 6044, 6053, 6063],
  contexts: [6020, 6021, 6022, 6027, 6028, 6049, 6054, 6064],
};

const contents = (prefix: string, comes: Comes): Attempts =>
  Object.fromEntries(
    Object.entries(CONTENTS).map(([group, aims]): [string, Attempt] => [
      `${prefix}-with-${group}`,
      {
        does: `what is wrong elsewhere about ${group}, behind the discriminator`,
        aims,
        comes: comes('accepted'),
      },
    ]),
  );

const common = (prefix: string, comes: Comes, owner: string): Attempts => ({
  [`${prefix}-unknown-discriminator`]: {
    does: 'a discriminator that no instruction has',
    aims: [6045, 6026],
    comes: comes('6045'),
  },
  [`${prefix}-short-discriminator`]: {
    does: 'fewer than eight bytes of data',
    aims: [6039],
    comes: comes('InvalidInstructionData'),
  },
  [`${prefix}-other-owner`]: {
    does: 'a context account of another owner',
    aims: [6055, 6040],
    comes: comes(owner),
  },
  [`${prefix}-other-discriminator`]: {
    does: 'a context account with an unknown discriminator',
    aims: [6056],
    comes: comes('6056'),
  },
  [`${prefix}-context-in-use`]: {
    does: 'a context account that is ready for use',
    aims: [6056, 6049],
    comes: comes('6056'),
  },
  [`${prefix}-larger-account`]: {
    does: 'a context account that is too large',
    aims: [6015],
    comes: comes('accepted'),
  },
  [`${prefix}-account-twice`]: {
    does: 'the context account listed twice',
    aims: [6052],
    comes: comes('accepted'),
  },
});

export const INITIALIZATION_ATTEMPTS: Attempts = {
  ...common('initialize', initialize, '6055'),
  'initialize-context-as-tree': {
    does: 'the context account as its own tree',
    aims: [6052, 6016],
    comes: initialize('20001'),
  },
  'initialize-address-tree': {
    does: 'an address tree or queue of version 1 as the tree',
    aims: [6042, 6041],
    comes: initialize('6042'),
  },
  'initialize-tree-of-another-owner': {
    does: 'a tree that another program owns',
    aims: [6016, 6040],
    comes: initialize('20001'),
  },
  ...contents('initialize', initialize),
  ...common('reinitialize', reinitialize, '20001'),
  ...contents('reinitialize', reinitialize),
};
