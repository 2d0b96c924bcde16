// Attempts with trees and queues that end before they should: no document says what comes of these.
import { invokeCpi, type Attempt, type Attempts, type Outcome } from './make';

/** Data that are too short for a header, and for a list. */
const HEADER_CUT = '15010';
const LIST_CUT = '15004';
const VERSION_1_CUT = '10014';

const cut = (does: string, outcome: Outcome): Attempt => ({
  does,
  aims: [],
  comes: invokeCpi(outcome),
  note: 'The account is made shorter beforehand: account-compression makes none of this size.',
});

export const SIZE_ATTEMPTS: Attempts = {
  'queue-ends-in-its-header': cut('a queue that ends in its header', HEADER_CUT),
  'queue-ends-in-its-lists': cut('a queue that ends in its lists', LIST_CUT),
  'tree-ends-in-its-type': cut('a tree that ends right behind its discriminator', 'panic'),
  'tree-ends-in-its-header': cut('a tree that ends in its header', HEADER_CUT),
  'tree-ends-in-its-lists': cut(
    'a tree that ends in its list of roots, or behind its bloom filters',
    LIST_CUT,
  ),
  'tree-ends-in-its-filters': cut('a tree that ends in its bloom filters', 'panic'),
  'address-tree-ends-in-its-header': cut('an address tree that ends in its header', HEADER_CUT),
  'address-tree-ends-in-its-lists': cut(
    'an address tree that ends in its list of roots, or behind its bloom filters',
    LIST_CUT,
  ),
  'address-tree-ends-in-its-filters': cut('an address tree that ends in its bloom filters', 'panic'),
  'version-1-tree-ends-in-its-header': cut('a tree of version 1 that ends in its header', 'panic'),
  'version-1-tree-ends-in-its-lists': cut('a tree of version 1 that ends in its lists', VERSION_1_CUT),
  'version-1-queue-ends-in-its-header': cut('a queue of version 1 that ends in its header', 'panic'),
};
