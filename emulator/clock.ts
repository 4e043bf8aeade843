/** The current time in milliseconds since 1970. Injected, so that tests can let hours pass. */
export type Clock = () => number;
