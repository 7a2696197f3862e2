// Two papers are put in, the engine compares them in a worker, and the page shows the answer. Once the engine is here,
// the page forbids itself every connection; the worker inherits that.

"use strict";

(() => {
  const $ = (id) => document.getElementById(id);
  const { files, lock, words: tongues } = JSON.parse($("engine-files").textContent);
  const SIDES = ["old", "new"];
  const SAVED = { html: "text/html", docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    json: "application/json", yaml: "application/yaml" };
  const MOST = 50_000_000;
  const LANGUAGE = "plantrack language";
  const given = { old: null, new: null };
  const said = { match: [], no_match: [], read_same: [], relation: null };
  const state = { buffers: null, worker: null, ready: null, next: 1, waiting: new Map(), key: null, busy: false, answers: 0, told: "" };

  // ---- its language

  let words = tongues.en;

  function speak(tag) {
    words = tongues[tag] ?? tongues.en;
    $("language").value = tag;
    $("tool").lang = tag;
    for (const place of document.querySelectorAll("#tool [data-say]")) place.textContent = words[place.dataset.say];
    $("engine-bar").setAttribute("aria-label", words.bar);
    $("result").setAttribute("aria-label", words.result);
    tell(state.told);
    if (!$("result").hidden) compare();
  }

  function spoken() {
    const known = (tag) => (tag in tongues ? tag : null);
    let kept = null;
    try { kept = localStorage.getItem(LANGUAGE); } catch { /* nothing is kept here */ }
    return known(kept) ?? known(navigator.language.split("-")[0]) ?? "en";
  }

  // ---- the engine

  function tell(key, part = null, more = "") {
    state.told = key;
    $("engine-says").textContent = [words[key] ?? "", more].filter(Boolean).join(" ");
    $("engine-says").dataset.told = key;
    const bar = $("engine-bar");
    bar.hidden = part === null;
    if (part !== null) bar.value = part;
  }

  async function fetched(file, seen) {
    const answer = await fetch(document.body.dataset.root + file.path, { integrity: file.integrity, credentials: "omit" });
    if (!answer.ok) throw new Error(`${file.path}: ${answer.status}`);
    const buffer = await answer.arrayBuffer();
    seen(file.bytes);
    return new Response(new Blob([buffer]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
  }

  async function load() {
    const all = files.reduce((sum, file) => sum + file.bytes, 0);
    let got = 0;
    const seen = (bytes) => { got += bytes; tell("loading", got / all); };
    tell("loading", 0);
    const buffers = await Promise.all(files.map((file) => fetched(file, seen)));
    state.buffers = Object.fromEntries(files.map((file, index) => [file.name, buffers[index]]));
    forbid();
    tell("starting");
    await begin();
    tell("ready");
  }

  function forbid() {
    const policy = document.createElement("meta");
    policy.httpEquiv = "Content-Security-Policy";
    policy.content = "connect-src 'none'; form-action 'none'; frame-src 'none'";
    document.head.append(policy);
    document.body.dataset.closed = "";
  }

  async function begin() {
    const address = URL.createObjectURL(new Blob([state.buffers["engine.js"]], { type: "text/javascript" }));
    state.worker = new Worker(address, { type: "module" });
    state.worker.onmessage = ({ data }) => {
      const waiter = state.waiting.get(data.id);
      state.waiting.delete(data.id);
      if (data.fault !== undefined) waiter.reject(new Error(data.fault)); else waiter.resolve(data.answer);
    };
    const broken = new Promise((_, reject) => { state.worker.onerror = (event) => reject(new Error(event.message)); });
    const { "engine.js": _, ...rest } = state.buffers;
    await Promise.race([ask("start", { files: rest, lock }), broken]);
    URL.revokeObjectURL(address);
  }

  function ask(does, asked) {
    const id = state.next++;
    return new Promise((resolve, reject) => {
      state.waiting.set(id, { resolve, reject });
      state.worker.postMessage({ id, does, asked });
    });
  }

  function stop() {
    state.worker?.terminate();
    for (const waiter of state.waiting.values()) waiter.reject(new Error(words.stopped));
    state.waiting.clear();
    tell("starting-again");
    state.ready = begin().then(() => tell("ready"));
    state.ready.catch(failed);
  }

  // ---- the papers

  function take(side, paper) {
    given[side] = paper;
    $(`${side}-have`).textContent = paper ? paper.shown : "";
    forget();
    if (paper && !paper.typed && SIDES.every((one) => given[one])) compare();
  }

  async function takeFile(side, file) {
    if (!file) return;
    if (file.size > MOST) { $(`${side}-have`).textContent = words["too-large"].replace("{name}", file.name); return; }
    $(`${side}-text`).value = $(`${side}-paper`).value = "";
    take(side, { name: file.name, shown: file.name, bytes: await file.arrayBuffer() });
  }

  function takeText(side) {
    const text = $(`${side}-text`).value;
    if (!text.trim()) return;
    const name = side === "old" ? `${words.earlier}.txt` : `${words.later}.txt`;
    take(side, { name, shown: name, bytes: new TextEncoder().encode(text).buffer, typed: true });
  }

  function forget() {
    said.match = []; said.no_match = []; said.read_same = []; said.relation = null;
    state.key = null;
  }

  function named() {
    const papers = SIDES.map((side) => ({ ...given[side] }));
    if (papers.every((paper) => paper.bytes) && papers[0].name === papers[1].name) {
      papers.forEach((paper, index) => { paper.name = `${SIDES[index]}/${paper.name}`; });
    }
    return papers;
  }

  // ---- the question

  async function keyOf(papers) {
    const parts = papers.map((paper) => paper.bytes ?? new TextEncoder().encode(paper.name));
    const text = new Blob(parts.flatMap((part) => [part, "\n\n"]));
    if (!crypto.subtle) return null;
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await text.arrayBuffer()));
    return "plantrack " + Array.from(digest.slice(0, 12), (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  function remembered(key) {
    try { return JSON.parse(localStorage.getItem(key)) ?? {}; } catch { return {}; }
  }

  function remember() {
    try {
      if (state.key) localStorage.setItem(state.key, JSON.stringify(said));
    } catch { /* a browser that keeps nothing: the decisions last as long as the page */ }
  }

  async function compare() {
    SIDES.forEach((side) => { if (!given[side] || given[side].typed) takeText(side); });
    const missing = SIDES.find((side) => !given[side]);
    if (missing) { $(`${missing}-have`).textContent = words.missing; $(`${missing}-file`).focus(); return; }
    if (state.busy) return;
    const papers = named();
    if (state.key === null) {
      state.key = await keyOf(papers);
      if (state.key) Object.assign(said, remembered(state.key));
    }
    busy(true);
    try {
      await state.ready;
      tell("comparing");
      const question = { old: papers[0].name, new: papers[1].name, language: $("language").value, ...said };
      const sent = papers.filter((paper) => paper.bytes).map(({ name, bytes }) => ({ name, bytes }));
      show(await ask("answer", { papers: sent, question }));
      remember();
      tell("done");
    } catch (fault) { failed(fault); } finally { busy(false); }
  }

  function busy(on) {
    state.busy = on;
    $("compare").disabled = on;
    $("stop").hidden = !on;
    $("answer").setAttribute("aria-busy", String(on));
  }

  function failed(fault) { tell("failed", null, fault.message); }

  // ---- the answer

  function show(answer) {
    const wrong = $("wrong");
    wrong.replaceChildren(...(answer.problems ?? []).map((line) => item(line)));
    wrong.hidden = !answer.problems;
    if (answer.problems) { wrong.focus(); return; }
    $("remarks").replaceChildren(...answer.remarks.map((line) => item(line)));
    // Made by the templates of the engine, which escape what comes from the papers; and the policy runs no script.
    $("body").innerHTML = answer.body;
    $("ledger").innerHTML = answer.ledger;
    $("ledger-part").open = false;
    $("result").hidden = false;
    $("result").dataset.answer = ++state.answers;
    for (const section of $("body").querySelectorAll("section[data-old]")) offer(section);
    sift();
    $("result").focus({ preventScroll: false });
  }

  function item(text) {
    const made = document.createElement("li");
    made.textContent = text;
    return made;
  }

  function button(text, does) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.addEventListener("click", does);
    return made;
  }

  function offer(section) {
    const { old, new: now } = section.dataset;
    const row = document.createElement("p");
    row.className = "overrule";
    if (old && now) {
      row.append(
        button(words["read-same"], () => decide("read_same", [old, now])),
        button(words["no-match"], () => decide("no_match", [old, now])),
      );
    } else {
      const label = document.createElement("label");
      const number = document.createElement("input");
      number.size = 6;
      label.append(`${old ? words["same-as-new"] : words["same-as-old"]} `, number);
      row.append(label, button(words.match, () => {
        const other = number.value.trim();
        if (other) decide("match", old ? [old, other] : [other, now]);
      }));
    }
    section.append(row);
  }

  function decide(how, pair) {
    for (const other of ["match", "no_match"]) {
      if (other !== how) said[other] = said[other].filter((one) => one.join("\n") !== pair.join("\n"));
    }
    said[how] = [...said[how], pair];
    compare();
  }

  function sift() {
    const chosen = new Set(Array.from(document.querySelectorAll("#filters input:checked"), (input) => input.value));
    let shown = 0;
    for (const section of $("body").querySelectorAll("section.point")) {
      const about = (section.dataset.about ?? "").split(" ");
      section.hidden = chosen.size > 0 && !about.some((one) => chosen.has(one));
      if (!section.hidden) shown += 1;
    }
    $("sifted").textContent = chosen.size ? words.sifted.replace("{shown}", shown) : "";
  }

  async function save(form) {
    const answer = await ask("saved", { question: { form, language: $("language").value } });
    if (answer.problems) { failed(new Error(answer.problems.join(" "))); return; }
    if (!answer.text && !answer.base64) { tell("nothing-decided"); return; }
    const held = answer.base64 ? Uint8Array.from(atob(answer.base64), (sign) => sign.charCodeAt(0)) : answer.text;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([held], { type: SAVED[form] }));
    link.download = form === "yaml" ? "decisions.yaml" : `comparison.${form}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  // ---- wiring

  for (const side of SIDES) {
    const place = $(`${side}-place`);
    $(`${side}-file`).addEventListener("change", ({ target }) => takeFile(side, target.files[0]));
    $(`${side}-text`).addEventListener("input", () => {
      take(side, null);
      $(`${side}-file`).value = $(`${side}-paper`).value = "";
    });
    $(`${side}-paper`).addEventListener("change", ({ target }) => {
      $(`${side}-text`).value = $(`${side}-file`).value = "";
      take(side, target.value ? { name: target.value, shown: target.selectedOptions[0].textContent.trim() } : null);
    });
    place.addEventListener("dragover", (event) => { event.preventDefault(); place.classList.add("over"); });
    place.addEventListener("dragleave", () => place.classList.remove("over"));
    place.addEventListener("drop", (event) => {
      event.preventDefault();
      place.classList.remove("over");
      takeFile(side, event.dataTransfer.files[0]);
    });
  }
  for (const way of ["dragover", "drop"]) {
    // A file that misses its place must not replace the page.
    document.addEventListener(way, (event) => event.preventDefault());
  }
  $("compare").addEventListener("click", compare);
  $("stop").addEventListener("click", stop);
  $("forget").addEventListener("click", () => {
    if (state.key) localStorage.removeItem(state.key);
    forget();
    compare();
  });
  $("filters").addEventListener("change", sift);
  $("one-column").addEventListener("change", ({ target }) => $("answer").classList.toggle("one-column", target.checked));
  for (const form of document.querySelectorAll("[data-save]")) form.addEventListener("click", () => save(form.dataset.save).catch(failed));
  $("language").addEventListener("change", ({ target }) => {
    try { localStorage.setItem(LANGUAGE, target.value); } catch { /* it lasts as long as the page */ }
    speak(target.value);
  });
  $("print").addEventListener("click", () => window.print());

  $("tool").hidden = false;
  speak(spoken());
  if (location.protocol === "file:") { tell("from-disk"); return; }
  state.ready = load();
  state.ready.catch(failed);
})();
