const namespace = "http://www.w3.org/2000/svg";
const width = 480;
const height = 200;
const margin = { left: 32, bottom: 36, top: 12 };

/**
 * Slack's `data_visualization` bars, as a picture of our own: grouped per category, the number on each bar. The
 * accessible name says all the numbers.
 */
export function barChart({ title, chart }) {
  if (chart.type !== "bar") throw new Error(`Chart that this page does not know: ${chart.type}`);
  const { categories } = chart.axis_config;
  const most = Math.max(1, ...chart.series.flatMap((one) => one.data.map((point) => point.value)));
  const step = (width - margin.left) / categories.length;
  const bar = Math.min(28, (step * 0.8) / chart.series.length);
  const said = categories.map(
    (category, place) =>
      `${category}: ${chart.series.map((one) => `${one.name} ${one.data[place].value}`).join(", ")}`,
  );
  const picture = shape("svg", { viewBox: `0 0 ${width} ${height + 24}`, role: "img", class: "bk-chart" });
  picture.setAttribute("aria-label", `${title}. ${said.join("; ")}`);
  const floor = height - margin.bottom;
  picture.append(shape("line", { x1: margin.left, x2: width, y1: floor, y2: floor, class: "bk-axis" }));
  for (const [place, category] of categories.entries()) {
    const middle = margin.left + step * (place + 0.5);
    picture.append(label(category, middle, floor + 18));
    for (const [nth, one] of chart.series.entries()) {
      const { value } = one.data[place];
      const tall = (value / most) * (floor - margin.top - 14);
      const x = middle + (nth - chart.series.length / 2) * bar;
      picture.append(
        shape("rect", { x, y: floor - tall, width: bar - 2, height: tall, class: `bk-bar bk-bar-${nth}` }),
      );
      picture.append(label(String(value), x + bar / 2 - 1, floor - tall - 4));
    }
  }
  for (const [nth, one] of chart.series.entries()) {
    const x = margin.left + nth * 130;
    picture.append(shape("rect", { x, y: height + 4, width: 12, height: 12, class: `bk-bar bk-bar-${nth}` }));
    picture.append(label(one.name, x + 18, height + 15, "start"));
  }
  return picture;
}

function shape(tag, attributes) {
  const made = document.createElementNS(namespace, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
}

function label(text, x, y, anchor = "middle") {
  const made = shape("text", { x, y, "text-anchor": anchor, class: "bk-number" });
  made.textContent = text;
  return made;
}
