extension Inspection {
  /// Measures the page that is shown. It gives `problems`, `anchors` and `links`.
  static let script = #"""
    (async () => {
      const problems = [];
      const say = text => problems.push(text);
      const isShown = element => element.getClientRects().length > 0;
      const words = element => element.textContent.trim().replace(/\s+/g, " ").slice(0, 40);

      // Pictures
      for (const image of document.images) image.loading = "eager";
      await Promise.all([...document.images].map(image => image.decode().catch(() => {})));
      for (const image of document.images) {
        const name = image.getAttribute("src");
        if (image.naturalWidth === 0) say(`the picture ${name} isn't there`);
        else if (image.getBoundingClientRect().width < 20) say(`the picture ${name} is too small to be seen`);
        if (!image.hasAttribute("alt")) say(`the picture ${name} has no words beside it`);
        if (image.closest("figure") && !image.alt) say(`the figure ${name} has no words beside it`);
      }

      // Formulas
      for (const formula of document.querySelectorAll("math")) {
        const box = formula.getBoundingClientRect();
        if (isShown(formula.parentElement) && (box.width === 0 || box.height === 0)) say(`a formula has no size: ${words(formula)}`);
      }
      if (/\$[^$\s][^$]*\$/.test(document.body.className === "file" ? "" : [...document.querySelectorAll("main p, main td")]
        .map(part => { const copy = part.cloneNode(true); copy.querySelectorAll("code, math").forEach(code => code.remove()); return copy.textContent; })
        .join("\n"))) say("a formula is still TeX");

      // Width
      const width = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth > width) {
        const culprit = [...document.body.querySelectorAll("*")].find(element => element.getBoundingClientRect().right > width + 1
          && !element.closest(".table, .formula, pre"));
        say(`wider than the window: ${document.documentElement.scrollWidth} pixels, at ${culprit ? culprit.tagName + " " + words(culprit) : "?"}`);
      }

      // Structure
      if (document.documentElement.lang !== "en") say("no language is said");
      if (!document.title) say("no title");
      for (const landmark of ["header", "nav", "main", "footer"])
        if (!document.querySelector(landmark)) say(`no ${landmark}`);
      if (document.querySelectorAll("h1").length !== 1) say(`${document.querySelectorAll("h1").length} headings of level 1`);
      let level = 0;
      for (const heading of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
        const next = Number(heading.tagName[1]);
        if (next > level + 1) say(`the heading "${words(heading)}" leaves out a level`);
        level = next;
      }
      const identities = [...document.querySelectorAll("[id]")].map(element => element.id);
      for (const identity of new Set(identities.filter((id, index) => identities.indexOf(id) !== index)))
        say(`two places are called ${identity}`);
      for (const link of document.links)
        if (!link.textContent.trim() && !link.querySelector("img[alt]:not([alt=''])")) say(`the link to ${link.getAttribute("href")} has no words`);
      if (document.scripts.length > 0) say("there is a script");

      // Contrast
      const parse = color => { const numbers = color.match(/[\d.]+/g).map(Number); return numbers.length < 4 ? [...numbers, 1] : numbers; };
      const luminance = ([red, green, blue]) => {
        const [r, g, b] = [red, green, blue].map(value => value / 255).map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const ground = element => {
        for (let at = element; at; at = at.parentElement) {
          const color = parse(getComputedStyle(at).backgroundColor);
          if (color[3] === 1) return color;
        }
        return [255, 255, 255, 1];
      };
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const told = new Set();
      while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        if (!walker.currentNode.data.trim() || !isShown(element) || element.closest("script, style, annotation")) continue;
        const [light, dark] = [parse(getComputedStyle(element).color), ground(element)].map(luminance).sort((a, b) => b - a);
        const contrast = (light + 0.05) / (dark + 0.05);
        const what = `${element.tagName}.${element.className}`;
        if (contrast < 4.5 && !told.has(what)) {
          told.add(what);
          say(`the contrast of "${words(element)}" is ${contrast.toFixed(2)}`);
        }
      }
      return { problems, anchors: identities, links: [...document.links].map(link => link.href) };
    })()
    """#

  /// Prepares a page for the keyboard, and gives how many places can be reached.
  static let reachable = #"""
    (() => {
      const isShown = element => element.getClientRects().length > 0;
      window.expectedFocus = [...document.querySelectorAll("a[href], summary, button, input, [tabindex='0']")].filter(isShown);
      window.seenFocus = [];
      window.focusFaults = [];
      window.focusProblems = () => {
        const name = element => `${element.tagName} ${element.textContent.trim().slice(0, 40)}`;
        const missed = window.expectedFocus.filter(element => !window.seenFocus.includes(element));
        const order = window.seenFocus.filter(element => window.expectedFocus.includes(element)).map(element => window.expectedFocus.indexOf(element));
        const faults = [...window.focusFaults];
        if (missed.length) faults.push(`${missed.length} places aren't reached, the first is ${name(missed[0])}`);
        if (order.some((place, index) => index && place < order[index - 1])) faults.push("the order isn't the page's");
        if (!window.seenFocus[0] || window.seenFocus[0].getAttribute("href") !== "#content") faults.push("the first place isn't the way to the content");
        return faults;
      };
      return window.expectedFocus.length;
    })()
    """#

  /// Notes what has the focus; gives whether anything new has.
  static let noteFocus = #"""
    (() => {
      const element = document.activeElement;
      if (!element || element === document.body || window.seenFocus.includes(element)) return false;
      window.seenFocus.push(element);
      const style = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) window.focusFaults.push(`no outline around ${element.textContent.trim().slice(0, 40)}`);
      if (box.bottom < 0 || box.top > innerHeight) window.focusFaults.push(`out of sight: ${element.textContent.trim().slice(0, 40)}`);
      return true;
    })()
    """#
}
