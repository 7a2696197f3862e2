// One timed job as in jobs.py: node jsondiffpatch.mjs FOLDER REPEAT
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [folder, repeat] = process.argv.slice(2);
const require = createRequire(process.env.PEERS + "/package.json");
const { create } = await import(pathToFileURL(require.resolve("jsondiffpatch")).href);
const [old, fresh] = ["old", "new"].map((side) => JSON.parse(readFileSync(`${folder}/${side}.json`, "utf8")));
const differ = create({ objectHash: (point) => point.id });

const seconds = [];
let delta;
for (let round = 0; round < Number(repeat); round++) {
  const start = performance.now();
  delta = differ.diff(old, fresh);
  seconds.push((performance.now() - start) / 1000);
}
const answer = { changed: [], added: [], removed: [] };
for (const [key, part] of Object.entries(delta)) {
  if (key === "_t") continue;
  if (Array.isArray(part) && part.length === 1) answer.added.push(part[0].id);
  else if (Array.isArray(part) && part[2] === 0) answer.removed.push(part[0].id);
  else if (!Array.isArray(part) && part.terms) answer.changed.push(fresh[Number(key)].id);
}
for (const ids of Object.values(answer)) ids.sort();
process.stdout.write(JSON.stringify({ seconds, answer, peak_mb: process.memoryUsage().rss / 2 ** 20 }));
