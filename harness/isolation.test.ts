// Proves that no case sees another, whatever happened before, and that thousands of cases cost and leave no more.
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname } from 'node:path';
import type { Plan } from '../spec/plan';
import type { Backend } from './backend';
import { replayBare } from './recording';
import { privateFolder } from './temp-folder';
import { EXECUTE, FIRST_SET, SET, invocation, openDefault, output, plan, spending } from './testing';
import { transaction, withContext } from './testing';

let backend: Backend;
beforeAll(async () => {
  backend = await openDefault();
});
afterAll(() => backend.close());

const write = (cpiContext: typeof SET) => transaction(withContext({ outputs: [output('A')], cpiContext }));
const append = transaction(invocation({ outputs: [output('A', 40)] }));
const spend = transaction(invocation({ inputs: [spending(output('A', 40), 0)], outputs: [output('A')] }));

/** Plans that write, fail, patch, pay, use large data, or cannot be sent. */
const CASES: readonly Plan[] = [
  plan(write(FIRST_SET)),
  plan(write(SET)),
  plan(write(EXECUTE)),
  plan(append),
  plan(spend),
  plan(append, spend),
  plan(write(FIRST_SET), write(SET), write(EXECUTE)),
  plan(write(FIRST_SET), spend),
  plan(transaction(invocation({ outputs: [output('A', 6000)] }))),
  plan(transaction({ kind: 'transfer', from: 'wallet:1', to: 'wallet:2', lamports: 1_000_000n })),
  { ...plan(write(EXECUTE)), accounts: [{ key: 'context:1', feePayer: 'payer:1' }] },
  { ...plan(write(FIRST_SET)), accounts: [{ key: 'context:1', owner: 'program:A' }] },
  { ...plan(write(FIRST_SET)), accounts: [{ key: 'context:1', size: 9000 }] },
  { ...plan(append), accounts: [{ key: 'queue:1', discriminator: '0000000000000000' }] },
  { ...plan(append), accounts: [{ key: 'payer:1', lamports: 0n }] },
];

async function observe(order: readonly number[]): Promise<string[]> {
  const seen: string[] = [];
  for (const i of order) {
    const observation = await backend.run(CASES[i] ?? plan(append));
    seen[i] = JSON.stringify(observation, (_, value: unknown) =>
      value instanceof Map ? [...value] : typeof value === 'bigint' ? String(value) : value,
    );
  }
  return seen;
}

it('observes the same in every order', async () => {
  const order = CASES.map((_, i) => i);
  const forwards = await observe(order);
  expect(await observe([...order].reverse())).toEqual(forwards);
  expect(await observe([...order].sort((a, b) => ((a * 7) % 15) - ((b * 7) % 15)))).toEqual(forwards);
  expect(new Set(forwards).size).toBeGreaterThan(10);
});

it('is not disturbed by plans that cannot be encoded', async () => {
  const [before] = await observe([0]);
  await expect(backend.run(plan(transaction()))).rejects.toThrow('without instructions');
  const manyAccounts = Array.from({ length: 40 }, (_, i) => invocation({}).accounts[i % 13]);
  const accounts = manyAccounts.map(
    (_, i) => ({ key: `wallet:${i}`, signer: false, writable: false }) as const,
  );
  const tooLarge = plan(transaction({ ...invocation({}), accounts }));
  await expect(backend.run(tooLarge)).rejects.toThrow(/takes \d+ bytes/);
  expect(await observe([0])).toEqual([before]);
});

it('repeats a recording barely, run by run from the same world', async () => {
  const recording = await backend.record(async () => {
    await backend.runAll(CASES);
  });
  expect(recording.runs).toHaveLength(CASES.length);
  expect(recording.runs[6]?.filter(({ kind }) => kind === 'send')).toHaveLength(3);
  const [before] = await observe([0]);
  expect(await replayBare(recording)).toBeGreaterThan(0);
  expect(await observe([0])).toEqual([before]);
});

/** What validators of this process have left; other processes have folders of their own. */
const tempFiles = () => readdirSync(privateFolder()).length;

it('keeps the validator’s files in a folder of this process, which the temp directory does not hold', () => {
  expect(tempFiles()).toBeGreaterThan(0);
  expect(dirname(privateFolder())).not.toBe(tmpdir());
});

it('neither slows down over 3,000 cases nor leaves files', async () => {
  const left = tempFiles();
  const thirds: number[] = [];
  for (let third = 0; third < 3; third++) {
    const start = performance.now();
    for (let i = 0; i < 1000; i++) await backend.run(CASES[i % 8] ?? plan(append));
    thirds.push(performance.now() - start);
  }
  expect(thirds[2]).toBeLessThan(2 * (thirds[0] ?? 0));
  expect(tempFiles()).toBe(left);
});
