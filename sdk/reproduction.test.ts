// What a finding prints is a program: with the SDK installed as published, it prints what the finding says.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { CHECKS } from './catalogue';
import { fetchSdk, sdkCache } from './fetch';
import { runSdk, type SdkResult } from './run';

const OLDEST = '0.11.0';
const NEWEST = '0.23.3';
const IDS = ['codec/invoke-cpi', 'decode/invoke-cpi', 'limit/u64-negative', 'accounts/same-key-twice'];

async function found(version: string): Promise<SdkResult> {
  const checks = CHECKS.filter(({ id }) => IDS.includes(id));
  const programs = [{ version: '0.28.3', fences: new Set<string>() }];
  const versions = [{ version, entry: await fetchSdk(version) }];
  return runSdk({ seed: 5, runs: 20, checks, programs, versions });
}

/** Runs TypeScript in a folder in which that version of the SDK is installed. */
async function run(version: string, source: string): Promise<string> {
  const installed = dirname(dirname(dirname(dirname(await fetchSdk(version)))));
  const folder = mkdtempSync(join(sdkCache(), 'tmp-'));
  try {
    mkdirSync(join(folder, 'node_modules', '@lightprotocol'), { recursive: true });
    symlinkSync(installed, join(folder, 'node_modules', '@lightprotocol', 'stateless.js'));
    const options = { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022 };
    const { outputText } = transpileModule(source, { compilerOptions: options });
    writeFileSync(join(folder, 'reproduction.cjs'), outputText);
    const flags = ['--preserve-symlinks', 'reproduction.cjs'];
    return execFileSync(process.execPath, flags, { cwd: folder, encoding: 'utf8' }).trimEnd();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const said = (source: string, what: 'prints' | 'should'): string =>
  new RegExp(`^// ${what}: (.*)$`, 'm').exec(source)?.[1] ?? '';

test.each([
  [NEWEST, IDS],
  [OLDEST, ['codec/invoke-cpi']],
])('A finding in %s is reproduced by the lines that it prints', async (version, ids) => {
  const { findings } = await found(version);
  for (const id of ids) {
    const finding = findings.find(({ check, outcome }) => check === id && outcome !== 'inexpressible');
    const source = finding?.reproduction ?? '';
    expect(source.split('\n').length).toBeLessThanOrEqual(14);
    const printed = await run(version, source);
    expect(printed).toBe(said(source, 'prints'));
    expect(printed).not.toBe(said(source, 'should'));
  }
});
