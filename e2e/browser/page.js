/*
 * Functions that run in the page. Each is sent as text, so that it cannot use anything else of this file. The file is
 * JavaScript, since the types of a browser would otherwise apply to the whole project.
 */

/** What is visible on the page. */
function look() {
  const isShown = (element) => element.getClientRects().length > 0;
  const channels = (color) => color.match(/[\d.]+/g).map(Number);

  /** Relative luminance, as WCAG defines it for contrasts. */
  const luminance = (color) => {
    const [red, green, blue] = channels(color).map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const backgroundOf = (element) => {
    const color = getComputedStyle(element).backgroundColor;
    return channels(color)[3] === 0 ? backgroundOf(element.parentElement) : color;
  };
  const contrastOf = (element) => {
    const { color, fill } = getComputedStyle(element);
    const ink = element instanceof SVGElement ? fill : color;
    const [dark, light] = [luminance(ink), luminance(backgroundOf(element))].sort((a, b) => a - b);
    return { text: element.textContent, contrast: (light + 0.05) / (dark + 0.05) };
  };
  const texts = [...document.querySelectorAll('body *')].filter(
    (element) => isShown(element) && [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()),
  );

  const chart = (svg) => {
    const frame = svg.getBoundingClientRect();
    const labels = [...svg.querySelectorAll('text')].map((element) => ({
      text: element.textContent,
      box: element.getBoundingClientRect(),
      height: (parseFloat(getComputedStyle(element).fontSize) * frame.width) / svg.viewBox.baseVal.width,
    }));
    const touch = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    const isInside = ({ box }) =>
      box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
    return {
      width: frame.width,
      height: frame.height,
      smallestLetters: Math.min(...labels.map(({ height }) => height)),
      overlaps: labels.flatMap((one, index) =>
        labels
          .slice(index + 1)
          .filter(({ box }) => touch(one.box, box))
          .map(({ text }) => `${one.text} and ${text}`),
      ),
      cutOff: labels.filter((label) => !isInside(label)).map(({ text }) => text),
    };
  };

  return {
    width: document.documentElement.scrollWidth,
    background: getComputedStyle(document.body).backgroundColor,
    contrasts: texts.map(contrastOf),
    charts: [...document.querySelectorAll('svg')].filter(isShown).map(chart),
  };
}

/** Counts the colours of a picture, given as base64 of PNG. */
async function countColors(png) {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  return new Set(new Uint32Array(data.buffer)).size;
}

module.exports = { look, countColors };
