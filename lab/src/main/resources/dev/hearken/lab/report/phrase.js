// Draws misses against false alarms an hour, as wide as its place is.
"use strict";
const curves = JSON.parse(document.getElementById("report").textContent);
const place = document.querySelector("[data-plot=detection]");

/** None at all has no place on a logarithmic scale: it stands at its left end. */
const LEAST = 0.05;

const points = Object.entries(curves).flatMap(([where, curve]) =>
  curve.map(({ fah, frr, threshold }) => ({ where, fah: Math.max(LEAST, fah), alarms: fah, frr, threshold })));
const line = (where, options) => Plot.line(points.filter((point) => point.where === where), { x: "fah", y: "frr", ...options });

function draw() {
  place.replaceChildren(Plot.plot({
    width: place.clientWidth,
    height: Math.round(place.clientWidth * 0.62),
    grid: true,
    x: { type: "log", label: "false alarms an hour →", domain: [LEAST, 20], clamp: true, ticks: 6, tickFormat: (rate) => `${rate}` },
    y: { label: "↑ missed", tickFormat: "%", domain: [0, Math.max(0.1, ...points.filter((point) => point.fah < 20).map((point) => point.frr))] },
    marks: [
      line("noisy", { stroke: "var(--faint)", strokeWidth: 1.25, clip: true }),
      line("clean", { stroke: "var(--accent)", strokeWidth: 2.5, clip: true }),
      Plot.tip(points, Plot.pointer({
        x: "fah",
        y: "frr",
        title: ({ where, frr, alarms, threshold }) =>
          `${where}\n${(100 * frr).toFixed(1)} % missed, ${alarms.toFixed(2)} false alarms an hour\nthreshold ${threshold.toFixed(4)}`,
      })),
    ],
  }));
}

new ResizeObserver(draw).observe(place);
