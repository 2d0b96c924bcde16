// A witness as a TypeScript test of its own: it needs published packages only and nothing of this project.
import type { RawCase } from '../../spec/raw-case';
import type { TransactionOutcome } from '../../spec/outcome';
import { commented, titleOf } from './outcome-text';
import { prose, type ExportInput } from './prose';
import type { PublishedProgram } from './published-program';

export type TestInput = ExportInput & {
  readonly raw: RawCase;
  /** The calling program's bytes in base64. */
  readonly caller: string;
  readonly published: readonly PublishedProgram[];
};

/** `null` for accepted, a number for a custom error, `'any'` for any other. */
const outcomeText = ({ raised }: TransactionOutcome): string =>
  raised === null ? 'null' : raised.code === null ? `'any'` : String(raised.code);

/** The address of the program under test. */
const SYSTEM_PROGRAM = 'SySTEM1eSU2p4BGQfQpimFEWWSC1XDFeun3Nqzz3rT7';

const json = (value: unknown): string => JSON.stringify(value, null, 2);

/** What the test imports, package by package. */
const IMPORTS: readonly (readonly [what: string, from: string])[] = [
  ['assert', 'node:assert/strict'],
  ['{ createHash }', 'node:crypto'],
  ['{ existsSync, readdirSync, readFileSync }', 'node:fs'],
  ['{ join }', 'node:path'],
  ['{ test }', 'node:test'],
  ['{ PublicKey, VersionedTransaction }', '@solana/web3.js'],
  ['{ start, type AccountInfoBytes }', 'solana-bankrun'],
];
const HEAD = `${IMPORTS.map(([what, name]) => `import ${what} from '${name}';`).join('\n')}\n`;

const BODY = `const LOADER = 'BPFLoader2111111111111111111111111111111111';

const stored = (owner: string, lamports: string, data: Buffer, executable: boolean): AccountInfoBytes => ({
  owner: new PublicKey(owner),
  lamports: Number(lamports),
  data: new Uint8Array(data),
  executable,
});
const program = (elf: Buffer): AccountInfoBytes => stored(LOADER, '10000000000', elf, true);

/** A program's file, which must be the one that was observed; a build of your own, given by SYSTEM_PROGRAM, is not compared. */
function verified({ address, file, sha256 }: (typeof PROGRAMS)[number]): Buffer {
  const own = address === SYSTEM_PROGRAM ? process.env['SYSTEM_PROGRAM'] : undefined;
  const path = own ?? join(PACKAGE, file);
  if (!existsSync(path)) throw new Error(\`There is no file \${path}: npm install \${PACKAGE_VERSION}, or name its folder by ZK_COMPRESSION_CLI.\`);
  const bytes = readFileSync(path);
  const found = createHash('sha256').update(bytes).digest('hex');
  if (own === undefined && found !== sha256)
    throw new Error(\`\${path} is not the file of \${PACKAGE_VERSION} that this case was observed with (sha256 \${found}, not \${sha256}): npm install \${PACKAGE_VERSION}.\`);
  return bytes;
}

/** The accounts that the package publishes, by address. */
function published(): Map<string, AccountInfoBytes> {
  const folder = join(PACKAGE, 'accounts');
  const files = readdirSync(folder).filter((name) => PUBLISHED.some((address) => name.includes(address)));
  return new Map(
    files.map((name) => {
      const { pubkey, account } = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      const data = Buffer.from(account.data[0], 'base64');
      return [pubkey, stored(account.owner, String(account.lamports), data, account.executable)];
    }),
  );
}

test(TITLE, async () => {
  const context = await start([], []);
  const set = (address: string, account: AccountInfoBytes) => context.setAccount(new PublicKey(address), account);
  for (const one of PROGRAMS) set(one.address, program(verified(one)));
  for (const address of CALLERS) set(address, program(Buffer.from(CALLER, 'base64')));
  for (const [address, account] of published()) set(address, account);
  for (const { address, owner, lamports, data, executable } of ACCOUNTS)
    set(address, stored(owner, lamports, Buffer.from(data, 'base64'), executable));
  for (const [index, { bytes, blockhashAt }] of TRANSACTIONS.entries()) {
    const wire = Buffer.from(bytes, 'base64');
    const latest = await context.banksClient.getLatestBlockhash();
    wire.set(new PublicKey(latest?.[0] ?? context.lastBlockhash).toBytes(), blockhashAt);
    const { result, meta } = await context.banksClient.tryProcessTransaction(VersionedTransaction.deserialize(wire));
    const expected = OUTCOMES[index];
    const logs = meta?.logMessages.join('\\n') ?? '';
    if (expected === null) assert.equal(result, null, logs);
    else if (expected === 'any') assert.notEqual(result, null, 'accepted');
    else assert.match(String(result), new RegExp(\`custom program error: 0x\${expected.toString(16)}$\`), logs);
  }
});
`;

/** The test passes as long as the programs do what they were seen to do. */
export function typescriptTest(input: TestInput): string {
  const { witness, run, raw, caller, published } = input;
  const outcomes = run?.observation.transactions.map(outcomeText) ?? [];
  const version = witness.programs.version;
  return [
    commented(prose(input), '//'),
    '//',
    commented(
      `To run it, in an empty folder:
  npm init -y
  npm install solana-bankrun@0.4.0 @solana/web3.js@1.98.4 @lightprotocol/zk-compression-cli@${version} tsx @types/node
  RUST_LOG=off npx tsx --test <this file>
It passes as long as the program does what was observed; what is documented is above. Of an accepted transaction
it checks that it is accepted, and not what it leaves in the accounts. Signatures are dummies: bankrun takes them.
The programs must be those that were observed, by sha256; SYSTEM_PROGRAM=<file> puts a build of your own in the
system program's place, which is not compared.`,
      '//',
    ),
    HEAD,
    `const TITLE = ${json(titleOf(input))};`,
    `const PACKAGE = process.env['ZK_COMPRESSION_CLI'] ?? 'node_modules/@lightprotocol/zk-compression-cli';`,
    `const PACKAGE_VERSION = ${json(`@lightprotocol/zk-compression-cli@${version}`)};`,
    `const SYSTEM_PROGRAM = ${json(SYSTEM_PROGRAM)};`,
    `/** The programs: where each stands, its file in the package, and the sha256 of that file. */`,
    `const PROGRAMS: { address: string; file: string; sha256: string }[] = ${json(published)};`,
    `/** What each transaction does: null is accepted, a number is a custom error. */`,
    `const OUTCOMES: (number | null | 'any')[] = [${outcomes.join(', ')}];`,
    `/** Who is who. */\nexport const NAMES: Record<string, string> = ${json(raw.names)};`,
    `const CALLERS: string[] = ${json(raw.callers)};`,
    `const PUBLISHED: string[] = ${json(raw.published)};`,
    `const ACCOUNTS: { address: string; owner: string; lamports: string; data: string; executable: boolean }[] = ${json(raw.accounts)};`,
    `const TRANSACTIONS: { bytes: string; blockhashAt: number }[] = ${json(raw.transactions)};`,
    `/** A small program that makes the cross-program calls its instruction data lists. */\nconst CALLER =\n  ${json(caller)};`,
    '',
    BODY,
  ].join('\n');
}
