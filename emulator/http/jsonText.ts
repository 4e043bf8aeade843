/**
 * A JSON document that is sent as it was written. What goes through `JSON.parse` comes back with other numbers (1.0 as 1,
 * twenty digits as sixteen) and, where names are integers, in another order.
 */
export class JsonText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}
