//! What the stand-ins of both runtimes share: they note what a test sets and sends, and answer as they are told.

use solana_account::Account;
use solana_address::Address;
use solana_instruction::Instruction;
use std::{env, fs, io::Write};

pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub fn note(line: String) {
    let path = env::var("RECORD").expect("RECORD");
    let mut file = fs::OpenOptions::new()
        .append(true)
        .create(true)
        .open(path)
        .expect("a file");
    writeln!(file, "{line}").expect("a line");
}

pub fn note_account(address: &Address, account: &Account) {
    note(format!(
        "account {} {} {} {} {}",
        hex(&address.to_bytes()),
        account.lamports,
        hex(&account.owner.to_bytes()),
        account.executable,
        hex(&account.data)
    ));
}

pub fn note_program(address: &Address, elf: &[u8]) {
    note(format!("program {} {}", hex(&address.to_bytes()), hex(elf)));
}

pub fn note_transaction(payer: &Address, instructions: &[Instruction]) {
    note(format!("payer {}", hex(&payer.to_bytes())));
    for Instruction {
        program_id,
        accounts,
        data,
    } in instructions
    {
        note(format!(
            "instruction {} {}",
            hex(&program_id.to_bytes()),
            hex(data)
        ));
        for meta in accounts {
            let address = hex(&meta.pubkey.to_bytes());
            note(format!(
                "meta {address} {} {}",
                meta.is_signer, meta.is_writable
            ));
        }
    }
}

/// The answer to the `at`-th transaction: `ok` or nothing, or an error's text and a line of the logs behind a tab.
pub fn answer(at: usize) -> Result<(), (String, String)> {
    let replies = env::var("REPLIES").expect("REPLIES");
    let reply = replies.split('\n').nth(at).unwrap_or_default();
    if reply.is_empty() || reply == "ok" {
        return Ok(());
    }
    let (error, log) = reply.split_once('\t').expect("a tab");
    Err((error.to_string(), log.to_string()))
}
