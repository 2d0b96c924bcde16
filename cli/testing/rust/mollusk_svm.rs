//! Stands in for the crate of that name: it runs nothing, notes what it is given, and answers as it is told.

use record::{answer, note, note_account, note_program, note_transaction};
use solana_account::Account;
use solana_instruction::Instruction;
use solana_pubkey::Pubkey;
use std::{cell::RefCell, collections::HashMap, rc::Rc};

#[derive(Default)]
pub struct ComputeBudget {
    pub compute_unit_limit: u64,
}

#[derive(Default)]
pub struct Mollusk {
    pub compute_budget: ComputeBudget,
}

pub trait AccountStore {
    fn all(&self) -> Vec<(Pubkey, Account)>;
}

impl AccountStore for HashMap<Pubkey, Account> {
    fn all(&self) -> Vec<(Pubkey, Account)> {
        self.iter()
            .map(|(key, account)| (*key, account.clone()))
            .collect()
    }
}

impl Mollusk {
    pub fn add_program_with_loader_and_elf(
        &mut self,
        program_id: &Pubkey,
        _loader_key: &Pubkey,
        elf: &[u8],
    ) {
        note_program(program_id, elf);
    }

    pub fn with_context<AS: AccountStore>(self, account_store: AS) -> MolluskContext<AS> {
        for (key, account) in account_store.all() {
            note_account(&key, &account);
        }
        MolluskContext {
            mollusk: self,
            account_store: Rc::new(RefCell::new(account_store)),
            sent: RefCell::new(0),
        }
    }
}

pub struct MolluskContext<AS: AccountStore> {
    pub mollusk: Mollusk,
    pub account_store: Rc<RefCell<AS>>,
    sent: RefCell<usize>,
}

#[derive(Debug)]
pub struct TransactionError(String);

impl std::fmt::Display for TransactionError {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        out.write_str(&self.0)
    }
}

pub struct TransactionResult {
    pub raw_result: Result<(), TransactionError>,
}

impl<AS: AccountStore> MolluskContext<AS> {
    pub fn process_transaction_instructions(
        &self,
        instructions: &[Instruction],
    ) -> TransactionResult {
        note(format!(
            "units {}",
            self.mollusk.compute_budget.compute_unit_limit
        ));
        note_transaction(&Pubkey::default(), instructions);
        let at = self.sent.replace_with(|sent| *sent + 1);
        TransactionResult {
            raw_result: answer(at).map_err(|(error, _)| TransactionError(error)),
        }
    }
}
