/** What a real client is told about itself; hosts, ports and certificates are not among it. */
export interface SignIn {
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Of a person. */
  readonly refreshToken: string;
  /** Object id of that person. */
  readonly principalId: string;
}

/** A named piece of work for real clients; it throws what they throw, and what it finds wrong in their answers. */
export type Scenarios = Readonly<Record<string, (signIn: SignIn) => Promise<void>>>;
