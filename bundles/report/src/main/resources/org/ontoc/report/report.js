"use strict";
(() => {
  const PAGE = 50, PRINTED = 500;
  const read = id => JSON.parse(document.getElementById(id).textContent);
  const kinds = read("kinds"), rows = read("rows");
  const body = document.getElementById("body"), status = document.getElementById("status");
  const search = document.getElementById("search");
  const previous = document.getElementById("previous"), next = document.getElementById("next");
  const kindText = kinds.map(kind => kind.join("\n").toLowerCase());
  let matches = rows, page = 0, timer = 0;

  // All text goes through textContent, so that none of it can become markup.
  function element(name, className, text) {
    const made = document.createElement(name);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }
  function cell(tr, className, text, small) {
    const td = element("td", className);
    td.append(element("bdi", "", text));
    if (small) {
      const line = element("small");
      line.append(element("bdi", "", small));
      td.append(line);
    }
    tr.append(td);
  }
  function show(first, count) {
    const some = document.createDocumentFragment();
    for (const [kind, focus, predicate, value, at, because] of matches.slice(first, first + count)) {
      const [level, severity, component, message, shape] = kinds[kind];
      const tr = element("tr");
      cell(tr, level, severity, component);
      cell(tr, "why", message, because);
      cell(tr, "code", focus);
      cell(tr, "code", value, predicate && "predicate " + predicate);
      cell(tr, "", shape);
      cell(tr, "", at);
      some.append(tr);
    }
    body.replaceChildren(some);
    const last = Math.min(first + count, matches.length), number = n => n.toLocaleString("en");
    status.textContent = matches.length === 0 ? "no result matches"
      : number(first + 1) + "–" + number(last) + " of " + number(matches.length)
        + (matches.length < rows.length ? " matching" : "") + (matches.length === 1 ? " result" : " results");
    previous.disabled = first === 0;
    next.disabled = last >= matches.length;
  }
  const turn = to => { page = to; show(page * PAGE, PAGE); };
  function find() {
    const words = search.value.toLowerCase().split(/\s+/).filter(word => word);
    matches = words.length === 0 ? rows : rows.filter(row => {
      const text = kindText[row[0]] + "\n" + row.slice(1).join("\n").toLowerCase();
      return words.every(word => text.includes(word));
    });
    turn(0);
  }
  search.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(find, 150); });
  previous.addEventListener("click", () => turn(page - 1));
  next.addEventListener("click", () => turn(page + 1));
  addEventListener("beforeprint", () => show(0, PRINTED));
  addEventListener("afterprint", () => turn(page));
  turn(0);
})();
