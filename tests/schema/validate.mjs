// validate.mjs PROVENU ROOT: every shipped YAML file must fit the schema of its kind, and every file in broken/ must not.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Ajv from "ajv";
import { parse } from "yaml";

const [program, root] = process.argv.slice(2);

function filesUnder(folder) {
    return readdirSync(folder, { recursive: true })
        .filter((name) => name.endsWith(".yaml"))
        .map((name) => join(folder, name));
}

function validators() {
    const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true });
    const compile = (kind) => ajv.compile(JSON.parse(execFileSync(program, ["schema", kind], { encoding: "utf8" })));
    return Object.fromEntries(["proposal", "rates", "policy", "indices", "scenarios", "drivers"].map((kind) => [kind, compile(kind)]));
}

function templates(folder) {
    return ["da", "en"].map((language) => {
        const path = join(folder, `template.${language}.yaml`);
        execFileSync(program, ["new", path, "--lang", language]);
        return path;
    });
}

function problems(validate, path) {
    const content = parse(readFileSync(path, "utf8"));
    const check = validate[content.kind] ?? validate.proposal;
    return check(content) ? [] : check.errors.map((error) => `${error.instancePath || "/"} ${error.message}`);
}

const validate = validators();
const folder = mkdtempSync(join(tmpdir(), "provenu-schema-"));
const good = [...filesUnder(join(root, "examples")), ...filesUnder(join(root, "scenarios")), ...templates(folder)];
const broken = filesUnder(join(root, "tests/schema/broken"));
let failed = false;
for (const path of good) {
    for (const problem of problems(validate, path)) {
        console.error(`${path}: ${problem}`);
        failed = true;
    }
}
for (const path of broken) {
    if (problems(validate, path).length === 0) {
        console.error(`${path}: is broken and fits the schema`);
        failed = true;
    }
}
rmSync(folder, { recursive: true });
console.log(`${good.length} files fit, ${broken.length} broken ones do not`);
process.exit(failed || good.length === 0 || broken.length === 0 ? 1 : 0);
