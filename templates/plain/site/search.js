// Search in the archive: every word typed must stand in a row. Texts are set
// as text, never as markup, so that no title can become an element.
(function () {
  "use strict";
  var field = document.getElementById("search");
  var found = document.getElementById("found");
  var list = document.getElementById("issues");
  var up = field.getAttribute("data-up");
  var none = field.getAttribute("data-none");
  var asked = false;

  function folded(text) {
    return text.normalize("NFKC").toLowerCase();
  }

  function load() {
    if (asked) return;
    asked = true;
    var script = document.createElement("script");
    script.src = up + "search-index.js";
    script.onload = show;
    document.head.appendChild(script);
  }

  function element(name, kind, text) {
    var made = document.createElement(name);
    made.className = kind;
    made.textContent = text;
    return made;
  }

  function passage(words, text) {
    var lines = text.split("\n");
    for (var i = 0; i < lines.length; i++) {
      var line = folded(lines[i]);
      if (words.some(function (word) { return line.indexOf(word) >= 0; })) return lines[i];
    }
    return lines[0];
  }

  function show() {
    var words = folded(field.value).split(/\s+/).filter(Boolean);
    found.textContent = "";
    list.hidden = words.length > 0;
    if (!words.length || !window.digestIndex) return;
    var rows = window.digestIndex.filter(function (row) {
      var all = folded(row.slice(1).join("\n"));
      return words.every(function (word) { return all.indexOf(word) >= 0; });
    });
    if (!rows.length) found.appendChild(element("p", "none", none));
    rows.slice(0, 100).forEach(function (row) {
      var link = element("a", "headline", row[3]);
      link.href = up + row[0].split("/").map(encodeURIComponent).join("/");
      var item = element("li", "issue", "");
      item.appendChild(element("span", "when", row[2] + " · " + row[1]));
      item.appendChild(link);
      item.appendChild(element("span", "passage", passage(words, row[4])));
      found.appendChild(item);
    });
  }

  field.addEventListener("focus", load);
  field.addEventListener("input", function () { load(); show(); });
  field.form.addEventListener("submit", function (event) { event.preventDefault(); });
  field.form.hidden = false;
})();
