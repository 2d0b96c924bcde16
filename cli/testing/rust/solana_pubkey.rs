//! Stands in for the crate of that name, with what exported tests use of it.

pub use solana_address::Address as Pubkey;
