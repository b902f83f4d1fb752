/** The points that a candidate must reach to be believed, and what no points outweigh. */
export const THRESHOLD = { careful: 62, balanced: 50, eager: 25 };
export const VETO = -1000;

/** @typedef {{code: string, points: number, start?: number, end?: number}} Reason */
/** @typedef {(code: string, points: number, start?: number, end?: number) => void} Note */
