"use strict";
// Sorting and filtering of tables: everything can be read without it.
const announcer = document.createElement("p");
announcer.className = "unseen";
announcer.setAttribute("role", "status");
document.querySelector("main").append(announcer);
const make = (name, properties) => Object.assign(document.createElement(name), properties);
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const order = new Intl.Collator("en", { numeric: true }).compare;

for (const table of document.querySelectorAll("table.sortable")) {
  const headings = [...table.tHead.rows[0].cells];
  headings.forEach((heading, column) => {
    const name = heading.querySelector(".name");
    const button = make("button", { type: "button", textContent: name.textContent, title: "Sort by this column" });
    name.replaceChildren(button);
    button.addEventListener("click", () => {
      const numeric = heading.classList.contains("number") || table.tBodies[0].querySelector(`tr > :nth-child(${column + 1})[data-key]`);
      const current = heading.getAttribute("aria-sort");
      const descending = current ? current === "ascending" : Boolean(numeric);
      headings.forEach((other) => other.removeAttribute("aria-sort"));
      heading.setAttribute("aria-sort", descending ? "descending" : "ascending");
      announcer.textContent = `Sorted by ${button.textContent}, ${descending ? "descending" : "ascending"}`;
      for (const body of table.tBodies) {
        const rows = [...body.rows].filter((row) => !row.classList.contains("group"));
        const key = (row) => {
          const cell = row.cells[column];
          if (!numeric) return cell.textContent.trim();
          return cell.dataset.key === undefined ? null : Number(cell.dataset.key);
        };
        rows
          .map((row, place) => ({ row, place, key: key(row) }))
          .sort((a, b) => {
            if (a.key === b.key) return a.place - b.place;
            if (a.key === null) return 1;
            if (b.key === null) return -1;
            const result = numeric ? a.key - b.key : order(a.key, b.key);
            return (descending ? -result : result) || a.place - b.place;
          })
          .forEach(({ row }) => body.append(row));
      }
    });
  });
}

// A box to search in long tables, and a choice of specialties where a column has them.
for (const table of document.querySelectorAll("table.filtered")) {
  const id = table.caption.id.replace("-caption", "");
  const rows = [...table.tBodies].flatMap((body) => [...body.rows]).filter((row) => !row.classList.contains("group"));
  const texts = new Map(rows.map((row) => [row, plain([...row.cells].map((cell) => cell.innerText).join(" "))]));
  const bar = make("div", { className: "filter" });
  const search = make("input", { type: "search", id: `${id}-search`, autocomplete: "off", spellcheck: false });
  const add = (label, control) => {
    const pair = make("div", {});
    pair.append(make("label", { htmlFor: control.id, textContent: label }), control);
    bar.append(pair);
  };
  add("Find", search);
  const column = [...table.tHead.rows[0].cells].findIndex((cell) => cell.textContent.trim() === "Specialty");
  const names = column < 1 ? [] : [...new Set(rows.map((row) => row.cells[column].textContent.trim()))].sort(order);
  const select = make("select", { id: `${id}-specialty` });
  if (names.length > 1) {
    select.append(make("option", { value: "", textContent: "All" }), ...names.map((name) => make("option", { value: name, textContent: name })));
    add("Specialty", select);
  }
  const count = make("p", { className: "count" });
  count.setAttribute("role", "status");
  bar.append(count);
  const apply = () => {
    const words = plain(search.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of rows) {
      row.hidden = !(words.every((word) => texts.get(row).includes(word)) && (!select.value || row.cells[column].textContent.trim() === select.value));
      if (!row.hidden) shown += 1;
    }
    for (const body of table.tBodies) body.hidden = [...body.rows].every((row) => row.hidden || row.classList.contains("group"));
    const all = shown === rows.length;
    count.textContent = all ? `${rows.length} rows` : `${shown} of ${rows.length} rows` + (table.tFoot ? "; the sums are of all rows" : "");
  };
  search.addEventListener("input", apply);
  select.addEventListener("change", apply);
  search.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    search.value = "";
    apply();
  });
  apply();
  table.closest(".scroll").before(bar);
}
