// The Rust code that tests for LiteSVM and for Mollusk share; `Address` is what each one's library calls a public key.

export const SHARED = `const LOADER: &str = "BPFLoader2111111111111111111111111111111111";

/// What a transaction did: nothing wrong, an error of that number, a program that panicked or was stopped, or another
/// error of the runtime's own; and who raised it.
#[allow(dead_code)]
#[derive(Debug)]
enum Outcome {
    Accepted,
    Custom(u32, Option<&'static str>),
    Stopped(Option<&'static str>),
    Failed(Option<&'static str>),
}

#[allow(dead_code)]
struct Planned {
    payer: &'static str,
    units: u64,
    instructions: Vec<Instruction>,
    outcome: Outcome,
}

fn is_as_expected(expected: &Outcome, seen: &Result<(), String>) -> bool {
    match (expected, seen) {
        (Outcome::Accepted, Ok(())) => true,
        (Outcome::Custom(code, _), Err(error)) => {
            error.ends_with(&format!("custom program error: {code:#x}"))
        }
        (Outcome::Stopped(_), Err(error)) => is_stopped(error),
        (Outcome::Failed(_), Err(error)) => {
            !error.contains("custom program error") && !is_stopped(error)
        }
        _ => false,
    }
}

/// A panic, a forbidden access to memory, or no compute units left: the program returned nothing.
fn is_stopped(error: &str) -> bool {
    error.ends_with("Program failed to complete")
        || error.ends_with("Computational budget exceeded")
}

/// An address from base58.
fn key(base58: &str) -> Address {
    const DIGITS: &str = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    let mut bytes = [0u8; 32];
    for digit in base58.chars() {
        let mut carry = DIGITS.find(digit).expect("a digit of base58") as u32;
        for byte in bytes.iter_mut().rev() {
            carry += 58 * u32::from(*byte);
            *byte = (carry & 0xff) as u8;
            carry >>= 8;
        }
    }
    Address::new_from_array(bytes)
}

fn bytes(hex: &str) -> Vec<u8> {
    (0..hex.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&hex[at..at + 2], 16).expect("two hexadecimal digits"))
        .collect()
}

#[allow(dead_code)]
fn account(lamports: u64, owner: &str, executable: bool, data: &[u8]) -> Account {
    Account {
        lamports,
        data: data.to_vec(),
        owner: key(owner),
        executable,
        rent_epoch: u64::MAX,
    }
}
`;
