/** The words around the field; each practice that uses it may say a few of them its own way. */
export interface FieldWords {
  /** Name of the listbox: what lies left and right, above and below. */
  readonly field: string;
  /** Stands where the chosen ones will be, while nothing is chosen. */
  readonly hint: string;
  /** Stands where a definition will be, before anything was touched. */
  readonly touch: string;
  readonly chosen: string;
  readonly often: string;
  readonly near: string;
  readonly found: string;
  readonly search: string;
  readonly searchHint: string;
  readonly nothingFound: string;
  readonly addOwn: (word: string) => string;
  readonly meanings: string;
  readonly whole: string;
  readonly full: (count: number) => string;
  readonly remove: (word: string) => string;
}
