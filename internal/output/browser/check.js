// Opens the page that the first argument names in Chromium, uses it as people do, and fails if something is wrong. With a
// second argument, it writes a picture of the page to that file.
import { readFileSync } from "node:fs";
import { strict as assert } from "node:assert";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [file, picture] = process.argv.slice(2);
const url = pathToFileURL(file).href;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await chromium.launch({
	executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
	args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

// open opens the page in a context of its own. Any request but that of the page, and any error, is a fault.
const faults = [];
async function open(hash = "", options = {}) {
	const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
	const page = await context.newPage();
	page.on("request", (r) => { if (r.url().split("#")[0] !== url) faults.push(`request of ${r.url()}`); });
	page.on("pageerror", (e) => faults.push(`error: ${e.message}`));
	page.on("console", (m) => { if (m.type() === "error") faults.push(`console: ${m.text()}`); });
	await page.goto(url + hash);
	return page;
}
const visible = (page) => page.locator("article.finding:visible").count();

// Axe runs outside of the content security policy of the page.
async function accessible(page, what) {
	await page.evaluate(() => document.querySelectorAll("details").forEach((d) => { d.open = true; }));
	const results = await page.evaluate(`(() => { const module = undefined; ${axe}; return axe.run(document); })()`);
	const found = results.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" ")).slice(0, 3).join(", ")}`);
	assert.deepEqual(found, [], `axe finds in ${what}`);
}

const page = await open();
const all = await visible(page);
assert.ok(all > 10, `${all} findings`);

// Filters narrow, and are in the address.
await page.selectOption("#rule", "discarded");
const some = await visible(page);
assert.ok(some > 0 && some < all, `${some} of ${all} findings after a choice`);
assert.ok(page.url().endsWith("#rule=discarded"), page.url());
assert.equal(await page.textContent("#shown"), `${some} of ${all} shown`);
await page.fill("#q", "no such text");
assert.equal(await visible(page), 0);
assert.ok(await page.isVisible("#none"));
await page.click("button[type=reset]");
assert.equal(await visible(page), all);
assert.ok(!page.url().includes("#"), page.url());

// The keyboard is enough.
await page.keyboard.press("Escape");
await page.keyboard.press("/");
await page.keyboard.type("sqs");
const typed = await visible(page);
assert.ok(typed > 0 && typed < all, `${typed} of ${all} findings after typing`);
await page.keyboard.press("Escape");
await page.keyboard.press("j");
await page.keyboard.press("j");
const second = await page.evaluate(() => document.activeElement.id);
assert.ok(second.startsWith("f-"), `j leads to ${second}`);
await page.keyboard.press("k");
assert.notEqual(await page.evaluate(() => document.activeElement.id), second);
await page.keyboard.press("Enter");

// A link opens a finding, with its fix, and undoes a filter that hides it.
const id = await page.evaluate(() => [...document.querySelectorAll("article.finding")].find((f) => f.querySelector(".fix")).id);
await open("#100%"); // an address that is none
for (const hash of [`#${id}`, `#f=${id}`, `#rule=none&q=zzz&f=${id}`]) {
	const linked = await open(hash);
	assert.equal(await linked.evaluate(() => document.activeElement.id), id, hash);
	assert.ok(await linked.isVisible(`#${id} .diff`), `${hash} shows no fix`);
}
const operation = await page.evaluate(() => document.querySelector("details.operation").id);
assert.ok(await (await open(`#${operation}`)).isVisible(`[id="${operation}"] table`), "an operation opens");

// Dark and light.
const back = (p) => p.evaluate(() => getComputedStyle(document.body).backgroundColor);
const dark = await open("", { colorScheme: "dark" });
assert.notEqual(await back(page), await back(dark));
await accessible(page, "light");
await accessible(dark, "dark");
const before = await back(dark);
await dark.click("#theme");
assert.notEqual(await back(dark), before, "the button changes nothing");

// On paper there are no controls, and all is open.
await page.emulateMedia({ media: "print" });
await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
assert.ok(!(await page.isVisible("#filter")), "controls on paper");
assert.equal(await page.locator("details:not([open])").count(), 0);

// Without JavaScript it is a list.
const plain = await open("", { javaScriptEnabled: false });
assert.equal(await visible(plain), all);
assert.ok(!(await plain.isVisible("#filter")), "a filter without JavaScript");

if (picture) {
	const shown = await open("", { viewport: { width: 1180, height: 880 } });
	await shown.selectOption("#rule", "impossiblematch");
	await shown.locator("article.finding:visible").first().locator("details").evaluateAll((all) => all.forEach((d) => { d.open = true; }));
	await shown.screenshot({ path: picture });
}
await browser.close();
assert.deepEqual(faults, []);
