// Search without a server: every entry is looked through, which takes a few milliseconds for ten thousand of them.
"use strict";

const MOST = 60;
const KIND = 0, TITLE = 1, SAID = 2, ADDRESS = 3, MORE = 4;

const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const box = document.querySelector("#q");
const list = document.querySelector("#results");
const status = document.querySelector("#found");
let index = null;

function prepared({ kinds, entries }) {
  return { kinds, entries: entries.map((entry) => ({ entry, title: " " + folded(entry[TITLE]), all: " " + folded(`${entry[TITLE]} ${entry[SAID]} ${entry[MORE]}`).replace(/[^\p{L}\p{N}]+/gu, " ") })) };
}

function search(words) {
  const wanted = folded(words).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  if (!wanted.length) return [];
  const found = [];
  index.entries.forEach(({ entry, title, all }, place) => {
    let score = 0;
    for (const word of wanted) {
      if (!all.includes(" " + word)) return;
      score += title.includes(" " + word) ? 2 : 1;
    }
    found.push({ entry, score, place });
  });
  return found.sort((one, other) => other.score - one.score || one.entry[KIND] - other.entry[KIND] || one.place - other.place);
}

function shown({ entry }) {
  const item = document.createElement("li"), kind = document.createElement("span");
  const link = document.createElement("a"), said = document.createElement("span");
  kind.className = "kind";
  kind.textContent = index.kinds[entry[KIND]];
  link.href = entry[ADDRESS];
  link.dir = "auto";
  link.textContent = entry[TITLE];
  said.className = "aside";
  said.dir = "auto";
  said.textContent = entry[SAID].length > 180 ? entry[SAID].slice(0, 177) + "..." : entry[SAID];
  item.append(kind, link, document.createTextNode(" "), said);
  return item;
}

function answer() {
  if (!index) return;
  const found = search(box.value);
  list.replaceChildren(...found.slice(0, MOST).map(shown));
  const more = found.length > MOST ? `; the first ${MOST} are shown` : "";
  status.textContent = !box.value.trim() ? "" : found.length ? `${found.length} found${more}.` : "Nothing found. Fewer words, or only their beginnings, find more.";
}

function load() {
  const script = document.createElement("script");
  script.src = document.body.dataset.root + "assets/search-index.js";
  script.addEventListener("load", () => { index = prepared(self.plantrackIndex); answer(); });
  script.addEventListener("error", () => { status.textContent = "The index could not be loaded."; });
  document.head.append(script);
}

document.querySelector("#without").hidden = true;
const asked = new URLSearchParams(location.search).get("q");
if (asked) box.value = asked;
box.addEventListener("input", answer);
document.querySelector(".find").addEventListener("submit", (event) => { event.preventDefault(); answer(); });
load();
