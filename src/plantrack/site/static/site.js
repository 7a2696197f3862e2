// Filters and the choice of two papers: everything here is an addition, and the pages say the same without it.
"use strict";

const find = (selector) => document.querySelector(selector);
const every = (selector) => [...document.querySelectorAll(selector)];

function matrixFilters() {
  const topic = find("#by-topic"), plan = find("#by-plan"), differs = find("#only-differs");
  const rows = every(".matrix tbody tr");
  const apply = () => {
    let shown = 0;
    for (const row of rows) {
      const fits = (!topic.value || row.dataset.topics.split(" ").includes(topic.value))
        && (!differs.checked || "differs" in row.dataset);
      row.hidden = !fits;
      shown += fits;
    }
    for (const cell of every(".matrix [data-plan]")) cell.hidden = Boolean(plan && plan.value && cell.dataset.plan !== plan.value);
    const told = find(".filters .answer");
    told.textContent = shown === rows.length ? "" : told.dataset.shown.replace("%shown", shown).replace("%all", rows.length);
  };
  for (const control of [topic, plan, differs]) if (control) control.addEventListener("change", apply);
  apply();
}

function rowFilter() {
  const only = find("#only-changes");
  const apply = () => { for (const row of every(".row:not(.changed)")) row.hidden = only.checked; };
  only.addEventListener("change", apply);
  apply();
}

function kindFilter() {
  const boxes = every(".by-kind");
  const apply = () => {
    const kinds = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    for (const entry of every(".dated li")) entry.hidden = !kinds.has(entry.dataset.kind);
    for (const month of every(".month")) month.hidden = !month.querySelector("li:not([hidden])");
  };
  for (const box of boxes) box.addEventListener("change", apply);
  apply();
}

function pickTwo() {
  const links = every("a[data-old]");
  const titles = new Map();
  for (const { dataset } of links) {
    titles.set(dataset.new, dataset.newTitle);
    titles.set(dataset.old, dataset.oldTitle);
  }
  const answer = find(".pick .answer");
  const selects = [find("#pick-old"), find("#pick-new")];
  for (const select of selects) {
    select.add(new Option(answer.dataset.choose, ""));
    for (const [ref, title] of titles) select.add(new Option(title, ref));
  }
  const apply = () => {
    const chosen = selects.map((select) => select.value);
    answer.replaceChildren();
    if (!chosen[0] || !chosen[1] || chosen[0] === chosen[1]) return;
    const link = links.find(({ dataset }) => chosen.includes(dataset.old) && chosen.includes(dataset.new));
    if (!link) {
      answer.textContent = `${answer.dataset.none} plantrack diff ${chosen.join(" ")}`;
      return;
    }
    const open = document.createElement("a");
    open.href = link.href;
    open.textContent = answer.dataset.open.replace(/%old|%new/g, (place) => place === "%old" ? link.dataset.oldTitle : link.dataset.newTitle);
    answer.append(open);
  };
  for (const select of selects) select.addEventListener("change", apply);
  find(".pick").hidden = false;
}

for (const filters of every(".filters")) filters.hidden = false;
if (find("#by-topic")) matrixFilters();
if (find("#only-changes")) rowFilter();
if (find(".by-kind")) kindFilter();
if (find("#pick-old")) pickTwo();
