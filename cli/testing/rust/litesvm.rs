//! Stands in for the crate of that name: it runs nothing, notes what it is given, and answers as it is told.

use record::{answer, note_account, note_program, note_transaction};
use solana_account::Account;
use solana_address::Address;
use solana_transaction::versioned::VersionedTransaction;

#[derive(Debug)]
pub struct LiteSVMError;

#[derive(Debug)]
pub struct TransactionError(String);

impl std::fmt::Display for TransactionError {
    fn fmt(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
        out.write_str(&self.0)
    }
}

#[derive(Debug, Default)]
pub struct TransactionMetadata {
    pub logs: Vec<String>,
}

#[derive(Debug)]
pub struct FailedTransactionMetadata {
    pub err: TransactionError,
    pub meta: TransactionMetadata,
}

#[derive(Default)]
pub struct LiteSVM {
    sent: usize,
}

impl LiteSVM {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn with_sigverify(self, sigverify: bool) -> Self {
        assert!(!sigverify);
        self
    }

    pub fn with_blockhash_check(self, check: bool) -> Self {
        assert!(!check);
        self
    }

    pub fn with_transaction_history(self, capacity: usize) -> Self {
        assert_eq!(capacity, 0);
        self
    }

    pub fn add_program_with_loader(
        &mut self,
        program_id: impl Into<Address>,
        program_bytes: &[u8],
        _loader_id: Address,
    ) -> Result<(), LiteSVMError> {
        note_program(&program_id.into(), program_bytes);
        Ok(())
    }

    pub fn set_account(&mut self, address: Address, data: Account) -> Result<(), LiteSVMError> {
        note_account(&address, &data);
        Ok(())
    }

    pub fn send_transaction(
        &mut self,
        tx: impl Into<VersionedTransaction>,
    ) -> Result<TransactionMetadata, FailedTransactionMetadata> {
        let message = tx.into().message;
        note_transaction(&message.payer.expect("a payer"), &message.instructions);
        self.sent += 1;
        answer(self.sent - 1)
            .map(|()| TransactionMetadata::default())
            .map_err(|(error, log)| FailedTransactionMetadata {
                err: TransactionError(error),
                meta: TransactionMetadata { logs: vec![log] },
            })
    }
}
