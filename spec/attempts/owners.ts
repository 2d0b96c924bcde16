// Attempts at the codes about who signs and who owns.
import {
  byPrograms,
  invoke,
  invokeCpi,
  siblings,
  withAccountInfo,
  withReadOnly,
  type Attempts,
} from './make';

export const OWNER_ATTEMPTS: Attempts = {
  'input-of-another': {
    does: 'an input that another program owns',
    aims: [6001],
    comes: { ...invoke('6001'), ...invokeCpi('6001') },
  },
  'input-with-data': {
    does: 'an input with data',
    aims: [6001],
    comes: invoke('6001'),
  },
  'authority-without-the-input': {
    does: 'a signer that owns none of the inputs',
    aims: [6001, 6002],
    comes: invoke('6001'),
  },
  'authority-of-another': {
    does: 'another address of the program as authority',
    aims: [6002],
    comes: byPrograms('6002'),
  },
  'output-of-another-with-data': {
    does: 'an output with data that another program owns',
    aims: [6013],
    comes: { ...invokeCpi('6013'), ...withReadOnly('6013') },
  },
  'own-output-without-data': {
    does: 'an output of the program itself without data',
    aims: [6033],
    comes: { ...invokeCpi('6033'), ...withReadOnly('6033'), ...withAccountInfo('accepted') },
  },
  'data-hash-out-of-field': {
    does: 'an output whose data hash is not smaller than the order of the field that is hashed in',
    aims: [],
    comes: byPrograms('7'),
    note: 'No document says what comes of it. The runtime’s own hash function fails with the number 7 (1 on newer runtimes), and that is passed on as it is.',
  },
  'output-with-data': {
    does: 'an output with data, which no program owns',
    aims: [6014, 6013, 6033],
    comes: invoke('6014'),
  },
  'invoking-program-absent': {
    does: 'no invoking program in its slot',
    aims: [6014],
    comes: invokeCpi('6002'),
  },
  'no-invoking-program': {
    does: 'the system program itself as invoking program',
    aims: [6014],
    comes: siblings('6002'),
  },
  'other-invoking-program': {
    does: 'another program’s id as invoking program',
    aims: [6001, 6002, 6013],
    comes: siblings('6002'),
    note: 'Owners are not sent: what the invoking program owns follows from its id.',
  },
};
