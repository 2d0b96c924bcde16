// The programs that what the SDK says is sent to, and what comes of sending it.
import { isDeepStrictEqual } from 'node:util';
import { openBankrun, type Backend } from '../harness/backend';
import { PlanTooLarge } from '../harness/errors';
import { genesis } from '../harness/genesis';
import { encodeInvocation, type NextIndexOf } from '../harness/wire/instruction-data';
import { loadCaller } from '../programs/caller/load';
import { loadRecorder } from '../programs/recorder/load';
import { loadRelease } from '../programs/load';
import type { Observation } from '../spec/outcome';
import type { Hex, Initialization, Invocation, Plan } from '../spec/plan';
import { takesOutputs, type KeyRole } from '../spec/world';
import type { Scenario } from '../generators/scenario';
import { targetOf } from '../generators/scenario';

/** One version of the programs, opened. */
export type World = {
  readonly version: string;
  readonly fences: ReadonlySet<string>;
  readonly nextIndexOf: NextIndexOf;
  readonly facts: Backend['facts'];
  /** What a published account holds, or the copy that stands in for it. */
  readonly dataOf: (key: KeyRole) => Buffer;
  /** Null for a plan that fits into no packet. */
  readonly run: (plan: Plan) => Promise<Observation | null>;
  /** The same where account-compression only records: nothing is appended, and what it is handed is seen as bytes. */
  readonly record: (plan: Plan) => Promise<Observation | null>;
  readonly close: () => void;
};

async function runOn(backend: Backend, plan: Plan): Promise<Observation | null> {
  const [observed] = await backend.runAll([plan]);
  return observed === undefined || observed instanceof PlanTooLarge ? null : observed;
}

/** @throws InputError for a version that was not fetched, HarnessFault when the validator does not start. */
export async function openWorld(version: string, fences: ReadonlySet<string>): Promise<World> {
  const { systemProgram, accountCompression, noop, fixtures } = loadRelease(version);
  const programs = { systemProgram, accountCompression, ...(noop ? { noop } : {}), caller: loadCaller() };
  const backend = await openBankrun({ programs, fixtures });
  let recorder: Promise<Backend> | undefined;
  const openRecorder = (): Promise<Backend> =>
    openBankrun({
      programs: { ...programs, accountCompression: loadRecorder() },
      fixtures,
      records: 'raw',
    });
  const run: World['run'] = (plan) => runOn(backend, plan);
  const record: World['record'] = async (plan) => runOn(await (recorder ??= openRecorder()), plan);
  const nextIndexOf: NextIndexOf = (key) => (takesOutputs(key) ? backend.facts.nextIndexOf(key) : undefined);
  const accounts = new Map(genesis(programs, fixtures));
  const dataOf: World['dataOf'] = (key) => {
    const found = accounts.get(key);
    if (found === undefined) throw new Error(`The world of ${version} has no account ${key}.`);
    return found.data;
  };
  const close = (): void => {
    backend.close();
    void recorder?.then((second) => second.close());
  };
  return { version, fences, nextIndexOf, facts: backend.facts, dataOf, run, record, close };
}

/** The same call with these bytes as its instruction data. */
const callWith = ({ through, caller, direct, accounts }: Invocation, data: Hex): Initialization => ({
  kind: 'initialize',
  through: direct === true ? [] : [...through, caller],
  accounts,
  data,
});

/** The plan with the target's instruction data replaced by bytes. */
export function planWith(scenario: Scenario, data: Hex): Plan {
  const { plan, target } = scenario;
  const call = callWith(targetOf(scenario), data);
  const transactions = plan.transactions.map((transaction, at) =>
    at === target.transaction
      ? { ...transaction, instructions: transaction.instructions.with(target.instruction, call) }
      : transaction,
  );
  return { ...plan, transactions };
}

/** What our own encoder says for the target. */
export const ourBytes = (scenario: Scenario, { nextIndexOf }: World): Hex =>
  encodeInvocation(targetOf(scenario), nextIndexOf).toString('hex');

export const isAccepted = ({ transactions }: Observation): boolean =>
  transactions.every(({ raised }) => raised === null);

/** In one sentence, what the first refused transaction met. */
export function refusalOf({ transactions }: Observation): string {
  const raised = transactions.find((one) => one.raised !== null)?.raised;
  if (raised == null) return 'nothing was refused';
  return `${raised.program} raised ${raised.code === null ? raised.error : `code ${raised.code}`}`;
}

/** Errors and effects alike, to the last changed account. */
export const isSame = (a: Observation, b: Observation): boolean =>
  isDeepStrictEqual(a.transactions, b.transactions);
