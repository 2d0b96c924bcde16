//! Stands in for the crate of that name, with what exported tests use of it.

use solana_message::Message;

#[derive(Clone, Debug)]
pub struct Transaction {
    pub message: Message,
}

impl Transaction {
    pub fn new_unsigned(message: Message) -> Self {
        Self { message }
    }
}

pub mod versioned {
    pub struct VersionedTransaction {
        pub message: solana_message::Message,
    }

    impl From<super::Transaction> for VersionedTransaction {
        fn from(transaction: super::Transaction) -> Self {
            Self {
                message: transaction.message,
            }
        }
    }
}
