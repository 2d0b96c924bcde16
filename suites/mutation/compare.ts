// Runs cases on the program and on a mutant that nothing noticed, both traced, and compares the executions.
import { freeRegister, probed } from '../../harness/mutation/probe';
import { anyExecutes, comparePairs } from '../../harness/mutation/pairs';
import { mutated } from '../../harness/mutation/mutants';
import type { Changed } from '../../harness/mutation/lockstep';
import { isOnlyInText, type TextRange } from '../../harness/mutation/text-frames';
import type { Code } from '../../harness/sbpf/code';
import type { Trace } from '../../harness/trace/trace-folder';
import type { Mutant, Operator } from '../../spec/mutation';
import type { Observation, TransactionOutcome } from '../../spec/outcome';
import { COMPARED, ENOUGH, type CaseName, type Comparison, type Handed } from '../../spec/survivor';
import { canonical } from '../compare/sights';
import { isTooLarge, type Tried } from '../runner';
import { comparisonOf, differenceOf, hasEffect, isMoreThanLogged, type ComparedCase } from './comparison';
import { caseAt, digestOf, haveSameErrors, runBoth, type Prepared, type Ran } from './reference';
import type { Compression, OpenTraced, Subject } from './traced-runners';

export type ComparingInput = {
  readonly code: Code;
  readonly systemProgram: Buffer;
  readonly subjectOf: (claim: string) => Subject;
  readonly openTraced: OpenTraced;
  /** What the program does with a case where nothing is traced. */
  readonly runOriginal: (name: CaseName) => Promise<{ readonly one: Prepared; readonly ran: Ran }>;
  readonly note?: ((claim: string, index: number) => void) | undefined;
};

type Executions = { readonly ran: Ran; readonly traces: readonly Trace[]; readonly compression: Compression };

const transactionsOf = (tried: Tried | null): readonly TransactionOutcome[] =>
  tried === null || isTooLarge(tried) ? [] : tried.transactions;
const callsIn = ({ twin, plan }: Ran): string =>
  canonical([...transactionsOf(twin), ...transactionsOf(plan)].map(({ sent }) => sent?.calls ?? null));

const unlogged = <T extends Tried | null>(tried: T): T | Observation =>
  tried === null || isTooLarge(tried)
    ? tried
    : {
        transactions: tried.transactions.map((one) =>
          one.sent === undefined ? one : { ...one, sent: { ...one.sent, logs: [] } },
        ),
      };
const withoutLogs = ({ twin, plan }: Ran): Ran => ({ twin: unlogged(twin), plan: unlogged(plan) });

/** What two runs of a case differ in outside of the program, if they do. */
export function handedIn(one: Ran, other: Ran): Handed | null {
  if (digestOf(one) === digestOf(other)) return null;
  if (callsIn(one) !== callsIn(other)) return 'calls';
  return digestOf(withoutLogs(one)) === digestOf(withoutLogs(other)) ? 'logs' : 'outcome';
}

/** Traces one case of the program, with a recorder where that changes no error. */
async function traceOriginal(
  { openTraced, subjectOf }: ComparingInput,
  { one, ran: expected }: { readonly one: Prepared; readonly ran: Ran },
  index: number,
): Promise<Executions> {
  const cases = [caseAt(one, index)];
  const through = async (compression: Compression): Promise<Executions> => {
    const { runner, takeRows } = await openTraced(subjectOf(one.claim.id), compression, 'original');
    const [ran] = await runBoth(runner, cases);
    if (ran === undefined) throw new Error(`${one.claim.id} lost case ${index} while it was traced.`);
    return { ran, traces: takeRows(), compression };
  };
  const fast = await through('recorder');
  return haveSameErrors(fast.ran, expected) ? fast : through('itself');
}

/** How one case is compared: the mutant, or where it leaves out a store the one that shows it. */
function changing({ code }: ComparingInput, mutant: Mutant, traces: readonly Trace[]) {
  const one = mutant.pc === null ? undefined : code.at.get(mutant.pc);
  if (one === undefined) throw new Error(`${mutant.id} changes no instruction.`);
  const operator = mutant.operator as Operator;
  const probe = operator === 'store' ? freeRegister(code, one.pc, traces) : null;
  const how: Changed = { code, one, operator, probe };
  return { how, loaded: probe === null ? mutant : probed(code, mutant, probe) };
}

/** Null where no invocation of the case executes the changed instruction. */
async function compareCase(
  input: ComparingInput,
  { mutant, texts }: { readonly mutant: Mutant; readonly texts: readonly TextRange[] },
  name: CaseName,
): Promise<ComparedCase | null> {
  const { openTraced, subjectOf, systemProgram } = input;
  const known = await input.runOriginal(name);
  const original = await traceOriginal(input, known, name.index);
  if (mutant.pc === null || !anyExecutes(original.traces, mutant.pc)) return null;
  const { how, loaded } = changing(input, mutant, original.traces);
  const traced = await openTraced(subjectOf(name.claim), original.compression, 'changed');
  traced.runner.replace(mutated(systemProgram, loaded));
  const [ran] = await runBoth(traced.runner, [caseAt(known.one, name.index)]);
  if (ran === undefined) throw new Error(`${name.claim} lost case ${name.index} while it was compared.`);
  const changed = traced.takeRows();
  const isOnlyText = [...original.traces, ...changed]
    .filter((trace) => anyExecutes([trace], how.one.pc))
    .every((trace) => isOnlyInText(input.code, trace, { pc: how.one.pc, texts }));
  const compared = comparePairs(how, { originals: original.traces, changed });
  return { ...name, compared, isOnlyText, handed: handedIn(original.ran, ran) };
}

/** Whether nothing more is to be learnt: a difference was used, or enough cases were compared for what they show. */
export function isSettled(found: readonly ComparedCase[]): boolean {
  const last = found.at(-1);
  if (last !== undefined && isMoreThanLogged(differenceOf(last))) return true;
  const effects = found.filter(hasEffect).length;
  return found.length >= COMPARED && (effects === 0 || effects >= ENOUGH);
}

/** Compares case by case. */
export const comparing =
  (input: ComparingInput) =>
  async (mutant: Mutant, names: readonly CaseName[], texts: readonly TextRange[]): Promise<Comparison> => {
    const found: ComparedCase[] = [];
    for (const name of names) {
      input.note?.(name.claim, name.index);
      const one = await compareCase(input, { mutant, texts }, name);
      if (one === null) continue;
      found.push(one);
      if (isSettled(found)) break;
    }
    return comparisonOf(found, mutant.operator as Operator);
  };
