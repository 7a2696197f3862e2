// The engine, in a thread of its own. What it needs came with its first message; it asks nobody for anything.

const held = new Map();
const NOTHING = "nothing is fetched here";

self.fetch = async (address) => {
  const name = String(address).split("/").pop();
  if (!held.has(name)) throw new TypeError(NOTHING);
  const type = name.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
  return new Response(held.get(name), { headers: { "content-type": type } });
};
for (const way of ["XMLHttpRequest", "WebSocket", "EventSource", "importScripts", "WebTransport"]) {
  if (way in self) self[way] = function () { throw new TypeError(NOTHING); };
}

const ENGINE = "/engine";
const CORPUS = "/corpus";
const PAPERS = "/papers";
let python;

async function start({ files, lock }) {
  held.set("pyodide.asm.wasm", files["pyodide.asm.wasm"]);
  held.set("python_stdlib.zip", files["python_stdlib.zip"]);
  python = await loadPyodide({
    createPyodideModule, indexURL: "https://nowhere.invalid/", lockFileContents: lock,
    packageBaseUrl: "https://nowhere.invalid/",
    env: { PLANTRACK_CORPUS: CORPUS, HOME: PAPERS, PYTHONDONTWRITEBYTECODE: "1" },
  });
  held.clear();
  python.unpackArchive(files["plantrack.zip"], "zip", { extractDir: ENGINE });
  python.unpackArchive(files["corpus.zip"], "zip", { extractDir: CORPUS });
  python.FS.mkdirTree(PAPERS);
  python.runPython(`import os, sys; sys.path.insert(0, ${JSON.stringify(ENGINE)}); os.chdir(${JSON.stringify(PAPERS)})`);
  python.pyimport("plantrack.browser.answering").warm();
}

function put({ name, bytes }) {
  const path = `${PAPERS}/${name}`;
  python.FS.mkdirTree(path.slice(0, path.lastIndexOf("/")));
  python.FS.writeFile(path, new Uint8Array(bytes));
}

self.onmessage = async ({ data: { id, does, asked } }) => {
  try {
    if (does === "start") {
      await start(asked);
      self.postMessage({ id, answer: {} });
      return;
    }
    (asked.papers ?? []).forEach(put);
    const engine = python.pyimport("plantrack.browser.answering");
    self.postMessage({ id, answer: JSON.parse(engine[does](JSON.stringify(asked.question))) });
  } catch (fault) {
    self.postMessage({ id, fault: String(fault?.message ?? fault).trim().split("\n").pop() });
  }
};
