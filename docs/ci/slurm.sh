#!/usr/bin/env bash
# Everything in eight tasks of a SLURM array, from the project's folder on a shared file system:
#   node cli/start.mjs programs fetch   # once: sets the clone up before eight tasks start in it
#   array=$(sbatch --parsable docs/ci/slurm.sh)
#   sbatch --dependency=afterany:$array --wrap 'node cli/start.mjs merge reports/shard-* --report reports/merged'
# The exit code of the second job is the gate. A task that is queued again goes on where it was.
#SBATCH --job-name=conformance
#SBATCH --array=1-8
#SBATCH --cpus-per-task=2
#SBATCH --time=01:00:00
#SBATCH --requeue
set -eu
exec node cli/start.mjs run --all --resume --workers "${SLURM_CPUS_PER_TASK:-2}" \
  --shard "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT" \
  --report "reports/shard-$SLURM_ARRAY_TASK_ID"
