// Runs one shard and leaves its shard.sealed in the report folder; what it means is for `merge` to say.
import { EXIT } from '../../report/exit-code';
import { plural } from '../../report/terminal/text';
import { commandName, shownPath } from '../../programs/command-name';
import { execute } from '../execute';
import { isWholeRun, type Job } from '../run-job';
import { orderOf } from '../run-precedence';
import { runInfo } from '../run-report';
import { shardName, type Shard } from './shard';
import { SHARD_FILE, writeShard, type ShardContent } from './shard-file';

const NO_PAIRS = { results: new Map(), faults: new Map() } as const;

async function contentOf(job: Job, shard: Shard, signal: AbortSignal): Promise<ShardContent> {
  const { identity, compared, selection } = job;
  const { results, faults } = await execute(job, signal);
  const { parts } = isWholeRun(identity, selection) ? await orderOf(job, signal) : { parts: NO_PAIRS };
  return {
    formatVersion: 1,
    shard,
    identity,
    ...compared,
    results,
    faults,
    parts: [...parts.results],
    partFaults: [...parts.faults],
  };
}

/** Returns 0, or 3 where something could not be run. */
export async function runShard(job: Job, shard: Shard, signal: AbortSignal): Promise<number> {
  const started = Date.now();
  const content = await contentOf(job, shard, signal);
  const files = [
    [SHARD_FILE, writeShard(content)],
    ['run-info.json', runInfo(job.options, started)],
  ] as const;
  const faults = [
    ...content.faults.map(({ sentence }) => sentence),
    ...content.partFaults.map(([, one]) => one),
  ];
  job.folder.replace(new Map(files), faults.length === 0);
  for (const sentence of faults) process.stderr.write(`${sentence}\n`);
  process.stdout.write(
    `Shard ${shardName(shard)} ran ${plural(content.results.length, 'claim')}; ${commandName()} merge ${shownPath(job.folder.path)} and the folders of the other shards says what they mean.\n`,
  );
  return faults.length === 0 ? EXIT.green : EXIT.fault;
}
