"use strict";
// Sorting by column: every table can be read without it.
for (const table of document.querySelectorAll("table.sortable")) {
  const headings = [...table.tHead.rows[0].cells];
  headings.forEach((heading, column) => {
    const name = heading.querySelector(".name");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = name.textContent;
    button.title = "Sort by this column";
    name.replaceChildren(button);
    button.addEventListener("click", () => {
      const numeric = heading.classList.contains("number") || table.tBodies[0].querySelector(`tr > :nth-child(${column + 1})[data-key]`);
      const current = heading.getAttribute("aria-sort");
      const descending = current ? current === "ascending" : Boolean(numeric);
      headings.forEach((other) => other.removeAttribute("aria-sort"));
      heading.setAttribute("aria-sort", descending ? "descending" : "ascending");
      for (const body of table.tBodies) {
        const rows = [...body.rows];
        const key = (row) => {
          const cell = row.cells[column];
          if (!numeric) return cell.textContent.trim().toLowerCase();
          return cell.dataset.key === undefined ? null : Number(cell.dataset.key);
        };
        rows
          .map((row, place) => ({ row, place, key: key(row) }))
          .sort((a, b) => {
            if (a.key === b.key) return a.place - b.place;
            if (a.key === null) return 1;
            if (b.key === null) return -1;
            const order = a.key < b.key ? -1 : 1;
            return descending ? -order : order;
          })
          .forEach(({ row }) => body.append(row));
      }
    });
  });
}
