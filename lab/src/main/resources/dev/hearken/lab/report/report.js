// Draws the curves from the report's JSON, as wide as their place is.
"use strict";
const report = JSON.parse(document.getElementById("report").textContent);

const INK = "currentColor";
const ACCENT = "var(--accent)";
const FAINT = "var(--faint)";
const POOLED = "all labels";
const percent = (share) => `${(100 * share).toFixed(share > 0 && share < 0.01 ? 2 : 1)} %`;

/** The normal deviates of the rates that a DET curve's axes name. */
const DETECTION_TICKS = new Map([
  [-3.0902, "0.1"], [-2.5758, "0.5"], [-2.0537, "2"], [-1.6449, "5"], [-0.8416, "20"], [0, "50"], [0.8416, "80"],
]);

/** One thin line a label and a strong one for all of them. */
function lines(kind, x, y, title) {
  const points = (report.curves ?? []).flatMap(({ label, [kind]: curve }) => curve.map((point) => ({ label, ...point })));
  const thin = points.filter(({ label }) => label !== POOLED);
  const strong = points.filter(({ label }) => label === POOLED);
  return [
    Plot.line(thin, { x, y, z: "label", stroke: FAINT, strokeWidth: 1 }),
    Plot.line(strong, { x, y, z: "label", stroke: ACCENT, strokeWidth: 2.5 }),
    Plot.tip(points, Plot.pointer({ x, y, title: (point) => `${point.label}\n${title(point)}` })),
  ];
}

const SQUARE = { aspect: 0.86, grid: true };

const share = (label) => ({ domain: [0, 1], label, tickFormat: "%", ticks: 5, nice: false });

const detection = (label) => ({
  domain: [-3.3, 1],
  label,
  ticks: [...DETECTION_TICKS.keys()],
  tickFormat: (deviate) => DETECTION_TICKS.get(deviate),
});

/** Values of one measure of all courses by epoch; the last course is the one that counts. */
function epochs(key) {
  return report.training.flatMap(({ course, epochs: all }, index) =>
    all
      .filter((epoch) => epoch[key] !== null)
      .map((epoch) => ({ course, epoch: epoch.epoch, value: epoch[key], last: index === report.training.length - 1 })));
}

/** A course's line, named at its end if it is the last. */
function course(points, name, stroke) {
  const last = points.filter((point) => point.last);
  return [
    Plot.line(points.filter((point) => !point.last), { x: "epoch", y: "value", z: "course", stroke, strokeOpacity: 0.25 }),
    Plot.line(last, { x: "epoch", y: "value", stroke, strokeWidth: 2.25 }),
    Plot.dot(last.slice(-1), { x: "epoch", y: "value", fill: stroke, r: 3 }),
    Plot.text(last.slice(-1), { x: "epoch", y: "value", text: () => name, textAnchor: "start", dx: 8, fill: stroke }),
    Plot.tip(points, Plot.pointer({
      x: "epoch", y: "value", title: (point) => `${point.course}, epoch ${point.epoch}\n${name} ${point.value.toFixed(4)}`,
    })),
  ];
}

const byEpoch = { label: "epoch", tickFormat: "d", interval: 1, ticks: 6 };

const plots = {
  roc: () => ({
    ...SQUARE,
    x: share("false alarms →"),
    y: share("↑ hits"),
    marks: [
      Plot.line([[0, 0], [1, 1]], { stroke: FAINT, strokeDasharray: "3,4" }),
      ...lines("roc", "false_alarms", "hits", (point) => `${percent(point.hits)} hits at ${percent(point.false_alarms)} false alarms`),
    ],
  }),
  precisionRecall: () => ({
    ...SQUARE,
    x: share("recall →"),
    y: share("↑ precision"),
    marks: lines("precision_recall", "recall", "precision",
      (point) => `${percent(point.precision)} precision at ${percent(point.recall)} recall`),
  }),
  det: () => ({
    ...SQUARE,
    x: detection("false alarms, % →"),
    y: detection("↑ misses, %"),
    clip: true,
    marks: [
      Plot.line([[-3.3, -3.3], [1, 1]], { stroke: FAINT, strokeDasharray: "3,4" }),
      ...lines("det", "false_alarm_deviate", "miss_deviate",
        (point) => `${percent(point.misses)} missed at ${percent(point.false_alarms)} false alarms`),
    ],
  }),
  reliability: () => ({
    aspect: 0.7,
    grid: true,
    x: share("certainty of the answer →"),
    y: share("↑ share that is right"),
    r: { range: [3, 12] },
    marks: [
      Plot.line([[0, 0], [1, 1]], { stroke: FAINT, strokeDasharray: "3,4" }),
      Plot.line(report.evaluation.reliability, { x: "confidence", y: "accuracy", stroke: ACCENT, strokeOpacity: 0.5 }),
      Plot.dot(report.evaluation.reliability, {
        x: "confidence", y: "accuracy", r: "n", fill: ACCENT, fillOpacity: 0.75, tip: true,
        title: (bin) => `${percent(bin.accuracy)} right at ${percent(bin.confidence)} certainty\n${bin.n} clips`,
      }),
    ],
  }),
  certainty: () => ({
    aspect: 0.7,
    x: share("certainty of the answer →"),
    y: { label: "↑ clips (square-root scale)", type: "sqrt", grid: true, ticks: 5, tickFormat: "d" },
    marks: [
      ...[["right", ACCENT, 0, 0.5], ["wrong", INK, 0.5, 1]].map(([kind, fill, from, to]) =>
        Plot.rectY(report.certainty.filter((bin) => bin[kind] > 0), {
          x1: (bin) => bin.low + from * (bin.high - bin.low),
          x2: (bin) => bin.low + to * (bin.high - bin.low),
          y: kind, fill, fillOpacity: 0.85, insetLeft: from ? 0 : 1.5, insetRight: from ? 1.5 : 0, tip: true,
          title: (bin) => `${bin[kind]} ${kind} at ${percent(bin.low)} to ${percent(bin.high)}`,
        })),
      Plot.ruleY([0]),
    ],
    legend: [["right", ACCENT], ["wrong", "var(--ink)"]],
  }),
  loss: () => ({
    aspect: 0.62,
    marginRight: 76,
    x: byEpoch,
    y: { label: "↑ loss, nats", grid: true, zero: true, ticks: 5 },
    marks: [...course(epochs("training_loss"), "training", INK), ...course(epochs("validation_loss"), "set aside", ACCENT)],
  }),
  accuracy: () => ({
    aspect: 0.62,
    marginRight: 76,
    x: byEpoch,
    y: { label: "↑ right", grid: true, tickFormat: "%", ticks: 5 },
    marks: course(epochs("validation_accuracy"), "set aside", ACCENT),
  }),
};

function legend(entries) {
  const line = document.createElement("p");
  line.className = "legend";
  for (const [name, colour] of entries) {
    const key = document.createElement("span");
    const swatch = document.createElement("i");
    swatch.style.background = colour;
    key.append(swatch, name);
    line.append(key);
  }
  return line;
}

function draw(place) {
  const { aspect, legend: keys, ...options } = plots[place.dataset.plot]();
  const width = Math.max(260, Math.round(place.clientWidth));
  const svg = Plot.plot({
    width,
    height: Math.round(aspect * width),
    marginLeft: 48,
    marginBottom: 42,
    marginTop: 26,
    style: { background: "none", fontFamily: "inherit", fontSize: "12px" },
    ...options,
  });
  // The place itself is the picture and has its name; what it is drawn of means nothing by itself.
  svg.setAttribute("aria-hidden", "true");
  place.replaceChildren(...(keys ? [legend(keys)] : []), svg);
}

const places = document.querySelectorAll("[data-plot]");
const resized = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.dataset.width !== String(target.clientWidth)) {
      target.dataset.width = String(target.clientWidth);
      draw(target);
    }
  }
});
places.forEach((place) => resized.observe(place));
