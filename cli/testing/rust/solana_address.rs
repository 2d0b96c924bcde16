//! Stands in for the crate of that name, with what exported tests use of it.

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Address([u8; 32]);

impl Address {
    pub const fn new_from_array(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    pub const fn to_bytes(self) -> [u8; 32] {
        self.0
    }
}
