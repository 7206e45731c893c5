/** Log-gamma function for x > 0, by Stirling's series. */
export function loggam(x: number): number;
/** Inverse of the complementary error function, 0 < p < 2. */
export function erfcinv(p: number): number;
