// The same calls by InvokeCpi and by a sibling instruction, accepted or refused for what they ask.
import fc from 'fast-check';
import type { Invocation, Plan } from '../../spec/plan';
import { PAYER_COUNT, type KeyRole } from '../../spec/world';
import type { Generated } from '../breaking';
import { ALL_KINDS } from '../edit';
import { SIBLING_FORMS, withData, withTarget, type Scenario } from '../scenario';
import type { Fences } from '../settings';
import { bare, eachCall, eachCallOf, inForm, sayable } from '../siblings/form';
import { valid } from '../valid';
import { roads, withComputeUnits } from './roads';

type Flaw = (scenario: Scenario) => Scenario;

const noFlaw: Flaw = (s) => s;

/** The account to be spent lies elsewhere. */
const elsewhere: Flaw = (s) =>
  withData(s, ({ inputs }) => ({
    inputs: inputs.map((one) => ({ ...one, leafOffset: one.leafOffset + 50 })),
  }));

const otherAmount: Flaw = (s) =>
  withData(s, ({ outputs }) => ({
    outputs: outputs.map((one) => ({ ...one, lamports: one.lamports ^ 1n })),
  }));

const nextPayer = (key: KeyRole): KeyRole =>
  key.startsWith('payer:') ? `payer:${(Number(key.slice('payer:'.length)) + 1) % PAYER_COUNT}` : key;

const otherPayer: Flaw = (s) =>
  withTarget(s, (one) => ({
    ...one,
    accounts: one.accounts.map((meta, at) => (at === 0 ? { ...meta, key: nextPayer(meta.key) } : meta)),
  }));

/** A write becomes an execution, and an execution a set. */
const otherMode: Flaw = (s) =>
  withData(s, ({ cpiContext }) => {
    if (cpiContext === null) return {};
    const executes = !cpiContext.firstSet && !cpiContext.set;
    return { cpiContext: { ...cpiContext, firstSet: false, set: executes } };
  });

const flaw: fc.Arbitrary<Flaw> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(noFlaw) },
  { weight: 3, arbitrary: fc.constantFrom(elsewhere, otherAmount, otherPayer, otherMode) },
);

/** As all instructions can say it; one address for input and output is a matter of account infos alone. */
const said = (one: Invocation): Invocation => {
  const call = sayable('account-info', one);
  return { ...call, data: { ...call.data, infosApart: true } };
};

/** Behind this fence none asks for a new address: InvokeCpi notes down nobody for one, its siblings do. */
const NOTED = 'addresses/of-their-program';

const sayableIn =
  (fences: Fences) =>
  (one: Invocation): Invocation => {
    const call = said(one);
    return fences.has(NOTED) ? { ...call, data: { ...call.data, newAddresses: [] } } : call;
  };

/** One form for all calls, or by turns. */
const form = fc.array(fc.constantFrom(...SIBLING_FORMS), { minLength: 1, maxLength: 3 });

type Forms = readonly (typeof SIBLING_FORMS)[number][];

const translated = (plan: Plan, forms: Forms, isBare: boolean): Plan =>
  eachCall(plan, (one: Invocation, position) => {
    const [first] = forms;
    if (first === undefined) return one;
    const formed = inForm(forms[position % forms.length] ?? first, one);
    return isBare ? bare(formed) : formed;
  });

/** InvokeCpi on the first road, its siblings on the second. */
export const anyInstruction = (fences: Fences): fc.Arbitrary<Generated> =>
  fc
    .record({ scenario: valid(fences, ALL_KINDS), flaw, forms: form, isBare: fc.boolean() })
    .map(({ scenario, flaw: change, forms, isBare }) => {
      const saying = sayableIn(fences);
      const first = withComputeUnits(eachCallOf(change(eachCallOf(scenario, saying)), saying).plan);
      return roads(first, translated(first, forms, isBare));
    });
