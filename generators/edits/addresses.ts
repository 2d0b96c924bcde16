// Edits that ask for new addresses or claim addresses for outputs, rightly and wrongly.
import fc from 'fast-check';
import type { NewAddress } from '../../spec/plan';
import type { Edit } from '../edit';
import { AT } from '../scenarios/addresses';
import { fieldHex, proofHex } from '../values';
import {
  amid,
  anyAddresses,
  asked,
  asking,
  ASSIGNING,
  DIRECT,
  edit,
  EXECUTING,
  inV1,
  inV2,
  noProof,
  THROUGH,
  together,
} from './addresses/asking';
import { behindLast, beside, bothToOne, toAnother, toNone } from './addresses/assigning';
import {
  claimed,
  claiming,
  crossed,
  executedByOther,
  inOrder,
  known,
  NO_ADDRESS_QUEUE,
  NO_ADDRESS_TREE,
  oneSeed,
  spendingOwn,
  unassigned,
  usedTwice,
  withAccount,
  type Made,
} from './addresses/claiming';

/** Roots are read in front of what else is wrong: every tree has this one. */
const underFirstRoot = (one: NewAddress): NewAddress => ({ ...one, rootIndex: 0 });

export const ADDRESS_EDITS: readonly Edit[] = [
  edit('needs-proof', EXECUTING, asked(noProof)),
  edit('proof-verified', EXECUTING, asked(proofHex)),
  edit(
    'of-their-program',
    THROUGH,
    fc.tuple(inV2, proofHex).map(([one, proof]) => oneSeed(one, proof)),
  ),
  edit(
    'unknown-address',
    EXECUTING,
    claimed.map(({ which, address }) => claiming(which, address)),
  ),
  edit(
    'unknown-address',
    DIRECT,
    fc
      .tuple(claimed, anyAddresses, proofHex)
      .map(([{ which, address }, addresses, proof]) =>
        inOrder(claiming(which, address), asking(addresses, proof)),
      ),
  ),
  edit(
    'input-must-exist',
    DIRECT,
    fc
      .record({ how: fc.constantFrom<Made['how']>('plain', 'addressed', 'forged'), address: fieldHex })
      .map(spendingOwn),
  ),
  edit(
    'assigned-index',
    ASSIGNING,
    fc.tuple(inV2, fc.oneof(fc.constant(0), fc.nat(255)), beside).map((drawn) => behindLast(...drawn)),
  ),
  edit(
    'assigned-to-none',
    ASSIGNING,
    fc.tuple(inV2, beside).map((drawn) => toNone(...drawn)),
  ),
  edit(
    'assigned-differs',
    ASSIGNING,
    fc.tuple(inV2, fieldHex, beside).map((drawn) => toAnother(...drawn)),
  ),
  edit('assigned-differs', ASSIGNING, proofHex.map(crossed)),
  edit(
    'assigned-differs',
    ASSIGNING,
    fc.tuple(fc.boolean(), proofHex).map((drawn) => bothToOne(...drawn)),
  ),
  edit(
    'tree-type',
    EXECUTING,
    fc
      .tuple(amid(inV2, inV2.map(underFirstRoot)), fc.constantFrom(...NO_ADDRESS_TREE), proofHex)
      .map(([drawn, key, proof]) =>
        inOrder(
          withAccount(key),
          asking(
            together(drawn, (one) => ({ ...underFirstRoot(one), treeIndex: AT.behind })),
            proof,
          ),
        ),
      ),
  ),
  edit(
    'tree-kinds',
    EXECUTING,
    fc
      .tuple(inV2, inV1, proofHex, fc.boolean())
      .map(([one, other, proof, first]) => asking(first ? [one, other] : [other, one], proof)),
  ),
  edit(
    'v1-queue',
    EXECUTING,
    fc.tuple(amid(inV1, inV1), fc.constantFrom(...NO_ADDRESS_QUEUE), proofHex).map(([drawn, key, proof]) =>
      inOrder(
        withAccount(key),
        asking(
          together(drawn, (one) => ({ ...one, queueIndex: AT.behind })),
          proof,
        ),
      ),
    ),
  ),
  edit(
    'v2-queue-free',
    EXECUTING,
    fc.tuple(amid(inV2, inV2), fc.nat(254), proofHex).map(([drawn, index, proof]) =>
      asking(
        together(drawn, (one) => ({ ...one, queueIndex: index < AT.v2Tree ? index : index + 1 })),
        proof,
      ),
    ),
  ),
  edit(
    'used-once',
    DIRECT,
    fc.tuple(known, proofHex).map((drawn) => usedTwice(...drawn)),
  ),
  edit(
    'unassigned',
    ASSIGNING,
    fc.tuple(known, proofHex).map((drawn) => unassigned(...drawn)),
  ),
  edit(
    'assigned-by-another',
    ['address-noting'],
    fc.tuple(inV2, proofHex).map((drawn) => executedByOther(...drawn)),
  ),
  edit('derived-as-logged', EXECUTING, asked(proofHex)),
  edit(
    'noted',
    ['address-write'],
    fc.tuple(anyAddresses, fc.option(fc.nat(255), { nil: null }), proofHex).map(([addresses, to, proof]) =>
      asking(
        addresses.map((one) => (to === null ? one : { ...one, assignedTo: to })),
        proof,
      ),
    ),
  ),
];
