import { decode, drawWaveform } from "./waveform.js";
import { canRecord, Recording } from "./recorder.js";

/** Of more labels than this, only the most probable are drawn. */
const MOST_BARS = 12;

const $ = (id) => document.getElementById(id);
let projects = [];
let player = null;
let recording = null;

async function start() {
  $("choose").addEventListener("click", () => $("file").click());
  $("file").addEventListener("change", () => {
    ask([...$("file").files]);
    $("file").value = "";
  });
  $("project").addEventListener("change", describe);
  $("play").addEventListener("click", () => player?.play());
  $("record").hidden = !canRecord();
  $("record").addEventListener("click", toggleRecording);
  acceptDrops();
  await loadProjects();
}

async function loadProjects() {
  try {
    const answer = await fetch("/api/v1/projects");
    projects = (await answer.json()).projects.filter((project) => project.live);
  } catch {
    showError("The server cannot be reached", "Is it still running?", "");
    return;
  }
  if (projects.length === 0) {
    showError("No model yet", "Train or register one and promote it, then load this page again.", "NO_LIVE_MODEL");
  }
  $("project").replaceChildren(...projects.map((project) => new Option(project.name, project.name)));
  $("project-choice").hidden = projects.length < 2;
  describe();
}

/** Words the page for the chosen project. */
function describe() {
  const project = projects.find((each) => each.name === $("project").value);
  if (!project) {
    return;
  }
  const labels = project.live.labels;
  $("question").textContent = project.recipe === "digits" ? "Say a digit, zero to nine." : "Say it, or drop it here.";
  $("lead").textContent =
    `The model “${project.name}” tells ${labels.length} labels apart, from one recording, in milliseconds.`;
  $("download").hidden = false;
  $("download").href = `/api/v1/projects/${project.name}/model`;
}

function acceptDrops() {
  let depth = 0;
  const mark = (change) => {
    depth = Math.max(0, depth + change);
    document.body.classList.toggle("dragging", depth > 0);
  };
  addEventListener("dragenter", () => mark(1));
  addEventListener("dragleave", () => mark(-1));
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", (event) => {
    event.preventDefault();
    mark(-depth);
    ask([...event.dataTransfer.files]);
  });
}

async function toggleRecording() {
  if (recording) {
    recording.stop();
    return;
  }
  recording = new Recording((level) => ($("meter-level").style.width = `${Math.round(level * 100)}%`));
  showRecording(true);
  try {
    await ask([await recording.wav()]);
  } catch (failure) {
    showError("The microphone cannot be used", failure.message, failure.name);
  } finally {
    recording = null;
    showRecording(false);
  }
}

function showRecording(on) {
  $("record").classList.toggle("recording", on);
  $("record-text").textContent = on ? "Stop" : "Record";
  $("meter").hidden = !on;
}

async function ask(files) {
  if (files.length === 0 || projects.length === 0) {
    return;
  }
  showRecording(false);
  show("loading");
  $("many").hidden = true;
  $("clip").hidden = true;
  const form = new FormData();
  files.forEach((file) => form.append("file", file));
  try {
    const answer = await fetch(`/api/v1/projects/${$("project").value}/predictions`, { method: "POST", body: form });
    const body = await answer.json();
    if (answer.ok) {
      showResults(body.results, files);
    } else {
      hear(files[0]);
      showProblem(body);
    }
  } catch {
    showError("The server cannot be reached", "Is it still running? The recording was not lost; try again.", "");
  }
  bringAnswerIntoView();
}

function showResults(results, files) {
  const choose = (chosen) => {
    hear(files[chosen]);
    showResult(results[chosen]);
    $("many-list").querySelectorAll("button").forEach((row, at) => row.setAttribute("aria-pressed", at === chosen));
  };
  $("many").hidden = results.length < 2;
  const failed = results.filter((result) => result.problem).length;
  $("many-title").textContent = `${results.length} recordings` + (failed ? `, ${failed} not answered` : "");
  $("many-list").replaceChildren(...results.map((result, at) => manyRow(result, () => choose(at))));
  choose(0);
}

function manyRow(result, choose) {
  const button = element("button", result.problem ? "failed" : "");
  button.type = "button";
  button.append(
    element("span", "file", result.file),
    element("span", "outcome", result.problem ? result.problem.code : result.label),
    element("span", "percent", result.problem ? "" : percent(result.probability)),
  );
  button.addEventListener("click", choose);
  const row = element("li");
  row.append(button);
  return row;
}

function showResult(result) {
  if (result.problem) {
    showProblem(result.problem);
    return;
  }
  $("label").textContent = result.label;
  $("label").classList.toggle("long", result.label.length > 2);
  $("certainty").textContent = `${percent(result.probability)} sure`;
  $("bars").replaceChildren(...bars(result));
  $("fact-file").textContent = result.file;
  $("fact-latency").textContent = `${result.latency_ms.toFixed(result.latency_ms < 10 ? 1 : 0)} ms`;
  $("fact-model").textContent = `${$("project").value}, version ${result.model_version}`;
  show("result");
}

function bars(result) {
  let shares = Object.entries(result.probabilities);
  if (shares.length > MOST_BARS) {
    shares = shares.sort((a, b) => b[1] - a[1]).slice(0, MOST_BARS);
  }
  return shares.map(([label, probability]) => {
    const fill = element("span");
    // Set after the first frame, so that the bar is seen to grow.
    requestAnimationFrame(() => (fill.style.width = `${probability * 100}%`));
    const bar = element("span", "bar");
    bar.append(fill);
    const row = element("li", label === result.label ? "best" : "");
    row.append(element("span", "", label), bar, element("span", "percent", percent(probability)));
    return row;
  });
}

/** Draws a recording and makes it playable, if the browser can read it. */
async function hear(file) {
  if (player) {
    player.pause();
    URL.revokeObjectURL(player.src);
  }
  const mine = new Audio(URL.createObjectURL(file));
  player = mine;
  const samples = await decode(file).catch(() => null);
  // Meanwhile another recording may have been chosen.
  if (player === mine) {
    $("clip").hidden = !samples;
    if (samples) {
      drawWaveform($("waveform"), samples);
    }
  }
}

function showProblem(problem) {
  const titles = {
    NOT_AUDIO: "This is not a recording",
    UNSUPPORTED_ENCODING: "This kind of recording cannot be read",
    EMPTY: "This recording is empty",
    TRUNCATED: "This recording is cut off",
    TOO_LARGE: "This file is too large",
    TOO_LONG: "This recording is too long",
    NO_LIVE_MODEL: "No model yet",
  };
  showError(titles[problem.code] ?? "This recording could not be answered", sentence(problem.detail), problem.code);
}

function showError(title, detail, code) {
  $("error-title").textContent = title;
  $("error-detail").textContent = detail;
  $("error-code").textContent = code;
  show("error");
}

function show(state) {
  $("answer").dataset.state = state;
  $("answer").setAttribute("aria-busy", state === "loading");
}

/** On a phone the answer stands below what was just touched. */
function bringAnswerIntoView() {
  if ($("answer").getBoundingClientRect().top > innerHeight / 2) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    $("answer").scrollIntoView({ behavior: calm ? "auto" : "smooth" });
  }
}

function element(name, className = "", text = "") {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

function percent(probability) {
  return `${(probability * 100).toFixed(1)} %`;
}

function sentence(text) {
  return text.charAt(0).toUpperCase() + text.slice(1) + (/[.!?]$/.test(text) ? "" : ".");
}

start();
