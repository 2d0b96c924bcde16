// How an edit assigns addresses to outputs wrongly, alone or beside others that are assigned rightly.
import fc from 'fast-check';
import { KNOWN_ADDRESSES } from '../../../spec/known-addresses';
import type { Hex, NewAddress } from '../../../spec/plan';
import type { Mutation } from '../../edit';
import { targetOf } from '../../scenario';
import { proofHex } from '../../values';
import { asking } from './asking';
import { claiming, inOrder, newKnown, ofTarget, withOutputs } from './claiming';

/** How many known addresses stand rightly assigned beside a wrong one, whether it is in front of them, and a proof. */
type Beside = { readonly count: number; readonly isFirst: boolean; readonly proof: Hex };
export const beside: fc.Arbitrary<Beside> = fc.record({
  count: fc.constantFrom(0, 1, 1, 2),
  isFirst: fc.boolean(),
  proof: proofHex,
});

/** As many outputs with known addresses in front, each with its own; the wrong one aims behind them. */
const assigned =
  ({ count, isFirst, proof }: Beside, wrong: (own: number) => NewAddress): Mutation =>
  (scenario) => {
    const right = KNOWN_ADDRESSES.slice(0, count);
    const withRight = withOutputs((outputs) => [
      ...right.flatMap((one) =>
        outputs.slice(0, 1).map((output) => ({ ...output, address: ofTarget(one, scenario) })),
      ),
      ...outputs,
    ]);
    const known = right.map((one, at) => newKnown(one, at));
    const all = isFirst ? [wrong(count), ...known] : [...known, wrong(count)];
    return inOrder(withRight, asking(all, proof))(scenario);
  };

/** Behind the last output, and `more` behind that. */
export const behindLast =
  (address: NewAddress, more: number, others: Beside): Mutation =>
  (scenario) => {
    const { length } = targetOf(scenario).data.outputs;
    const assignedTo = (own: number): number => Math.min(own + length + more, 255);
    return assigned(others, (own) => ({ ...address, assignedTo: assignedTo(own) }))(scenario);
  };

export const toNone = (address: NewAddress, others: Beside): Mutation =>
  assigned(others, (own) => ({ ...address, assignedTo: own }));

/** To the first output behind those with known addresses, which gets another one. */
export const toAnother = (address: NewAddress, other: Hex, others: Beside): Mutation =>
  inOrder(claiming(0, other), toNone(address, others));

/** Two addresses for one output, which has that of one of them: the other one's assignment is wrong. */
export const bothToOne =
  (isFirst: boolean, proof: Hex): Mutation =>
  (scenario) => {
    const [right, wrong] = KNOWN_ADDRESSES;
    if (right === undefined || wrong === undefined) return scenario;
    const all = [newKnown(right, 0), newKnown(wrong, 0)];
    return inOrder(
      claiming(0, ofTarget(right, scenario)),
      asking(isFirst ? all.toReversed() : all, proof),
    )(scenario);
  };
