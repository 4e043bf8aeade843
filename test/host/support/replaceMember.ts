/**
 * Puts a function of the test's in the place of one of VS Code's API. The extension sees it, too: all code of one
 * extension shares one API object, and these tests lie inside the extension's folder.
 *
 * @returns what puts the original back
 */
export function replaceMember<Owner extends object>(
  owner: Owner,
  name: keyof Owner,
  substitute: (...args: never[]) => unknown,
): Disposable {
  const original = Object.getOwnPropertyDescriptor(owner, name);
  Object.defineProperty(owner, name, { value: substitute, configurable: true, enumerable: true, writable: true });
  return {
    [Symbol.dispose]() {
      if (original) Object.defineProperty(owner, name, original);
      else Reflect.deleteProperty(owner, name);
    },
  };
}
