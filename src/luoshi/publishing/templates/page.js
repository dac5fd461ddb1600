(function () {
  "use strict";
  var root = document.documentElement;
  var by = function (id) { return document.getElementById(id); };
  var lang = by("lang"), printer = by("print");
  var LANG = { zh: "zh-Hans", en: "en" };

  /* Language: remembered where the browser lets a file remember. */
  function speak(which) {
    root.lang = LANG[which];
    if (lang) { lang.textContent = which === "en" ? "中文" : "English"; lang.lang = which === "en" ? "zh-Hans" : "en"; }
  }
  function remembered() { try { return localStorage.getItem("luoshi-lang"); } catch (e) { return null; } }
  if (lang) {
    lang.hidden = false;
    if (remembered() === "en") { speak("en"); }
    lang.addEventListener("click", function () {
      var next = root.lang === "en" ? "zh" : "en";
      speak(next);
      try { localStorage.setItem("luoshi-lang", next); } catch (e) { /* not remembered, still switched */ }
    });
  }
  if (printer) { printer.hidden = false; printer.addEventListener("click", function () { window.print(); }); }

  /* In print everything is open but long lists of undertakings and repetitions. */
  var opened = [];
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details:not([open]):not(.stay)").forEach(function (d) { d.open = true; opened.push(d); });
  });
  window.addEventListener("afterprint", function () {
    opened.forEach(function (d) { d.open = false; });
    opened = [];
  });

  var source = by("source"), text = by("text"), back = by("back"), close = by("close"), live = by("live"), sheets = by("sheets");
  if (!source) { return; }
  var wide = window.matchMedia("(min-width: 1100px)");
  var calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  var pieces = null, origin = null;

  function marked(number) {
    if (!pieces) {
      pieces = {};
      source.querySelectorAll("[data-m]").forEach(function (piece) {
        piece.dataset.m.split(" ").forEach(function (n) { (pieces[n] = pieces[n] || []).push(piece); });
      });
    }
    return pieces[number] || [];
  }
  /* The page on which the words stand, turned up at their line. */
  function turn(own) {
    var mark = own.filter(function (p) { return sheets && sheets.contains(p); })[0];
    if (!mark) { return; }
    sheets.querySelectorAll(".on").forEach(function (e) { e.classList.remove("on"); });
    mark.closest(".sheet").classList.add("on");
    var box = mark.getBoundingClientRect(), frame = sheets.getBoundingClientRect();
    sheets.scrollTo({ top: sheets.scrollTop + box.top - frame.top - sheets.clientHeight * 0.4, left: sheets.scrollLeft + box.left - frame.left - sheets.clientWidth * 0.3 });
  }
  function clear() {
    document.querySelectorAll(".hit,.hot,.from").forEach(function (e) { e.classList.remove("hit", "hot", "from"); });
  }
  function show(number, evidence, from) {
    var own = marked(number);
    if (!own.length) { return false; }
    clear();
    evidence.forEach(function (n) { marked(n).forEach(function (p) { p.classList.add("hit"); }); });
    own.forEach(function (p) { p.classList.add(evidence.length ? "hot" : "hit"); });
    origin = from;
    if (from) { from.classList.add("from"); }
    if (!wide.matches) { source.classList.add("open"); close.hidden = false; }
    back.hidden = !from;
    source.classList.toggle("at", Boolean(from));
    turn(own);
    var first = own.filter(function (p) { return text.contains(p); })[0];
    var top = first.getBoundingClientRect().top - text.getBoundingClientRect().top + text.scrollTop;
    text.scrollTo({ top: Math.max(top - text.clientHeight * 0.38, 0), behavior: calm.matches ? "auto" : "smooth" });
    if (!first.hasAttribute("href")) { first.tabIndex = -1; }
    first.focus({ preventScroll: true });
    var words = evidence.length ? [] : own;
    evidence.forEach(function (n) { words = words.concat(marked(n)); });
    live.textContent = words.filter(function (p) { return text.contains(p); }).map(function (p) { return p.textContent; }).join("");
    try { history.replaceState(null, "", "#m" + number); } catch (e) { /* a file may not */ }
    return true;
  }
  function shut() {
    source.classList.remove("open", "at");
    close.hidden = true;
    back.hidden = true;
  }
  function reveal(target) {
    for (var d = target.closest("details"); d; d = d.parentElement.closest("details")) { d.open = true; }
    target.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
    target.focus({ preventScroll: true });
    target.classList.add("from");
  }
  function home() {
    var to = origin;
    shut();
    if (to) { reveal(to); }
  }
  document.addEventListener("click", function (event) {
    var a = event.target.closest ? event.target.closest("a[href^='#']") : null;
    if (!a || event.metaKey || event.ctrlKey || event.shiftKey) { return; }
    var goal = a.getAttribute("href").slice(1);
    if (/^m\d+$/.test(goal)) {
      var evidence = a.dataset.e ? a.dataset.e.split(" ") : [];
      if (show(goal.slice(1), evidence, a)) { event.preventDefault(); }
    } else if (/^r\d+$/.test(goal) && by(goal)) {
      event.preventDefault();
      clear();
      shut();
      reveal(by(goal));
    } else if (goal === "source" && !wide.matches) {
      clear();
      shut();
    }
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && (origin || source.classList.contains("open"))) { home(); clear(); origin = null; }
  });
  back.addEventListener("click", home);
  close.addEventListener("click", home);
  if (sheets) {
    sheets.classList.add("viewer");
    sheets.querySelector(".sheet").classList.add("on");
  }
  var start = /^#m(\d+)$/.exec(location.hash);
  if (start) {
    var link = document.querySelector("main a[href='#m" + start[1] + "']");
    show(start[1], link && link.dataset.e ? link.dataset.e.split(" ") : [], link);
  }
})();
