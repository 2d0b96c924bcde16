// The part of an exported TypeScript test that is the same in each: it loads, sends and compares.

/** What the test imports, package by package. */
const IMPORTS: readonly (readonly [what: string, from: string])[] = [
  ['assert', 'node:assert/strict'],
  ['{ createHash }', 'node:crypto'],
  ['{ existsSync, readFileSync }', 'node:fs'],
  ['{ join }', 'node:path'],
  ['{ test }', 'node:test'],
  ['{ PublicKey, SystemProgram, VersionedTransaction }', '@solana/web3.js'],
  ['{ start, type AccountInfoBytes, type ProgramTestContext }', 'solana-bankrun'],
];
export const HEAD = `${IMPORTS.map(([what, name]) => `import ${what} from '${name}';`).join('\n')}\n`;

export const TYPES = `type Program = { address: string; file: string | null; variable: string | null; sha256: string };
type Account = { address: string; owner: string; lamports: string; data: string; executable: boolean };
/** What a refused transaction says: a pattern for the runtime's text, and the program that failed first. */
type Failure = { instruction: number | null; text: string; by: string | null; ranOut: boolean };
/** Lamports that an account gained, and the hash of its data where something was written. */
type Change = { address: string; lamports: string; sha256: string | null };
type Outcome = { error: Failure | null; changes: Change[]; derived: string[] | null };
`;

const LOADING = `const LOADER = 'BPFLoader2111111111111111111111111111111111';
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const stored = (owner: string, lamports: string, data: Buffer, executable: boolean): AccountInfoBytes => ({
  owner: new PublicKey(owner),
  lamports: Number(lamports),
  data: new Uint8Array(data),
  executable,
});
const program = (elf: Buffer): AccountInfoBytes => stored(LOADER, '10000000000', elf, true);

/** A file that must be the one that was observed; a build that a variable names in the place of a published one is not compared. */
function verified({ file, variable, sha256: observed }: Omit<Program, 'address'>): Buffer {
  const own = variable === null ? undefined : process.env[variable];
  if (file === null && !own)
    throw new Error(\`This case was observed with a build that is not published (sha256 \${observed}): name its file by \${variable}.\`);
  const path = own || join(PACKAGE, file ?? '');
  if (!existsSync(path))
    throw new Error(\`There is no file \${path}: \${own ? \`\${variable} must name one.\` : \`npm install \${PACKAGE_VERSION}, or name its folder by ZK_COMPRESSION_CLI.\`}\`);
  const bytes = readFileSync(path);
  const found = sha256(bytes);
  if (found === observed || (own && (file !== null || process.env['OTHER_BUILD'] === '1'))) return bytes;
  throw new Error(
    own
      ? \`\${variable} names a build with sha256 \${found}, but this case was observed with \${observed}: name that one, or set OTHER_BUILD=1 to run this one all the same.\`
      : \`\${path} is not the file of \${PACKAGE_VERSION} that this case was observed with (sha256 \${found}, not \${observed}): npm install \${PACKAGE_VERSION}.\`,
  );
}

/** An account that the package publishes. */
function published(file: string, observed: string): AccountInfoBytes {
  const { account } = JSON.parse(verified({ file, variable: null, sha256: observed }).toString('utf8'));
  return stored(account.owner, String(account.lamports), Buffer.from(account.data[0], 'base64'), account.executable);
}
`;

const COMPARING = `type State = { address: string; owner: string; lamports: bigint; data: Uint8Array };

const read = async ({ banksClient }: ProgramTestContext, keys: readonly PublicKey[]): Promise<State[]> =>
  Promise.all(
    keys.map(async (key) => {
      const account = await banksClient.getAccount(key);
      const owner = (account?.owner ?? SystemProgram.programId).toBase58();
      return { address: key.toBase58(), owner, lamports: await banksClient.getBalance(key), data: account?.data ?? new Uint8Array() };
    }),
  );

/** What became of the accounts that a transaction may write. */
function changesOf(before: readonly State[], after: readonly State[]): Change[] {
  const changes = after.map(({ address, owner, lamports, data }, at): Change => {
    const was = before[at];
    const isSame = was !== undefined && was.owner === owner && Buffer.from(was.data).equals(data);
    return { address, lamports: String(lamports - (was?.lamports ?? 0n)), sha256: isSame ? null : sha256(data) };
  });
  return changes
    .filter((change) => change.lamports !== '0' || change.sha256 !== null)
    .sort((one, other) => (one.address < other.address ? -1 : 1));
}

const RAN_OUT = /^exceeded CUs meter|^Computational budget exceeded/;
const DERIVED = /^Program log: (?:proof_input_compressed_account_hashes|input roots|new_addresses|new_address_roots) /;

/** A refusal by the runtime's text; the program that failed first is the innermost one. */
function failureOf(result: string, logs: readonly string[]): Failure {
  const [, instruction, text] = /^Error processing Instruction (\\d+): (.*)$/s.exec(result) ?? [];
  const failed = logs.map((line) => /^Program (\\S+) failed: (.*)/.exec(line)).find((match) => match !== null);
  return {
    instruction: instruction === undefined ? null : Number(instruction),
    text: text ?? result,
    by: (instruction !== undefined && failed?.[1]) || null,
    ranOut: RAN_OUT.test(failed?.[2] ?? ''),
  };
}

/** The hashes, roots and addresses that the system program logs when it refuses a proof. */
const derivedIn = (logs: readonly string[]): string[] =>
  logs
    .filter((line) => DERIVED.test(line))
    .flatMap((line) => [...line.matchAll(/\\[([\\d, ]+)\\]/g)])
    .map(([, bytes]) => Buffer.from((bytes ?? '').split(',').map(Number)).toString('hex'))
    .sort();

function compareRefusal(seen: Failure, expected: Failure, told: string): void {
  const isTold = new RegExp(expected.text).test(seen.text);
  const isThere = expected.instruction === null || seen.instruction === expected.instruction;
  const isAll = isTold && isThere && seen.by === expected.by && seen.ranOut === expected.ranOut;
  assert.ok(isAll, \`\${told}: observed was \${JSON.stringify(expected)}, now it is \${JSON.stringify(seen)}\`);
}

const named = (changes: readonly Change[]) =>
  changes.map(({ address, ...change }) => ({ account: NAMES[address] ?? address, ...change }));
`;

const TEST = `test(TITLE, async () => {
  const context = await start([], []);
  const set = (address: string, account: AccountInfoBytes) => context.setAccount(new PublicKey(address), account);
  for (const one of PROGRAMS) set(one.address, program(verified(one)));
  for (const address of CALLERS) set(address, program(Buffer.from(CALLER, 'base64')));
  for (const { address, file, sha256: observed } of PUBLISHED) set(address, published(file, observed));
  for (const { address, owner, lamports, data, executable } of ACCOUNTS)
    set(address, stored(owner, lamports, Buffer.from(data, 'base64'), executable));
  for (const [index, { bytes, blockhashAt }] of TRANSACTIONS.entries()) {
    const wire = Buffer.from(bytes, 'base64');
    const latest = await context.banksClient.getLatestBlockhash();
    wire.set(new PublicKey(latest?.[0] ?? context.lastBlockhash).toBytes(), blockhashAt);
    const transaction = VersionedTransaction.deserialize(wire);
    const { message } = transaction;
    const writable = message.staticAccountKeys.filter((_, at) => message.isAccountWritable(at));
    const before = await read(context, writable);
    const { result, meta } = await context.banksClient.tryProcessTransaction(transaction);
    const changes = changesOf(before, await read(context, writable));
    const logs = meta?.logMessages ?? [];
    const told = \`\${logs.join('\\n')}\\nTransaction \${index + 1}\`;
    const { error, changes: observed, derived } = OUTCOMES[index]!;
    if (error === null) {
      assert.equal(result, null, \`\${told} is refused, and was accepted: \${result}\`);
      assert.deepEqual(named(changes), named(observed), \`\${told} leaves other accounts, or other data or lamports in them, than was observed:\\n\${JSON.stringify(named(changes), null, 1)}\\nand not\\n\${JSON.stringify(named(observed), null, 1)}\`);
    } else {
      assert.ok(result !== null, \`\${told} is accepted, and was refused: \${JSON.stringify(error)}\`);
      compareRefusal(failureOf(result, logs), error, told);
    }
    if (derived !== null) assert.deepEqual(derivedIn(logs), derived, \`\${told}: the system program logs other hashes, roots or addresses of the proof that it refuses\`);
  }
});
`;

export const BODY = [LOADING, COMPARING, TEST].join('\n');
