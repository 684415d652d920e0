/** How many records the server makes one at once. */
export const MERGED = { least: 2, most: 8 };

export const fitsMerge = (count: number) => count >= MERGED.least && count <= MERGED.most;
