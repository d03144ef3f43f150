import type { Value } from '../../core/result.js';

/** Less money than this is nothing, only what is left by calculating. */
const COUNTS = 0.5;

/** Whether an amount of money is more than what calculating leaves over. */
export const counts = (value: Value): boolean => Math.abs(value ?? 0) > COUNTS;

/** Whether an amount of money is a loss, and more than what calculating leaves over. */
export const loses = (value: Value): boolean => (value ?? 0) < -COUNTS;
