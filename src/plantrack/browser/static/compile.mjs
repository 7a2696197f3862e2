// Compile the modules in a zip with the very Python that will run them: node compile.mjs RUNTIME-FOLDER ZIP
// The zip is replaced. Nothing in it is compressed, for the whole is compressed once, and better.

import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [folder, zip] = process.argv.slice(2).map((name) => path.resolve(name));
const { loadPyodide } = await import(pathToFileURL(path.join(folder, "pyodide.mjs")).href);
const python = await loadPyodide({ indexURL: folder + path.sep });
python.runPython(`
import importlib.util, marshal, zipfile

def without_lines(code):
    # No traceback is ever shown on a page, and the tables of lines are a third of the whole.
    parts = tuple(without_lines(one) if hasattr(one, "co_code") else one for one in code.co_consts)
    return code.replace(co_linetable=b"", co_consts=parts)

def compiled(source, name):
    code = without_lines(compile(source, name, "exec", dont_inherit=True, optimize=2))
    # PEP 552: flags 1 is a hash that nobody checks, for there is no source beside it.
    return importlib.util.MAGIC_NUMBER + (1).to_bytes(4, "little") + bytes(8) + marshal.dumps(code)

def compile_zip():
    with zipfile.ZipFile("/in.zip") as old, zipfile.ZipFile("/out.zip", "w") as new:
        for info in old.infolist():
            data, name = old.read(info), info.filename
            if name.endswith(".py"):
                data, name = compiled(data, name), f"{name}c"
            new.writestr(zipfile.ZipInfo(name, info.date_time), data)
`);
python.FS.writeFile("/in.zip", new Uint8Array(fs.readFileSync(zip)));
python.runPython("compile_zip()");
fs.writeFileSync(zip, python.FS.readFile("/out.zip"));
