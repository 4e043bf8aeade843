/**
 * In which ways a reply has not the shape of an example: members that are missing, and values of another type. What the
 * reply has beside them does not matter, nor do its values.
 *
 * @returns each as a JSON path and what is wrong there: `$.properties.state: missing`
 */
export function shapeDifferences(example: unknown, reply: unknown, at = '$'): string[] {
  // An example that says null says nothing about the type.
  if (example === null) return [];
  if (reply === undefined) return [`${at}: missing`];
  if (kindOf(example) !== kindOf(reply)) return [`${at}: ${kindOf(reply)} instead of ${kindOf(example)}`];
  if (Array.isArray(example)) {
    const items = reply as readonly unknown[];
    if (example.length > 0 && items.length === 0) return [`${at}: empty`];
    // The items of a list are alike, but for members that only some of them have.
    const found = example.map((item: unknown) => {
      const all = items.map((each) => shapeDifferences(item, each, `${at}[]`));
      return all.reduce((least, each) => (each.length < least.length ? each : least));
    });
    return [...new Set(found.flat())];
  }
  if (typeof example !== 'object') return [];
  return Object.entries(example).flatMap(([name, member]) =>
    shapeDifferences(member, (reply as Readonly<Record<string, unknown>>)[name], `${at}.${name}`),
  );
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return value === null ? 'null' : typeof value;
}
