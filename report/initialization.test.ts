// An initialisation in files and texts: witnesses keep it, differences and plans name its accounts as its document does.
import { INITIALIZE_DISCRIMINATOR, readyToInitialise } from '../spec/initialize';
import { REINITIALIZE_DISCRIMINATOR } from '../spec/invoke-cpi';
import type { Initialization, Plan } from '../spec/plan';
import { diffPlans } from './diff';
import { historyOf } from './history';
import { briefHistory, historyText } from './terminal/history-text';
import { plain } from './terminal/paint';
import { witness } from './testing/samples';
import { parseWitness, writeWitness } from './witness';

const FILE = 'witness.json';
const INITIALIZATION: Initialization = {
  kind: 'initialize',
  through: ['A', 'B'],
  accounts: [
    { key: 'payer:0', signer: true, writable: true },
    { key: 'fresh:1', signer: false, writable: true },
    { key: 'tree:6', signer: false, writable: false },
    { key: 'wallet:1', signer: false, writable: false },
  ],
  data: INITIALIZE_DISCRIMINATOR,
};
const planWith = (change: Partial<Initialization> = {}): Plan => ({
  accounts: [readyToInitialise('fresh:1')],
  transactions: [
    {
      feePayer: 'payer:1',
      computeUnitLimit: null,
      computeUnitPrice: null,
      instructions: [{ ...INITIALIZATION, ...change }],
    },
  ],
});

const told = (plan: Plan): string =>
  historyText({
    history: historyOf(plan, null),
    errors: [],
    paint: plain,
    rule: '',
    detail: '',
  }).replaceAll(/\s+/g, ' ');

describe('a re-initialisation', () => {
  const context = { key: 'context:1', signer: false, writable: true } as const;
  const plan = planWith({ through: ['A'], accounts: [context], data: REINITIALIZE_DISCRIMINATOR });

  it('is told by its own name, and its account is the context', () => {
    expect(told(plan)).toContain(
      'program A calls ReInitCpiContextAccount with cpi_context_account = context:1',
    );
    expect(told(plan)).not.toMatch(/fee_payer|InitializeCpiContextAccount|data:/);
    expect(told(planWith({ accounts: [], data: REINITIALIZE_DISCRIMINATOR }))).toMatch(/with no account$/);
    expect(briefHistory(historyOf(plan, null))).toEqual(['1. re-initialisation']);
  });

  it('has its account called as its own page does where plans differ', () => {
    const signs = planWith({
      through: ['A'],
      accounts: [{ ...context, signer: true }],
      data: REINITIALIZE_DISCRIMINATOR,
    });
    expect(diffPlans(plan, signs).map(({ place }) => place)).toEqual([
      'transactions[0].instructions[0].accounts[0] cpi_context_account .signer',
    ]);
  });
});

describe('an initialisation', () => {
  it('comes back from a witness file as it was written', () => {
    const sample = witness('initialization/once', { plan: planWith({ data: 'e9' }), twin: planWith() });
    expect(parseWitness(writeWitness(sample), FILE)).toEqual(sample);
  });

  it('is refused in a witness file where its data is no whole bytes', () => {
    const text = writeWitness(witness('initialization/once', { plan: planWith({ data: 'e97' }) }));
    expect(() => parseWitness(text, FILE)).toThrow(/data must be whole bytes/);
  });

  it("has its accounts called as its document's table does", () => {
    const moved = INITIALIZATION.accounts.map((meta) => ({ ...meta, writable: !meta.writable }));
    expect(diffPlans(planWith(), planWith({ accounts: moved })).map(({ place }) => place)).toEqual(
      ['fee_payer', 'cpi_context_account', 'associated_merkle_tree', 'extra_accounts[0]'].map(
        (name, index) => `transactions[0].instructions[0].accounts[${index}] ${name} .writable`,
      ),
    );
  });

  it('is told in words, with the data only where it is not the discriminator', () => {
    const usual = told(planWith());
    expect(usual).toContain('program B through A calls InitializeCpiContextAccount');
    expect(usual).toContain('cpi_context_account = fresh:1 writable');
    expect(usual).not.toContain('data:');
    const direct = told(planWith({ through: [], data: 'ff' }));
    expect(direct).toContain('the transaction calls InitializeCpiContextAccount');
    expect(direct).toContain('data: ff');
  });
});
