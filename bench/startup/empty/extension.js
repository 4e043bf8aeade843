export function activate() {
  // Does nothing: what its activation takes is what VS Code takes for any extension.
}
