// The order of keys in witness files: one list that fits every object of a plan.

export const KEY_ORDER: readonly string[] = `
  formatVersion rule kind verdict expected observed detail programs version systemProgram accountCompression
  runtime caller program through instruction plan twin key owner feePayer computeUnitLimit computeUnitPrice accounts transactions
  instructions from to signer writable associatedTree discriminator size bytes fill length dataHash lengthPrefix proof
  newAddresses inputs outputs relayFee compressOrDecompressLamports isCompress cpiContext firstSet set index cutBytes
  readOnlyAddresses readOnlyAccounts seed accountHash lamports address data treeIndex queueIndex leafOffset leafIndex
  proveByIndex rootIndex account offset byte at code pda flaw signers swapped steps
  table addresses deactivated addedNow frozen versioned lookups indices alsoListed oversize
  name payer authority mint target amount direction shares move remaining
`
  .trim()
  .split(/\s+/);
