// Search: all words must occur in a page; pages with them in their titles come first. The pages are in search.js.
const root = document.body.dataset.root;
const box = document.getElementById("search");
const found = document.getElementById("found");
const most = 12;

function find(words) {
  return volansPages
    .map(page => ({ page, title: page.title.toLowerCase(), text: page.text.toLowerCase() }))
    .filter(p => words.every(word => p.title.includes(word) || p.text.includes(word)))
    .map(p => ({ ...p, rank: words.filter(word => p.title.includes(word)).length }))
    .sort((a, b) => b.rank - a.rank)
    .slice(0, most);
}

/** The words around the first hit. */
function excerpt(hit, word) {
  const at = Math.max(0, hit.text.indexOf(word));
  const from = Math.max(0, at - 40);
  return (from > 0 ? "…" : "") + hit.page.text.slice(from, at + 80) + "…";
}

function show() {
  const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
  found.hidden = words.length === 0;
  const hits = words.length ? find(words) : [];
  found.replaceChildren(...hits.map(hit => {
    const link = document.createElement("a");
    link.href = root + hit.page.link;
    link.textContent = hit.page.title;
    const around = document.createElement("span");
    around.textContent = excerpt(hit, words[0]);
    link.append(around);
    return link;
  }));
  if (!hits.length) found.textContent = "No page has all of these words.";
}

box.addEventListener("input", show);
box.form.addEventListener("submit", event => {
  event.preventDefault();
  found.querySelector("a")?.click();
});
document.addEventListener("keydown", event => {
  if (event.key === "Escape") found.hidden = true;
  if (event.key === "/" && document.activeElement !== box) {
    event.preventDefault();
    box.focus();
  }
});
document.addEventListener("click", event => {
  if (!box.form.contains(event.target)) found.hidden = true;
});

// A long navigation shows where the page is in it.
const contents = document.getElementById("contents");
const here = contents.querySelector("[aria-current]");
if (here && contents.scrollHeight > contents.clientHeight) {
  contents.scrollTop = here.offsetTop - contents.clientHeight / 2;
}
