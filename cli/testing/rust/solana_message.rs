//! Stands in for the crate of that name, with what exported tests use of it.

use solana_address::Address;
use solana_instruction::Instruction;

#[derive(Clone, Debug)]
pub struct Message {
    pub payer: Option<Address>,
    pub instructions: Vec<Instruction>,
}

impl Message {
    pub fn new(instructions: &[Instruction], payer: Option<&Address>) -> Self {
        Self {
            payer: payer.copied(),
            instructions: instructions.to_vec(),
        }
    }
}
