// The report as a person opens it: from disk, in a real Chromium. ReportPageTest writes it and names it in the environment.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";

const { HEARKEN_REPORT, HEARKEN_SCREENSHOTS, HEARKEN_CHROMIUM } = process.env;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const DESKTOP = { viewport: { width: 1280, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** Training, reliability and thresholds: two of each and three. */
const PLOTS = 7;

let browser;

before(async () => {
  browser = await chromium.launch({
    executablePath: HEARKEN_CHROMIUM,
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
  });
});

after(() => browser?.close());

/** Opens the report, and fails the test if it asks anyone for anything or logs an error. */
async function open(t, settings) {
  const context = await browser.newContext(settings);
  const page = await context.newPage();
  const asked = [];
  const errors = [];
  page.on("request", (request) => {
    if (!request.url().startsWith("data:") && request.url() !== HEARKEN_REPORT) {
      asked.push(request.url());
    }
  });
  page.on("console", (message) => errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("dialog", (dialog) => errors.push(`a dialog: ${dialog.message()}`));
  t.after(async () => {
    await context.close();
    assert.deepEqual(asked, [], "everything is in the file");
    assert.deepEqual(errors, []);
  });
  await page.goto(HEARKEN_REPORT);
  await page.locator("figure svg").nth(PLOTS - 1).waitFor();
  return page;
}

const picture = (page, name) =>
  page.screenshot({ path: path.join(HEARKEN_SCREENSHOTS, `report-${name}.png`), fullPage: true });

for (const colorScheme of ["light", "dark"]) {
  test(`it is drawn and readable in the ${colorScheme}`, async (t) => {
    const page = await open(t, { ...DESKTOP, colorScheme });
    assert.equal(await page.locator("figure svg").count(), PLOTS);
    await picture(page, colorScheme);
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => globalThis.axe.run());
    assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]), []);
  });
}

test("a label is text, whatever it is called", async (t) => {
  const page = await open(t, DESKTOP);
  assert.equal(await page.locator(".confusion tbody th").getByText("<script>alert(1)<b>", { exact: true }).count(), 1);
});

test("the sounds of its errors can be played", async (t) => {
  const page = await open(t, DESKTOP);
  assert.notEqual(await page.locator("audio").count(), 0);
  await page.waitForFunction(() =>
    [...document.querySelectorAll("audio")].every(({ duration }) => duration > 0 && duration <= 10));
});

test("it fits a phone, and is drawn anew when that is turned", async (t) => {
  const page = await open(t, PHONE);
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok((await overflow()) <= 0);
  await picture(page, "phone");
  const before = await page.locator("figure svg").first().getAttribute("width");
  await page.setViewportSize({ width: 844, height: 390 });
  await page.waitForFunction((width) => document.querySelector("figure svg")?.getAttribute("width") !== width, before);
  assert.ok((await overflow()) <= 0);
});
