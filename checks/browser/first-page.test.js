// The first page as a person meets it, in a real Chromium. FirstPageTest starts the server and names everything in the environment.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";

const { HEARKEN_URL, HEARKEN_RECORDINGS, HEARKEN_SCREENSHOTS, HEARKEN_CHROMIUM } = process.env;
const seven = path.join(HEARKEN_RECORDINGS, "7_jackson_0.wav");
const three = path.join(HEARKEN_RECORDINGS, "3_theo_1.wav");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const DESKTOP = { viewport: { width: 1280, height: 860 } };
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };

let browser;

before(async () => {
  browser = await chromium.launch({
    executablePath: HEARKEN_CHROMIUM,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--use-fake-ui-for-media-stream",
      "--use-fake-device-for-media-stream",
      `--use-file-for-fake-audio-capture=${seven}`,
    ],
  });
});

after(() => browser?.close());

/** Opens the page, and fails the test if it asks anyone but the server or logs an error. */
async function visit(t, settings = DESKTOP, permissions = ["microphone"]) {
  const context = await browser.newContext({ ...settings, permissions });
  const page = await context.newPage();
  const strangers = [];
  const errors = [];
  page.on("request", (request) => {
    if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(HEARKEN_URL)) {
      strangers.push(request.url());
    }
  });
  page.on("pageerror", (error) => errors.push(error.message));
  t.after(async () => {
    await context.close();
    assert.deepEqual(strangers, [], "everything comes from the server itself");
    assert.deepEqual(errors, []);
  });
  await page.goto(HEARKEN_URL);
  // It stands there once the script has run and knows the projects.
  await page.getByRole("link", { name: "Model file" }).waitFor();
  return page;
}

/** Names a file that is no recording. */
const words = (name) => ({ name, mimeType: "audio/wav", buffer: Buffer.from("only words, no sound") });

/** Names a real recording. */
const sound = (file) => ({ name: path.basename(file), mimeType: "audio/wav", buffer: readFileSync(file) });

async function send(page, ...files) {
  await page.locator("#file").setInputFiles(files);
  await page.locator('#answer:is([data-state="result"], [data-state="error"])').waitFor();
}

async function picture(page, name) {
  // The bars grow for a third of a second.
  await page.waitForTimeout(600);
  await page.screenshot({ path: path.join(HEARKEN_SCREENSHOTS, `${name}.png`), fullPage: true });
}

async function assertAccessible(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  assert.deepEqual(
    violations.map((violation) => [violation.id, violation.nodes.map((node) => node.target)]),
    [],
  );
}

test("a recording of a seven is shown as 7, with ten probabilities that add up", async (t) => {
  const page = await visit(t);
  await picture(page, "empty-light");
  await send(page, seven);

  assert.equal(await page.locator("#label").textContent(), "7");
  const percents = await page.locator("#bars .percent").allTextContents();
  assert.equal(percents.length, 10);
  const sum = percents.map(parseFloat).reduce((a, b) => a + b);
  assert.ok(Math.abs(sum - 100) <= 0.6, `rounded to a tenth each, they add up to ${sum}`);
  assert.match(await page.locator("#certainty").textContent(), /^\d+\.\d % sure$/);
  assert.match(await page.locator("#fact-latency").textContent(), /^\d+(\.\d)? ms$/);
  assert.equal(await page.locator("#fact-model").textContent(), "digits, version 1");
  assert.equal(await page.locator("#fact-file").textContent(), "7_jackson_0.wav");
  await page.locator("#waveform").waitFor();
  await picture(page, "result-light");
  await assertAccessible(page);
});

test("it is as readable in the dark", async (t) => {
  const page = await visit(t, { ...DESKTOP, colorScheme: "dark" });
  await picture(page, "empty-dark");
  await send(page, seven);
  await picture(page, "result-dark");
  await assertAccessible(page);
});

test("it fits a phone", async (t) => {
  const page = await visit(t, PHONE);
  await picture(page, "empty-phone");
  await send(page, seven);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(overflow <= 0, `${overflow} pixels too wide`);
  await picture(page, "result-phone");
});

test("while the answer is awaited, the page says so", async (t) => {
  const page = await visit(t);
  let answer;
  const held = new Promise((resolve) => (answer = resolve));
  await page.route("**/predictions", async (route) => {
    await held;
    await route.continue();
  });
  await page.locator("#file").setInputFiles(seven);
  await page.getByText("Listening…").waitFor();
  assert.equal(await page.locator("#answer").getAttribute("aria-busy"), "true");
  await picture(page, "loading-light");
  answer();
  await page.locator('#answer[data-state="result"][aria-busy="false"]').waitFor();
});

test("a server that is gone is said plainly", async (t) => {
  const page = await visit(t);
  await page.route("**/predictions", (route) => route.abort());
  await send(page, seven);
  assert.equal(await page.locator("#error-title").textContent(), "The server cannot be reached");
});

test("what is no recording is said plainly, with its code", async (t) => {
  const page = await visit(t);
  await send(page, words("notes.wav"));
  assert.equal(await page.locator("#error-title").textContent(), "This is not a recording");
  assert.equal(await page.locator("#error-code").textContent(), "NOT_AUDIO");
  await picture(page, "error-light");
  await assertAccessible(page);
});

test("many recordings are answered together and can be looked at one by one", async (t) => {
  const page = await visit(t);
  await send(page, sound(seven), words("notes.wav"), sound(three));

  assert.equal(await page.locator("#many-title").textContent(), "3 recordings, 1 not answered");
  const rows = page.locator("#many-list button");
  assert.deepEqual(await rows.locator(".outcome").allTextContents(), ["7", "NOT_AUDIO", "3"]);
  await rows.nth(1).click();
  assert.equal(await page.locator("#error-code").textContent(), "NOT_AUDIO");
  await rows.nth(2).click();
  assert.equal(await page.locator("#label").textContent(), "3");
  await picture(page, "many-light");
  await assertAccessible(page);
});

test("files can be dropped anywhere on the page", async (t) => {
  const page = await visit(t);
  const bytes = readFileSync(seven).toString("base64");
  await page.evaluate((content) => {
    const data = new DataTransfer();
    const raw = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
    data.items.add(new File([raw], "dropped.wav"));
    document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: data }));
  }, bytes);
  await page.locator('#answer[data-state="result"]').waitFor();
  assert.equal(await page.locator("#fact-file").textContent(), "dropped.wav");
});

test("the microphone records, and the recording is answered", async (t) => {
  const page = await visit(t);
  await page.getByRole("button", { name: "Record", exact: true }).click();
  await page.getByRole("button", { name: "Stop" }).waitFor();
  await page.waitForTimeout(1_200);
  await picture(page, "recording-light");
  await page.getByRole("button", { name: "Stop" }).click();
  await page.locator('#answer[data-state="result"]').waitFor();
  assert.equal(await page.locator("#fact-file").textContent(), "microphone.wav");
  await page.getByRole("button", { name: "Record", exact: true }).waitFor();
});

test("all of it works from the keyboard", async (t) => {
  const page = await visit(t);
  const choose = page.getByRole("button", { name: "Choose recordings" });
  for (let i = 0; i < 10 && !(await choose.evaluate((button) => button === document.activeElement)); i++) {
    await page.keyboard.press("Tab");
  }
  const chooser = page.waitForEvent("filechooser");
  // The browser is told of the wait and answers this before the key arrives; else it may open a window nobody sees.
  await page.evaluate(() => {});
  await page.keyboard.press("Enter");
  await (await chooser).setFiles(seven);
  await page.locator('#answer[data-state="result"]').waitFor();
});
