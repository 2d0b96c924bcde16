// What goes wrong around the prover is said in one sentence each, and no test needs the prover itself.
import { createServer, type Server } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InputError } from '../programs/errors';
import { readManifest, releaseOf } from '../programs/release-manifest';
import { fetchProver, proverFiles } from './prover-package';
import { requirePlatform, startProver } from './prover';

const root = mkdtempSync(join(tmpdir(), 'prover-test-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const SENTENCE = /^[A-Z][^\n]*\.$/;

const listening = (): Promise<{ readonly server: Server; readonly port: number }> =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen({ host: '127.0.0.1', port: 0 }, () => {
      const address = server.address();
      resolve({ server, port: typeof address === 'object' && address !== null ? address.port : 0 });
    });
  });

const messageOf = async (work: Promise<unknown>): Promise<string> => {
  const error: unknown = await work.catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(InputError);
  const { message } = error as InputError;
  expect(message).toMatch(SENTENCE);
  return message;
};

describe('The prover', () => {
  it('runs on Linux x64 only', () => {
    expect(() => requirePlatform('darwin', 'arm64')).toThrow(/Linux x64 only, and this is darwin arm64/);
    expect(() => requirePlatform('linux', 'x64')).not.toThrow();
  });

  it('does not take a port that is taken', async () => {
    const { server, port } = await listening();
    expect(await messageOf(startProver(root, { port }))).toContain(`Port ${port}`);
    server.close();
  });

  it('is given up where it ends at once, does not exist, or never answers', async () => {
    for (const program of ['/bin/true', join(root, 'no-such-prover'), '/bin/cat']) {
      const { server, port } = await listening();
      await new Promise((resolve) => server.close(resolve));
      expect(await messageOf(startProver(root, { port, program, ready: 300 }))).toContain('not get ready');
    }
  });
});

describe('The package with the prover', () => {
  const cache = join(root, 'cache');
  const { version, files } = proverFiles();
  const elsewhere = { ...releaseOf(readManifest(), version), files };
  const integrity = `sha512-${'A'.repeat(86)}==`; // of nothing that a package cache could hold
  const manifest = { ...readManifest(), releases: { [version]: { ...elsewhere, integrity } } };

  it('is pinned file by file: the prover and its eighteen keys', () => {
    expect(Object.keys(files)).toHaveLength(19);
    expect(Object.values(files).every((hash) => /^[0-9a-f]{64}$/.test(hash))).toBe(true);
  });

  it('is refused where it is something else, with the command that gets it', async () => {
    const source = join(root, 'other.tgz');
    writeFileSync(source, 'not the package');
    const message = await messageOf(fetchProver({ cache, manifest, source: `file:${source}` }));
    // On a busy machine the hash may be wrong before the archive is.
    expect(message).toMatch(/(?:damaged|pinned hash).*`npm run proofs`/);
  });

  it('is said to be missing where no registry answers', async () => {
    const { server, port } = await listening();
    await new Promise((resolve) => server.close(resolve));
    const message = await messageOf(fetchProver({ cache, manifest, registry: `http://127.0.0.1:${port}/` }));
    expect(message).toContain('could not be downloaded');
  });
});
