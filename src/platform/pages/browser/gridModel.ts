export interface GridColumn<Row> {
  readonly id: string;
  readonly label: string;
  /** Share of the width that is left, as CSS `fr`; absent: as wide as `width` says. */
  readonly share?: number;
  /** As a CSS length. */
  readonly width?: string;
  readonly text: (row: Row) => string;
  /** What is to be known besides where the cell's look alone tells it: screen readers say it, the mouse finds it. */
  readonly note?: (row: Row) => string;
  /** Of the cell's text, for colours that a style sheet knows; never the only sign of a state. */
  readonly tone?: (row: Row) => string;
}

export interface GridSort {
  /** Id of a column. */
  readonly column: string;
  readonly descending: boolean;
}

/** What a row says that stands for all rows below it, until the next such row. */
export interface GridGroup {
  readonly label: string;
  /** Whether its rows are shown; the model's rows are without them otherwise. */
  readonly open: boolean;
}

/** What the grid shows and may do with rows. */
export interface GridModel<Row> {
  readonly label: string;
  readonly help: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly isChosen: (row: Row) => boolean;
  /** Rows that can be chosen have a box. */
  readonly canChoose: (row: Row) => boolean;
  /** Of the column with the boxes. */
  readonly chosenLabel: string;
  readonly chooseAllLabel: string;
  /** How the rows are sorted. With it, headers ask for another order; without it they only name their columns. */
  readonly sort?: GridSort;
  /** With it, rows stand in groups; undefined for a row that is in one. */
  readonly groupOf?: (row: Row) => GridGroup | undefined;
}
