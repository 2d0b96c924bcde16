// LiteSVM and Mollusk: how a test looks on each, and which crates it needs.

export type Runtime = {
  readonly name: string;
  /** Lines of `[dev-dependencies]`. */
  readonly crates: readonly string[];
  readonly imports: string;
  /** The test's body between its braces. */
  readonly body: string;
  /** What the runtime does otherwise than a validator. */
  readonly limits: string;
};

const SHA2 = 'sha2 = "0.10"';

const LITESVM: Runtime = {
  name: 'LiteSVM',
  crates: [
    'litesvm = "=0.15.2"',
    SHA2,
    'solana-account = "4.3"',
    'solana-address = "2.6"',
    'solana-instruction = "3.4"',
    'solana-message = "4.2"',
    'solana-transaction = "4.1"',
  ],
  imports: `use litesvm::LiteSVM;
use sha2::{Digest, Sha256};
use solana_account::Account;
use solana_address::Address;
use solana_instruction::{AccountMeta, Instruction};
use solana_message::Message;
use solana_transaction::Transaction;
`,
  body: `    let mut svm = LiteSVM::new()
        .with_sigverify(false)
        .with_blockhash_check(false)
        .with_transaction_history(0);
    for (address, elf) in programs() {
        svm.add_program_with_loader(key(address), &elf, key(LOADER))
            .expect("a program");
    }
    for (address, account) in accounts() {
        svm.set_account(key(address), account).expect("an account");
    }
    for (at, planned) in transactions().into_iter().enumerate() {
        let message = Message::new(&planned.instructions, Some(&key(planned.payer)));
        let result = svm.send_transaction(Transaction::new_unsigned(message));
        let (seen, logs) = match result {
            Ok(meta) => (Ok(()), meta.logs),
            Err(failed) => (Err(failed.err.to_string()), failed.meta.logs),
        };
        assert!(
            is_as_expected(&planned.outcome, &seen) && is_raised_by(&planned.outcome, &logs),
            "transaction {}: expected {:?}, seen {seen:?}\\n{}",
            at + 1,
            planned.outcome,
            logs.join("\\n")
        );
    }
`,
  limits:
    'Who raised an error is compared, too: the first program that failed. Signatures are not checked, and packets may have any size.',
};

/** Who raised an error stands in the logs, which Mollusk does not collect by itself. */
export const RAISED_BY = `
/// The program that failed first is the innermost one.
fn is_raised_by(expected: &Outcome, logs: &[String]) -> bool {
    let (Outcome::Custom(_, Some(by)) | Outcome::Stopped(Some(by)) | Outcome::Failed(Some(by))) =
        expected
    else {
        return true;
    };
    logs.iter()
        .find(|line| line.starts_with("Program ") && line.contains(" failed: "))
        .is_some_and(|line| line.starts_with(&format!("Program {by} ")))
}
`;

const MOLLUSK: Runtime = {
  name: 'Mollusk',
  crates: [
    'mollusk-svm = "=0.14.0"',
    SHA2,
    'solana-account = "4.3"',
    'solana-instruction = "3.2"',
    'solana-pubkey = "4.1"',
  ],
  imports: `use mollusk_svm::Mollusk;
use sha2::{Digest, Sha256};
use solana_account::Account;
use solana_instruction::{AccountMeta, Instruction};
use solana_pubkey::Pubkey as Address;
use std::collections::HashMap;
`,
  body: `    let mut mollusk = Mollusk::default();
    for (address, elf) in programs() {
        mollusk.add_program_with_loader_and_elf(&key(address), &key(LOADER), &elf);
    }
    let store: HashMap<Address, Account> = accounts()
        .into_iter()
        .map(|(address, account)| (key(address), account))
        .collect();
    let mut context = mollusk.with_context(store);
    for (at, planned) in transactions().into_iter().enumerate() {
        context.mollusk.compute_budget.compute_unit_limit = planned.units;
        let result = context.process_transaction_instructions(&planned.instructions);
        let seen = result.raw_result.map_err(|error| error.to_string());
        assert!(
            is_as_expected(&planned.outcome, &seen),
            "transaction {}: expected {:?}, seen {seen:?}",
            at + 1,
            planned.outcome
        );
    }
`,
  limits:
    'Mollusk has no fees, signatures, packets or blockhashes: the instructions of a transaction run as one message, the payer is an account like any other, and requests for compute units are its setting. Who raised an error is told in the table and not asserted.',
};

export const RUNTIMES = { 'rust-litesvm': LITESVM, 'rust-mollusk': MOLLUSK } as const;
export type RustForm = keyof typeof RUNTIMES;
