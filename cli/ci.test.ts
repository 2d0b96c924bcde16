// Tests of what is handed to CI systems: action.yml's steps run by bash, the examples' commands run as their engines run them.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { projectRoot } from '../programs/root';
import { buildProgram } from './main';
import { SHARD_FILE } from './shard/shard-file';
import { runOptions, type RunFlags } from './run-options';

const root = mkdtempSync(join(tmpdir(), 'ci-test-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

type Step = {
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly if?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
};
type Input = { readonly description: string; readonly default: string };
type Action = {
  readonly inputs: Readonly<Record<string, Input>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
};
type Container = { readonly command: readonly string[]; readonly workingDir: string };
type K8sJob = {
  readonly spec: {
    readonly completionMode?: string;
    readonly completions?: number;
    readonly template: { readonly spec: { readonly containers: readonly Container[] } };
  };
};
type Job = { readonly env?: Readonly<Record<string, string>>; readonly steps: readonly Step[] };
type Workflow = { readonly jobs: Readonly<Record<string, Job>> };

const documents = (path: string): readonly unknown[] =>
  parseAllDocuments(readFileSync(join(projectRoot(), path), 'utf8')).map((document) => {
    expect(document.errors).toEqual([]);
    return document.toJS() as unknown;
  });

/** A `node` that notes its arguments, and ends as it is told: with a summary, or with 2 and why. */
const bin = join(root, 'bin');
mkdirSync(bin);
writeFileSync(
  join(bin, 'node'),
  `#!/bin/sh
printf "%s\\n" "$@" > "$NOTED"
echo "the verdict"
if [ "$ENDS" = 2 ]; then echo "what is wrong" >&2; exit 2; fi
while [ $# -gt 0 ]; do
  if [ "$1" = --summary ]; then echo "the summary" >> "$2"; fi
  shift
done
exit "\${ENDS:-0}"
`,
);
chmodSync(join(bin, 'node'), 0o755);

type Ran = { readonly status: number | null; readonly args: readonly string[]; readonly said: string };

/** Runs a command line in `root` with that `node`; `args` are what comes behind the script. */
function ran(command: readonly string[], env: Readonly<Record<string, string>>): Ran {
  const noted = join(root, 'noted');
  const [file = '', ...rest] = command;
  const { status, stdout, stderr } = spawnSync(file, rest, {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: `${bin}:${process.env.PATH ?? ''}`, NOTED: noted, ...env },
  });
  const args = readFileSync(noted, 'utf8').trimEnd().split('\n').slice(1);
  return { status, args, said: `${stdout}${stderr}` };
}

/** What the command line does not know of these arguments. */
function unknownIn([name = '', ...args]: readonly string[]): readonly string[] {
  const command = buildProgram(() => undefined).commands.find((one) => one.name() === name);
  return command === undefined ? [name] : command.parseOptions([...args]).unknown;
}

const action = documents('action.yml')[0] as Action;
const step = action.runs.steps.find(({ run }) => run !== undefined);

const SUMMARY = ['--summary', join(root, 'summary')];

/** The action with these inputs, as GitHub would run its shell step. */
function act(
  inputs: Readonly<Record<string, string>>,
  ends = '0',
): Ran & { readonly files: readonly string[] } {
  const values = new Map(Object.entries(action.inputs).map(([name, { default: usual }]) => [name, usual]));
  for (const [name, value] of Object.entries(inputs)) values.set(name, value);
  const env = Object.fromEntries(
    Object.entries(step?.env ?? {}).map(([name, text]) => [
      name,
      text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/, (_all, input: string) => values.get(input) ?? '?'),
    ]),
  );
  const files = ['summary', 'output'].map((name) => join(root, name));
  for (const file of files) writeFileSync(file, '');
  const [GITHUB_STEP_SUMMARY = '', GITHUB_OUTPUT = ''] = files;
  const github = { GITHUB_ACTION_PATH: projectRoot(), GITHUB_STEP_SUMMARY, GITHUB_OUTPUT, ENDS: ends };
  const script = join(root, 'step.sh');
  writeFileSync(script, step?.run ?? '');
  const done = ran(['bash', '--noprofile', '--norc', '-eo', 'pipefail', script], { ...env, ...github });
  return { ...done, files: files.map((file) => readFileSync(file, 'utf8')) };
}

describe('the action', () => {
  it('is a composite one whose every input is described and used', () => {
    expect(action.runs.using).toBe('composite');
    expect(step?.shell).toBe('bash');
    const text = JSON.stringify(action.runs.steps);
    for (const [name, { description, default: usual }] of Object.entries(action.inputs)) {
      expect(description).not.toBe('');
      expect(typeof usual).toBe('string');
      expect(text).toContain(`inputs.${name}`);
    }
  });

  it('runs the suite alone where nothing is given', () => {
    expect(act({}).args).toEqual(['run', '--report', 'conformance-report', ...SUMMARY]);
  });

  it('hands on what it is given, names with spaces too, in options that the command knows', () => {
    const { args } = act({
      'system-program': 'my build.so',
      'account-compression': 'other.so',
      'program-version': '0.28.3',
      baseline: 'none',
      shard: '2/4',
      budget: '60s',
      report: 'there',
      all: 'true',
      resume: 'true',
      coverage: 'true',
      guided: 'true',
    });
    expect(args).toEqual([
      ...['run', '--system-program', 'my build.so', '--account-compression', 'other.so'],
      ...['--program-version', '0.28.3', '--baseline', 'none', '--shard', '2/4', '--budget', '60s'],
      ...['--all', '--resume', '--coverage', '--guided', '--report', 'there', ...SUMMARY],
    ]);
    expect(unknownIn(args)).toEqual([]);
  });

  it.each(['TRUE', 'yes', '1'])('refuses %s for true or false: less would run than was asked for', (all) => {
    const { status, said, files } = act({ all });
    expect(status).toBe(2);
    expect(said).toBe(`The input all is "${all}": give true or false.\n`);
    expect(files).toEqual([said, 'exit-code=2\n']);
  });

  it('takes no input for code', () => {
    const { status, args } = act({ report: '$(touch owned); `id` "x"' });
    expect(status).toBe(0);
    expect(args).toEqual(['run', '--report', '$(touch owned); `id` "x"', ...SUMMARY]);
  });

  it('merges every folder of a folder', () => {
    for (const name of ['shard-1', 'shard-2']) mkdirSync(join(root, 'shards', name), { recursive: true });
    const { args } = act({ merge: 'shards', all: 'true', baseline: 'none', shard: '1/2', resume: 'true' });
    expect(args).toEqual([
      ...['merge', 'shards/shard-1', 'shards/shard-2', '--report', 'conformance-report', ...SUMMARY],
    ]);
    expect(unknownIn(args)).toEqual([]);
  });

  it('merges the report folder of a single shard, where that is the folder named', () => {
    mkdirSync(join(root, 'only', 'witnesses'), { recursive: true });
    writeFileSync(join(root, 'only', SHARD_FILE), '');
    const { args } = act({ merge: 'only' });
    expect(args).toEqual(['merge', 'only', '--report', 'conformance-report', ...SUMMARY]);
  });

  it.each(['0', '1', '5'])('ends as the suite ends (%s), with its summary on the page of the job', (code) => {
    const { status, files, said } = act({}, code);
    expect(status).toBe(Number(code));
    expect(said).toBe('the verdict\n');
    expect(files).toEqual(['the summary\n', `exit-code=${code}\nreport=conformance-report\n`]);
  });

  it('says there what is wrong where nothing ran', () => {
    const { status, files, said } = act({}, '2');
    expect(status).toBe(2);
    expect(said).toContain('what is wrong\n');
    expect(files).toEqual(['```text\nwhat is wrong\n```\n', `exit-code=2\nreport=conformance-report\n`]);
  });
});

describe('the workflow examples', () => {
  it('all name this repository by the same placeholder, at the version that this is, and one page says what to put there', () => {
    const { version } = JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8')) as {
      version: string;
    };
    const page = readFileSync(join(projectRoot(), 'docs/ci/README.md'), 'utf8');
    const pages = ['README.md', 'docs/ci/README.md', 'docs/ci/github.yml', 'docs/ci/github-matrix.yml'];
    const texts = pages.map((path) => readFileSync(join(projectRoot(), path), 'utf8'));
    const used = texts.flatMap((text) =>
      [...text.matchAll(/uses: (\S*\/cpi-conformance@\S+)/g)].map(([, one]) => one),
    );
    expect(used.length).toBeGreaterThan(pages.length);
    expect([...new Set(used)]).toEqual([`OWNER/cpi-conformance@v${version}`]);
    expect(page).toContain("sed -i 's#OWNER/cpi-conformance#");
  });

  it('keep between jobs the very folder that the programs are in, where they keep something', () => {
    const page = readFileSync(join(projectRoot(), 'docs/ci/README.md'), 'utf8');
    const [, block = ''] = /```yaml\n(conformance:\n[^]*?)```/.exec(page) ?? [];
    const { conformance } = parse(block) as Record<string, Job>;
    const used = conformance?.steps.map(({ uses = '' }) => uses.split('@')[0]);
    expect(used).toEqual(['actions/checkout', 'actions/cache', 'OWNER/cpi-conformance']);
    const { path } = conformance?.steps[1]?.with ?? {};
    expect(String(path).split('\n')).toContain(conformance?.env?.['CPI_CONFORMANCE_CACHE']);
  });

  it.each(['docs/ci/github.yml', 'docs/ci/github-matrix.yml'])(
    '%s uses inputs that the action has',
    (path) => {
      const { jobs } = documents(path)[0] as Workflow;
      const uses = Object.values(jobs)
        .flatMap(({ steps }) => steps)
        .filter((one) => one.uses?.startsWith('OWNER/cpi-conformance@'));
      expect(uses.length).toBeGreaterThan(0);
      for (const one of uses)
        for (const name of Object.keys(one.with ?? {})) expect(Object.keys(action.inputs)).toContain(name);
    },
  );

  it('the matrix counts as many shards as it names', () => {
    const text = readFileSync(join(projectRoot(), 'docs/ci/github-matrix.yml'), 'utf8');
    const shards = (/shard: \[(.*)\]/.exec(text)?.[1] ?? '').split(', ');
    expect(shards.map(Number)).toEqual([1, 2, 3, 4]);
    expect(text).toContain('shard: ${{ matrix.shard }}/4');
  });
});

/** What came behind the script: a `run` of one shard that every check of ours accepts. */
function expectShard(args: readonly string[], index: number, count: number): void {
  expect(unknownIn(args)).toEqual([]);
  const option = (name: string): string => args[args.indexOf(name) + 1] ?? '';
  const flags: RunFlags = { shard: option('--shard'), report: option('--report'), resume: true, all: true };
  expect(runOptions(flags)).toMatchObject({ shard: { index, count } });
  expect(args).toEqual(expect.arrayContaining(['run', '--all', '--resume']));
}

describe('the Kubernetes example', () => {
  const [shards, merging] = documents('docs/ci/kubernetes.yml') as readonly K8sJob[];
  const commandOf = (job?: K8sJob): readonly string[] => job?.spec.template.spec.containers[0]?.command ?? [];

  it.each([0, 3])('runs one shard in the pod with index %i', (index) => {
    expect(shards?.spec).toMatchObject({ completionMode: 'Indexed', completions: 4 });
    const { status, args } = ran(commandOf(shards), { JOB_COMPLETION_INDEX: String(index), REPORTS: root });
    expect(status).toBe(0);
    expectShard(args, index + 1, 4);
    expect(args.at(-1)).toBe(`${root}/shard-${index + 1}`);
  });

  it('merges the folders of the pods', () => {
    const reports = join(root, 'pods');
    for (const index of [1, 2, 3, 4]) mkdirSync(join(reports, `shard-${index}`), { recursive: true });
    const { args } = ran(commandOf(merging), { REPORTS: reports });
    expect(args).toEqual([
      'merge',
      ...[1, 2, 3, 4].map((index) => `${reports}/shard-${index}`),
      ...['--report', `${reports}/merged`],
    ]);
    expect(unknownIn(args)).toEqual([]);
  });
});

it('the SLURM example runs one shard in each task', () => {
  const script = join(projectRoot(), 'docs', 'ci', 'slurm.sh');
  const { args } = ran(['bash', script], { SLURM_ARRAY_TASK_ID: '3', SLURM_ARRAY_TASK_COUNT: '8' });
  expectShard(args, 3, 8);
  expect(readFileSync(script, 'utf8')).toContain('#SBATCH --array=1-8');
});
