"use strict";
// The search of the index: every page can be reached without it.
{
  const data = JSON.parse(document.getElementById("codes").textContent);
  const form = document.querySelector(".search");
  const query = document.getElementById("query");
  const count = document.getElementById("count");
  const found = document.getElementById("found");
  const most = 50;
  const codes = data.codes.map(([code, title, subsection, work, total, names]) => {
    const section = data.subsections[subsection];
    return { code, title, section, work, total, names, text: `${title} ${names}`.toLowerCase(), about: section.toLowerCase() };
  });
  // A code that starts as typed first, then titles and names that have all words, then subsections that have them.
  const rank = (entry, typed, words) => {
    if (entry.code.startsWith(typed)) return entry.code === typed ? 0 : 1;
    if (words.every((word) => entry.text.includes(word))) return entry.title.toLowerCase().startsWith(words[0]) ? 2 : 3;
    return words.every((word) => entry.text.includes(word) || entry.about.includes(word)) ? 4 : null;
  };
  const item = (entry) => {
    const link = document.createElement("a");
    link.href = `code/${entry.code}.html`;
    const code = document.createElement("b");
    code.textContent = entry.code;
    const title = document.createElement("span");
    title.textContent = entry.title || entry.section;
    const figures = document.createElement("small");
    figures.textContent = entry.work ? `${entry.work} work, ${entry.total || "no"} total` : entry.total ? `${entry.total} total` : "no RVUs";
    link.append(code, title, figures);
    const line = document.createElement("li");
    line.append(link);
    return line;
  };
  const search = () => {
    const typed = query.value.trim();
    const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
    if (!words.length) {
      found.replaceChildren();
      count.textContent = "";
      return;
    }
    const hits = [];
    for (const entry of codes) {
      const order = rank(entry, typed.toUpperCase(), words);
      if (order !== null) hits.push({ entry, order });
    }
    hits.sort((a, b) => a.order - b.order || (a.entry.code < b.entry.code ? -1 : 1));
    found.replaceChildren(...hits.slice(0, most).map(({ entry }) => item(entry)));
    count.textContent = hits.length > most ? `${hits.length} codes, of which the first ${most} are shown` : hits.length === 1 ? "1 code" : `${hits.length || "No"} codes`;
    history.replaceState(null, "", `#${encodeURIComponent(typed)}`);
  };
  const links = () => [...found.querySelectorAll("a")];
  form.hidden = false;
  query.addEventListener("input", search);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    links()[0]?.click();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [query, ...links()];
    const next = stops[stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || document.activeElement === query) return;
    event.preventDefault();
    query.focus();
  });
  query.value = decodeURIComponent(location.hash.slice(1));
  search();
}
