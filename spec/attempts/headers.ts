// Attempts at the codes about what an instruction is, and how much it may bring.
import { byPrograms, everywhere, invoke, siblings, type Attempts } from './make';

export const HEADER_ATTEMPTS: Attempts = {
  'unknown-discriminator': {
    does: 'a discriminator that no instruction has',
    aims: [6045],
    comes: everywhere('6045'),
  },
  'short-discriminator': {
    does: 'fewer than eight bytes of data',
    aims: [6039, 6045],
    comes: everywhere('InvalidInstructionData'),
  },
  'discriminator-of-no-callable': {
    does: 'the discriminator of an instruction that is not for callers',
    aims: [6026],
    comes: everywhere('6045'),
  },
  'mode-byte': {
    does: 'an account mode that does not exist',
    aims: [6044],
    comes: siblings('6044'),
  },
  'nothing-to-do': { does: 'no entry at all', aims: [6019, 6029], comes: everywhere('6019') },
  'more-than-thirty-outputs': { does: 'more than 30 outputs', aims: [6051], comes: everywhere('6051') },
  'nine-kilobytes': {
    does: 'nine kilobytes of data in an output',
    aims: [6058],
    comes: { ...invoke('6014'), ...byPrograms('accepted') },
  },
  'more-than-thirty-inputs': {
    does: 'more than 30 inputs',
    aims: [6058],
    comes: everywhere('account-compression:6038'),
    note: 'account-compression’s own 6038 is TooManyNullifiers; the system program’s is another.',
  },
};
