// Search without a server: the words of all entries are looked through, which takes milliseconds for ten thousand entries.
"use strict";

const MOST = 60;
const KIND = 0, TITLE = 1, SAID = 2, ADDRESS = 3, MORE = 4;

const GROUPED = /(?<![\p{L}\p{N}.,])\p{N}{1,3}(?:[,'\u2019 ]\p{N}{3})+(?![\p{L}\p{N}])/gu;
const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
// Figures without the marks between their thousands, and words.
const wordsOf = (text) => folded(text).replace(GROUPED, (figure) => figure.replace(/\P{N}/gu, "")).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
// Names from other alphabets are spelt with i, y, j, ie and yi for the same letters.
const spelt = (word) => word.replace(/[iyj]+e?/g, "i");
const box = document.querySelector("#q");
const list = document.querySelector("#results");
const status = document.querySelector("#found");
let index = null;

function prepared({ kinds, entries }) {
  const places = new Map(); // of each word, where it stands: an even number in what is said, one more in a title
  const note = (word, place) => {
    const known = places.get(word);
    if (!known) places.set(word, [place]);
    else if (known[known.length - 1] !== place) known.push(place);
  };
  entries.forEach((entry, at) => {
    for (const word of wordsOf(`${entry[SAID]} ${entry[MORE]}`)) note(word, 2 * at);
    for (const word of wordsOf(entry[TITLE])) note(word, 2 * at + 1);
  });
  return { kinds, entries, places, vocabulary: [...places.keys()].map((word) => [word, spelt(word)]) };
}

// Whether one letter too many, too few, other or two that traded places make one word of the other.
function isSlip(one, other) {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0, end = 0;
  const least = Math.min(one.length, other.length);
  while (start < least && one[start] === other[start]) start++;
  while (end < least - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end++;
  const left = one.slice(start, one.length - end), right = other.slice(start, other.length - end);
  return (left.length <= 1 && right.length <= 1) || (left.length === 2 && left === right[1] + right[0]);
}

// What a word stands for: words that begin so, or are spelt so in another way; only where there are none, those with one slip.
function meant(word) {
  const other = spelt(word), found = [], names = word.length > 3 && !/\p{N}/u.test(word);
  for (const [known, sounds] of index.vocabulary) {
    if (known.startsWith(word)) found.push([known, 4]);
    else if (names && sounds.startsWith(other)) found.push([known, sounds === other ? 3 : 2]);
  }
  if (found.length || !names) return found;
  return index.vocabulary.filter(([known]) => isSlip(word, known)).map(([known]) => [known, 1]);
}

function search(words) {
  const wanted = [...new Set(wordsOf(words))];
  let scores = null;
  for (const word of wanted) {
    const best = new Map();
    for (const [known, worth] of meant(word)) {
      for (const place of index.places.get(known)) {
        const at = place >> 1, score = place & 1 ? 2 * worth : worth;
        if ((scores === null || scores.has(at)) && (best.get(at) ?? 0) < score) best.set(at, score);
      }
    }
    for (const [at, score] of best) best.set(at, score + (scores?.get(at) ?? 0));
    scores = best;
  }
  const found = [...(scores ?? [])].map(([place, score]) => ({ entry: index.entries[place], score, place }));
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
  const { none, more, found: all } = status.dataset;
  const told = !found.length ? none : found.length > MOST ? more : all;
  status.textContent = !box.value.trim() ? "" : told.replace("%count", found.length).replace("%most", MOST);
}

function load() {
  const script = document.createElement("script");
  script.src = document.body.dataset.root + "assets/search-index.js";
  script.addEventListener("load", () => { index = prepared(self.plantrackIndex); answer(); });
  script.addEventListener("error", () => { status.textContent = status.dataset.failed; });
  document.head.append(script);
}

document.querySelector("#without").hidden = true;
const asked = new URLSearchParams(location.search).get("q");
if (asked) box.value = asked;
box.addEventListener("input", answer);
document.querySelector(".find").addEventListener("submit", (event) => { event.preventDefault(); answer(); });
load();
