// Follows a call graph step by step, by the guide's rules and what was observed of the runtime, to its end or its first failure.
import type { CallStep, NestedCall, NestedTransfer } from '../../spec/call';
import type { Hex } from '../../spec/plan';
import type { KeyRole } from '../../spec/world';
import { dataRefusal, refusalOf, type Cpi } from './cpi';
import { guide, leaveOpen, passedTo, stopFor, type Standing, type Stop } from './standing';
import { balanceOf, moved } from './lamports';

const SYSTEM = 'solana-system';
const FINAL = guide('failure-is-final');

const isNested = ({ stack }: Standing): boolean => stack.length > 1;

const withByte = (bytes: Hex, offset: number, byte: number): Hex =>
  bytes.slice(0, 2 * offset) + byte.toString(16).padStart(2, '0') + bytes.slice(2 * offset + 2);

type Write = Extract<CallStep, { kind: 'write' }>;

/** What is written: the account at the position at which the program takes it, if it is one of the plan's. */
function written({ frame, passed, run }: Standing, { account, offset, at }: Write) {
  const key = at === undefined ? account : frame.accounts[at]?.key;
  if (key === undefined) return null;
  const known = run.data.get(key);
  const own = passed.get(key);
  if (known === undefined || own === undefined || 2 * offset >= known.bytes.length) return null;
  return { key, known, writable: own.writable };
}

const isDisordered = ({ frame }: Standing, { account, at }: Write): boolean =>
  at !== undefined && frame.accounts[at]?.key !== account;

function write(standing: Standing, step: Write): Stop | null {
  const { frame, run } = standing;
  const disordered = isDisordered(standing, step)
    ? stopFor(standing, ['account-order'], frame.program)
    : null;
  if (disordered !== null) return disordered;
  const target = written(standing, step);
  if (target === null) {
    leaveOpen(standing, 'a write to what is no data account of the plan, or not passed');
    return null;
  }
  const { key, known, writable } = target;
  const rules = [
    ...(known.owner === frame.program ? [] : ['write-needs-owner']),
    ...(writable ? [] : ['write-needs-writable']),
  ];
  const stop = stopFor(standing, rules, frame.program);
  if (stop !== null) return stop;
  run.data.set(key, { ...known, bytes: withByte(known.bytes, step.offset, step.byte) });
  if (isNested(standing)) run.shown.add(guide('executes'));
  return null;
}

const isPda = (key: string): boolean => key.startsWith('pda:');

/** The transaction asked for the signature, but whoever is looked up does not sign. */
const signatureRule = (standing: Standing, account: KeyRole): string => {
  const { frame, lookedUp } = standing;
  const asked = frame.accounts.some(({ key, signer }) => key === account && signer);
  return asked && !isNested(standing) && lookedUp.has(account) ? 'table-signer' : 'signature-demanded';
};

function demand(standing: Standing, account: Extract<CallStep, { kind: 'require' }>['account']): Stop | null {
  const { frame, passed, run } = standing;
  const own = passed.get(account);
  if (own === undefined) leaveOpen(standing, 'a signature of an account that is not passed');
  if (own?.signer !== true) return stopFor(standing, [signatureRule(standing, account)], frame.program);
  if (isNested(standing)) run.shown.add(guide(isPda(account) ? 'pda-signs' : 'signer-passes-through'));
  return null;
}

/** The callee executes with what it is passed; a failure of it is the transaction's. */
function call(standing: Standing, step: NestedCall): Stop | null {
  const { stack, run, holds } = standing;
  const refused = refusalOf(standing, step) ?? dataRefusal(standing, step);
  if (refused !== null) return refused;
  if (run.returned.has(step.program) && !stack.includes(step.program))
    run.shown.add(guide('returned-program-callable'));
  const { program, accounts, steps } = step;
  const frame = { program, accounts, steps };
  const stop = execute({ ...standing, frame, passed: passedTo(accounts), stack: [...stack, program] });
  if (stop?.code !== undefined && !holds(FINAL)) return null;
  run.returned.add(program);
  return stop;
}

function transfer(standing: Standing, step: NestedTransfer): Stop | null {
  const { from, to, lamports, signers, data, swapped } = step;
  const accounts = [
    { key: from, signer: true, writable: true },
    { key: to, signer: false, writable: true },
  ];
  const cpi: Cpi = { program: SYSTEM, accounts, signers, ...(data && { data }) };
  const refused = refusalOf(standing, cpi) ?? dataRefusal(standing, cpi);
  if (refused !== null) return refused;
  const { run, frame } = standing;
  const disordered = swapped === true ? stopFor(standing, ['account-order'], frame.program) : null;
  if (disordered !== null) return disordered;
  if (balanceOf(standing, from) < lamports) leaveOpen(standing, 'a transfer of more than there may be');
  run.shown.add(guide(isPda(from) ? 'pda-signs' : 'signer-passes-through'));
  if (data === 'long') run.shown.add(guide('data-trailing'));
  moved(run, step);
  run.returned.add(SYSTEM);
  return null;
}

function execStep(standing: Standing, step: CallStep): Stop | null {
  switch (step.kind) {
    case 'call':
      return call(standing, step);
    case 'transfer':
      return transfer(standing, step);
    case 'write':
      return write(standing, step);
    case 'require':
      return demand(standing, step.account);
    case 'fail':
      return {
        rules: [...(isNested(standing) ? [FINAL] : []), guide('callee-error')],
        by: standing.frame.program,
        code: step.code,
      };
  }
}

/** Executes a program's steps; the first failure ends them. */
export function execute(standing: Standing): Stop | null {
  for (const step of standing.frame.steps) {
    const stop = execStep(standing, step);
    if (stop !== null) return stop;
  }
  return null;
}
