#!/bin/sh
#SBATCH --job-name=cutouts
#SBATCH --array=1-4
#SBATCH --cpus-per-task=1
#SBATCH --mem=1G
#SBATCH --time=00:30:00
#SBATCH --output=log/%A_%a.txt
# Cutouts of a survey image around many objects, by the tasks of a Slurm array. Each task takes every Nth object and has a folder of
# its own. After a task was killed run it again, or that task alone (sbatch --array=2 …): what is there is kept, only what is missing
# is fetched.
#
#   mkdir -p log && sbatch docs/examples/slurm-array.sh objects.vot mosaic.vot 0.02
#   sbatch --dependency=afterany:JOB docs/examples/slurm-array.sh --collect
#
# OBJECTS is a table with positions, IMAGES one whose first row is the image (of ObsCore, by 'volans tap query' or 'volans discover').
set -eu

# One product on a shared disk, read-only for the tasks. Its state and what it remembers of services is made once for each node.
volans=${VOLANS:-/opt/volans/volans}
XDG_CACHE_HOME=${XDG_CACHE_HOME:-/tmp/volans-cache-$(id -u)}
export XDG_CACHE_HOME
mkdir -p "$XDG_CACHE_HOME"

if [ "${1-}" = --collect ]; then
    rm -f cutouts.csv
    trap 'rm -f cutouts.csv.part' EXIT
    # All manifests, one under the other, without their heads but the first. A task that has none has not finished.
    for task in task-*; do
        if [ ! -e "$task/manifest.csv" ]; then echo "$task has not finished" >&2; exit 1; fi
        if [ -z "${head-}" ]; then head=$(head -n 1 "$task/manifest.csv"); echo "task,$head"; fi
        tail -n +2 "$task/manifest.csv" | sed "s/^/$task,/"
    done > cutouts.csv.part
    mv cutouts.csv.part cutouts.csv
    "$volans" --quiet adql query "SELECT status, COUNT(*) AS n FROM c GROUP BY status ORDER BY status" --table c=cutouts.csv
    exit
fi

objects=$1 images=$2 radius=$3
task=$SLURM_ARRAY_TASK_ID
tasks=4 # the last of --array above, and not what Slurm says: a task that is run again alone must get the same rows
folder=task-$task
mkdir -p "$folder"

# The rows of this task.
"$volans" --quiet table convert "$objects" "$folder/all.csv" --to csv
awk -v n="$tasks" -v k="$((task - 1))" 'NR == 1 || (NR - 2) % n == k' "$folder/all.csv" > "$folder/mine.csv"

exec "$volans" --quiet cutout "$images" --each "$folder/mine.csv" --radius "$radius" -o "$folder"
