// Says what became of somebody's lamports.

/** `gained 5 lamports`, `lost 5 lamports`, `kept its lamports`. */
export const movedText = (gain: bigint): string => {
  if (gain === 0n) return 'kept its lamports';
  return gain < 0n ? `lost ${-gain} lamports` : `gained ${gain} lamports`;
};
