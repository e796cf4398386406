// A table that becomes cards on a phone names each cell after its column, and keeps its meaning for screen readers
// (display: block takes the table's roles away, so they are written out).

function label(table) {
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])].map((cell) => cell.innerText.trim());
  table.setAttribute("role", "table");
  for (const group of [table.tHead, ...table.tBodies, table.tFoot]) group?.setAttribute("role", "rowgroup");
  for (const row of table.rows) {
    row.setAttribute("role", "row");
    let column = 0;
    for (const cell of row.cells) {
      cell.setAttribute("role", roleOf(cell));
      const head = heads[column];
      if (!cell.closest("thead") && head && !cell.dataset.label && cell.colSpan === 1) cell.dataset.label = head;
      column += cell.colSpan;
    }
  }
}

function roleOf(cell) {
  if (cell.tagName === "TD") return "cell";
  return cell.closest("thead") || cell.scope === "col" ? "columnheader" : "rowheader";
}

function labelAll(scope) {
  const own = scope.closest?.("table.ct-table-cards");
  if (own) label(own);
  for (const table of scope.querySelectorAll?.("table.ct-table-cards") ?? []) label(table);
}

labelAll(document);
document.addEventListener("htmx:afterSettle", (event) => labelAll(event.target));
