// The tables of a Rust test: programs, accounts, and transactions with their outcomes.
import type { RawAccount, RawInstruction } from '../../../spec/raw-case';
import type { TestedProgram } from '../tested-program';
import type { Spell } from './constants';
import type { RustCase, RustOutcome, RustTransaction } from './rust-case';

const grouped = (digits: string): string => digits.replaceAll(/\B(?=(\d{3})+$)/g, '_');

const lines = (items: readonly string[], indent: string): string =>
  items.map((item) => `${indent}${item},\n`).join('');

/** Where an account's data lies beside the test; nothing for an empty one. */
export const dataFile = ({ address }: RawAccount): string => `accounts/${address}.bin`;

function accountText(account: RawAccount, spell: Spell): string {
  const { address, owner, lamports, data, executable } = account;
  const bytes = data === '' ? '&[]' : `include_bytes!(${JSON.stringify(dataFile(account))})`;
  return `(${spell(address)}, account(${grouped(lamports)}, ${spell(owner)}, ${executable}, ${bytes}))`;
}

const metaText = ({ address, signer, writable }: RawInstruction['accounts'][number], spell: Spell): string =>
  `AccountMeta::${writable ? 'new' : 'new_readonly'}(key(${spell(address)}), ${signer})`;

const instructionText = ({ program, accounts, data }: RawInstruction, spell: Spell): string =>
  [
    'Instruction {',
    `                    program_id: key(${spell(program)}),`,
    '                    accounts: vec![',
    `${lines(
      accounts.map((meta) => metaText(meta, spell)),
      ' '.repeat(24),
    )}                    ],`,
    `                    data: bytes(${JSON.stringify(data)}),`,
    '                }',
  ].join('\n');

function outcomeText({ error, by }: RustOutcome, spell: Spell): string {
  if (error === null) return 'Outcome::Accepted';
  const who = by === null ? 'None' : `Some(${spell(by)})`;
  if (error === 'stopped') return `Outcome::Stopped(${who})`;
  return error === 'any' ? `Outcome::Failed(${who})` : `Outcome::Custom(${error}, ${who})`;
}

function transactionText({ feePayer, instructions, outcome, units }: RustTransaction, spell: Spell): string {
  const said = lines(
    instructions.map((instruction) => instructionText(instruction, spell)),
    ' '.repeat(16),
  );
  return [
    'Planned {',
    `            payer: ${spell(feePayer)},`,
    `            units: ${grouped(String(units))},`,
    `            instructions: vec![\n${said}            ],`,
    `            outcome: ${outcomeText(outcome, spell)},`,
    '        }',
  ].join('\n');
}

/** A program's bytes: of the package or a build in its place, or of a build that must be named. */
function loadText({ file, variable, sha256 }: TestedProgram): string {
  const named = variable === null ? 'None' : `Some(${JSON.stringify(variable)})`;
  return file === null
    ? `own(${JSON.stringify(variable)}, ${JSON.stringify(sha256)})`
    : `published(${JSON.stringify(file)}, ${named}, ${JSON.stringify(sha256)})`;
}

/** Three functions: `programs`, `accounts` and `transactions`. */
export function tables({ programs, callers, accounts, transactions }: RustCase, spell: Spell): string {
  const loaded = programs.map((program) => `(${spell(program.address)}, ${loadText(program)})`);
  const ours = callers.map((address) => `(${spell(address)}, include_bytes!("caller.so").to_vec())`);
  const table = (about: string, head: string, items: readonly string[]): string =>
    `/// ${about}\n#[rustfmt::skip]\nfn ${head} {\n    vec![\n${lines(items, '        ')}    ]\n}`;
  return [
    table('Where each program stands, and its bytes.', `programs() -> Vec<(&'static str, Vec<u8>)>`, [
      ...loaded,
      ...ours,
    ]),
    table(
      'All other accounts before the first transaction.',
      `accounts() -> Vec<(&'static str, Account)>`,
      accounts.map((account) => accountText(account, spell)),
    ),
    table(
      'What is sent, and what came of it.',
      'transactions() -> Vec<Planned>',
      transactions.map((transaction) => transactionText(transaction, spell)),
    ),
  ].join('\n\n');
}
