// Typesets a design (design.py): fixed parts, then texts that flow line by line through boxes, so that the true order is
// known whatever the shape of an article. Gives the words of each piece that were set, and each line with its place.
(design) => {
  const body = document.body;
  body.innerHTML = "";
  const sheet = (fixed) => {
    const page = document.createElement("section");
    page.style.cssText = `position:relative;overflow:hidden;width:${design.width}px;height:${design.height}px`;
    page.innerHTML = fixed.join("");
    body.append(page);
    return page;
  };
  const sheets = design.fixed.map(sheet);

  const rulerOf = (flow) => {
    const ruler = document.createElement("div");
    ruler.style.cssText = `position:absolute;visibility:hidden;left:0;top:0;width:${flow.width}px;${flow.style}`;
    body.append(ruler);
    return ruler;
  };

  // The lines that the browser breaks an element's text into: [words, rectangle].
  const linesOf = (element) => {
    const lines = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (let at = 0; at < node.length; at++) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const rects = range.getClientRects();
        const rect = rects[rects.length - 1];
        if (!rect) continue;
        const last = lines[lines.length - 1];
        const shared = last ? Math.min(last.bottom, rect.bottom) - Math.max(last.top, rect.top) : 0;
        if (last && shared > 0.5 * Math.min(last.bottom - last.top, rect.height)) {
          last.words += node.data[at];
          last.left = Math.min(last.left, rect.left);
          last.right = Math.max(last.right, rect.right);
          last.top = Math.min(last.top, rect.top);
          last.bottom = Math.max(last.bottom, rect.bottom);
        } else {
          lines.push({ words: node.data[at], left: rect.left, right: rect.right, top: rect.top, bottom: rect.bottom });
        }
      }
    }
    return lines;
  };

  // How an item breaks, and how high one of its lines (or the whole block) is.
  const measured = (item, ruler) => {
    const part = document.createElement("div");
    part.style.cssText = item.style;
    ruler.append(part);
    let found;
    if (item.block) {
      part.innerHTML = item.block;
      found = { lines: [null], height: part.getBoundingClientRect().height };
    } else {
      part.style.textIndent = `${item.indent}em`;
      part.textContent = item.sentences.join("");
      const lines = linesOf(part);
      found = { lines: lines.map((line) => line.words), height: part.getBoundingClientRect().height / lines.length };
    }
    part.remove();
    return found;
  };

  // Where each line goes: [item, line, box, y]; null where not all fits.
  const placed = (flow, sizes) => {
    const places = [];
    const feet = flow.boxes.map(() => 0);
    let box = 0;
    let y = 0;
    for (let n = 0; n < flow.items.length; n++) {
      const item = flow.items[n];
      const { lines, height } = sizes[n];
      if (y > 0) y += item.before;
      for (let line = 0; line < lines.length; line++) {
        const whole = item.note ? Math.min(lines.length, 4) : 1; // the mark of a note stands in the first lines
        let need = line === 0 ? height * whole + item.note_height : height;
        if (item.keep && line === 0 && n + 1 < flow.items.length) {
          const next = sizes[n + 1];
          need = height * lines.length + flow.items[n + 1].before + next.height * Math.min(2, next.lines.length);
        }
        while (box < flow.boxes.length && y + need > flow.boxes[box].height - feet[box] - (feet[box] ? 6 : 0) + 0.5) {
          box++;
          y = 0;
        }
        if (box >= flow.boxes.length) return null;
        if (line === 0 && item.note) feet[box] += item.note_height;
        places.push([n, line, box, y]);
        y += height;
      }
    }
    return places;
  };

  // Takes the last sentence away, and with it a paragraph or heading that has nothing left to stand for.
  const shorten = (flow, sizes, ruler) => {
    const item = flow.items[flow.items.length - 1];
    item.sentences.pop();
    if (item.sentences.length && !item.keep) {
      sizes[sizes.length - 1] = measured(item, ruler);
      return;
    }
    do {
      flow.items.pop();
      sizes.pop();
    } while (flow.items.length && flow.items[flow.items.length - 1].keep);
  };

  const put = (place, content, style, rank) => {
    const part = document.createElement("div");
    part.dataset.rank = rank;
    part.style.cssText = `position:absolute;left:${place.left}px;${style}`;
    part.innerHTML = content;
    while (sheets.length <= place.page) sheets.push(sheet([]));
    sheets[place.page].append(part);
    return part;
  };

  const setLine = (flow, item, words, place, y, first, last) => {
    const style = `top:${place.top + y}px;width:${flow.width}px;${flow.style};${item.style};`;
    if (item.block) {
      put(place, item.block, style, place.rank);
      return;
    }
    const indent = first ? `text-indent:${item.indent}em;` : "text-indent:0;";
    const part = put(place, "", `${style}white-space:nowrap;${indent}${last ? "" : "text-align-last:justify;"}`, place.rank);
    part.textContent = words;
    part.dataset.piece = item.piece;
  };

  const setNotes = (flow, box, items) => {
    const place = flow.boxes[box];
    let y = place.top + place.height - items.reduce((sum, item) => sum + item.note_height, 0);
    if (items.length) put(place, "", `top:${y - 3}px;width:${flow.width * 0.3}px;height:.7px;background:#444`, place.rank);
    for (const item of items) {
      put(place, item.note, `top:${y}px;width:${flow.width}px;height:${item.note_height}px`, place.rank);
      y += item.note_height;
    }
  };

  const texts = {};
  const used = new Set([0]);
  for (const flow of design.flows) {
    const ruler = rulerOf(flow);
    const sizes = flow.items.map((item) => measured(item, ruler));
    let places = placed(flow, sizes);
    while (!places && flow.items.length) {
      shorten(flow, sizes, ruler);
      places = placed(flow, sizes);
    }
    ruler.remove();
    for (const item of flow.items) texts[item.piece] = item.sentences.join("");
    const notes = flow.boxes.map(() => []);
    for (const [number, line, box, y] of places || []) {
      const item = flow.items[number];
      const lines = sizes[number].lines;
      used.add(flow.boxes[box].page);
      setLine(flow, item, lines[line], flow.boxes[box], y, line === 0, line === lines.length - 1);
      if (line === 0 && item.note) notes[box].push(item);
    }
    notes.forEach((items, box) => setNotes(flow, box, items));
  }

  sheets.filter((_, number) => !used.has(number)).forEach((page) => page.remove());
  const kept = sheets.filter((_, number) => used.has(number));

  const printed = [];
  kept.forEach((page, number) => {
    const origin = page.getBoundingClientRect();
    for (const element of page.querySelectorAll("[data-piece]")) {
      for (const line of linesOf(element)) {
        const box = [line.left - origin.left, line.top - origin.top, line.right - origin.left, line.bottom - origin.top];
        printed.push([Number(element.dataset.piece), line.words, number + 1, box]);
      }
    }
    // The order of the page's content, which is not that of the text where ranks say otherwise.
    const parts = [...page.children].sort((a, b) => (a.dataset.rank || 0) - (b.dataset.rank || 0));
    page.append(...parts);
  });
  return { texts, printed, pages: kept.length };
};
