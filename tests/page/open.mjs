// open.mjs PROVENU ROOT CHROMIUM [KEEP]: every example's page, opened in a browser as a reader would. Asks: does anything leave the page,
// does it fit a phone, what does axe-core find, are the figures those of `run --format json`, do figures explain themselves to mouse,
// keyboard and finger, is each table whole on a sheet of A4. KEEP: a folder for the pictures, to be looked at.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [program, root, browserPath, keep] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const folder = mkdtempSync(join(tmpdir(), "provenu-page-"));
const faults = [];

const screens = [
    { name: "phone", viewport: { width: 390, height: 844 }, colorScheme: "light", hasTouch: true },
    { name: "phone-dark", viewport: { width: 390, height: 844 }, colorScheme: "dark", hasTouch: true },
    { name: "laptop", viewport: { width: 1280, height: 900 }, colorScheme: "light" },
    { name: "laptop-dark", viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
];

const hostile = `kind: proposal
format: 1
language: da
id: hostile
title: "</title><script>window.broken = 1</script> & <b>"
years: 2026..2027
unit: 1000 DKK
price_level: 2026
recurring:
  - id: saving
    label: "</script><img src=x onerror='window.broken = 1'>"
    note: "<!-- & \\" '"
    saving: {2027..: 20}
implementation:
  - id: project
    label: "]]> </svg><svg onload='window.broken = 1'>"
    cost: {2026: 10}
`;

function run(...parts) {
    return execFileSync(program, parts, { encoding: "utf8", cwd: root, stdio: ["ignore", "pipe", "inherit"] });
}

function proposals() {
    const path = join(folder, "hostile.yaml");
    writeFileSync(path, hostile);
    const examples = readdirSync(join(root, "examples"), { recursive: true })
        .filter((name) => name.endsWith(".yaml"))
        .map((name) => join(root, "examples", name))
        .filter((name) => /^kind: proposal$/m.test(readFileSync(name, "utf8")))
        .sort();
    return [...examples, path];
}

/// What a page must hold on every screen.
async function look(page, path, said) {
    const requests = [];
    page.on("request", (request) => requests.push(request.url()));
    page.on("console", (message) => message.type() === "error" && said(`the console says: ${message.text()}`));
    page.on("pageerror", (error) => said(`the script fails: ${error}`));
    await page.goto(pathToFileURL(path).href);
    const others = requests.filter((url) => url !== pathToFileURL(path).href && !url.startsWith("data:"));
    if (others.length) said(`asks for ${others.join(", ")}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wide > 0) said(`is ${wide} pixels wider than the screen`);
    if (await page.evaluate(() => "broken" in window)) said("a label was run as a script");
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
    for (const each of violations) said(`axe: ${each.id}: ${each.help}: ${each.nodes.slice(0, 3).map((node) => node.html).join(" | ")}`);
}

async function explained(page, said) {
    const first = page.locator("button.why").first();
    const panel = page.locator("#why");
    await first.hover();
    if (!(await panel.isVisible())) said("a figure pointed at does not say where it comes from");
    await panel.hover();
    await page.waitForTimeout(400);
    if (!(await panel.isVisible())) said("the explanation goes when the mouse reaches it");
    await page.keyboard.press("Escape");
    if (await panel.isVisible()) said("Escape does not take the explanation away");
    await page.mouse.move(2, 2);
    await first.focus();
    const one = await panel.textContent();
    if (!(await panel.isVisible()) || !one) said("a figure reached by the keyboard does not say where it comes from");
    await page.keyboard.press("ArrowRight");
    if ((await panel.textContent()) === one) await page.keyboard.press("ArrowDown");  // a row of one figure
    if ((await panel.textContent()) === one) said("the arrow keys do not go on to the next figure");
    await page.keyboard.press("Escape");
    const stops = await page.evaluate(() => [...document.querySelectorAll("table")].every(
        (table) => [...table.querySelectorAll("button.why")].filter((each) => each.tabIndex === 0).length <= 1));
    if (!stops) said("a table is more than one stop for Tab");
}

/// Each table stands on one sheet, nothing of it cut off.
async function print(page, name, said) {
    const path = join(folder, `${name}.pdf`);
    writeFileSync(path, await page.pdf({ preferCSSPageSize: true, printBackground: false }));
    const boxes = execFileSync("pdftotext", ["-bbox", path, "-"], { encoding: "utf8", maxBuffer: 1 << 28 });
    for (const [, width, height, words] of boxes.matchAll(/<page width="([\d.]+)" height="([\d.]+)">([\s\S]*?)<\/page>/g)) {
        const size = [Number(width), Number(height)].map(Math.round).sort().join(" x ");
        if (size !== "595 x 842" && size !== "596 x 842" && size !== "595 x 843") said(`a sheet is ${size} points, not A4`);
        for (const [, right] of words.matchAll(/xMax="([\d.]+)"/g))
            if (Number(right) > Number(width) - 28) { said("a sheet's text runs out of its margin"); break; }
    }
    const pages = execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" }).split("\f");
    const ends = await page.evaluate(() => [...document.querySelectorAll("table")].map((table) => [
        table.caption.textContent, table.rows[table.rows.length - 1].cells[0].textContent, table.rows.length]));
    for (const [caption, last, rows] of ends) {
        const whole = pages.some((text) => text.includes(caption.slice(0, 30)) && text.includes(last.split(" ")[0]));
        if (!whole && rows <= 45) said(`table "${caption}" of ${rows} rows is not on one sheet`);
    }
    if (keep) writeFileSync(join(keep, `${name}.pdf`), readFileSync(path));
}

/// What is opened: each example alone; one with all that a report may say; all of a municipality on one page.
function papers() {
    const alone = proposals().map((path) => ({
        name: path.replace(/.*examples\//, "").replace(/\/?(proposal)?\.yaml$/, "").replaceAll("/", "-").replace(/.*-hostile/, "hostile"),
        asks: [path],
        figures: [path],
    }));
    const teams = join(root, "examples/copenhagen/specialist-teams/proposal.yaml");
    const pathway = join(root, "examples/copenhagen/pathway-programme/proposal.yaml");
    const scenarios = ["--scenario", "base", "--scenario", "late", "--scenario", "weaker"];
    return [...alone,
        { name: "everything", asks: [teams, ...scenarios, "--sensitivity", "--simulate"], figures: [teams, "--scenario", "base"] },
        { name: "english", asks: [teams, "--lang", "en"], figures: [teams, "--lang", "en"] },
        { name: "portfolio", asks: [teams, pathway] }];
}

async function inspect(browser, { name, asks, figures }) {
    const path = join(folder, `${name}.html`);
    run("report", ...asks, "-o", path);
    for (const screen of screens) {
        const said = (fault) => faults.push(`${name}, ${screen.name}: ${fault}`);
        const context = await browser.newContext(screen);
        const page = await context.newPage();
        await look(page, path, said);
        if (keep) await page.screenshot({ path: join(keep, `${name}-${screen.name}.png`), fullPage: true });
        if (screen.name === "phone" && figures) {
            await page.locator("button.why").first().tap();
            if (!(await page.locator("#why").isVisible())) said("a figure that is tapped does not say where it comes from");
        }
        if (screen.name === "laptop") {
            const written = JSON.parse(await page.locator("#figures").textContent());
            if (figures && !isDeepStrictEqual(written, JSON.parse(run("run", ...figures, "--format", "json"))))
                said("its figures are not those of run");
            if (figures) await explained(page, said);
            await print(page, name, said);
        }
        await context.close();
    }
}

if (keep) mkdirSync(keep, { recursive: true });
const flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"];
const browser = await chromium.launch({ executablePath: browserPath, args: flags });
try {
    const all = papers();
    for (const paper of all) await inspect(browser, paper);
    console.log(faults.length ? faults.join("\n") : `${all.length} pages`);
} finally {
    await browser.close();
    rmSync(folder, { recursive: true });
}
process.exit(faults.length ? 1 : 0);
