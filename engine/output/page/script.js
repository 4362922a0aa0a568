// Shows where a figure comes from: pointed at, tapped, or reached by Tab and the arrow keys.
(() => {
  const panel = document.getElementById("why");
  let shown = null;
  let leaving = 0;

  const put = (line) => {
    const row = document.createElement("p");
    const text = line.trimStart();
    row.textContent = text;
    row.style.setProperty("--depth", (line.length - text.length) / 2);
    panel.append(row);
  };

  const place = (button) => {
    const at = button.getBoundingClientRect();
    const width = panel.offsetWidth;
    const left = Math.max(12, Math.min(at.right - width, document.documentElement.clientWidth - width - 12));
    const below = at.bottom + panel.offsetHeight + 8 < window.innerHeight || at.top < panel.offsetHeight + 8;
    panel.style.left = left + window.scrollX + "px";
    panel.style.top = (below ? at.bottom + 4 : at.top - panel.offsetHeight - 4) + window.scrollY + "px";
  };

  const hide = () => {
    clearTimeout(leaving);
    if (!shown) return;
    shown.removeAttribute("aria-describedby");
    shown = null;
    panel.hidden = true;
  };

  const show = (button) => {
    clearTimeout(leaving);
    if (shown === button) return;
    hide();
    panel.replaceChildren();
    button.dataset.why.split("\n").forEach(put);
    panel.hidden = false;
    button.setAttribute("aria-describedby", "why");
    shown = button;
    place(button);
  };

  const hideSoon = () => {
    clearTimeout(leaving);
    leaving = setTimeout(hide, 200);
  };

  // One stop for Tab in each table; arrows go on from there.
  const step = (button, key) => {
    const cell = button.closest("td");
    const row = cell.parentElement;
    const buttonsOf = (any) => [...any.querySelectorAll("button.why")];
    const move = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 }[key];
    if (key === "ArrowLeft" || key === "ArrowRight") {
      const here = buttonsOf(row);
      return here[here.indexOf(button) + move];
    }
    const rows = [...row.closest("table").rows].filter((each) => each.querySelector("button.why"));
    const next = rows[rows.indexOf(row) + move];
    if (!next) return undefined;
    const middle = (any) => any.getBoundingClientRect().left + any.getBoundingClientRect().width / 2;
    return buttonsOf(next).sort((a, b) => Math.abs(middle(a) - middle(button)) - Math.abs(middle(b) - middle(button)))[0];
  };

  for (const table of document.querySelectorAll("table")) {
    const buttons = [...table.querySelectorAll("button.why")];
    buttons.forEach((button, at) => (button.tabIndex = at === 0 ? 0 : -1));
    table.addEventListener("keydown", (event) => {
      if (!event.key.startsWith("Arrow") || !event.target.matches("button.why")) return;
      const next = step(event.target, event.key);
      event.preventDefault();
      if (!next) return;
      event.target.tabIndex = -1;
      next.tabIndex = 0;
      next.focus();
    });
  }

  document.addEventListener("mouseover", (event) => {
    const button = event.target.closest("td")?.querySelector("button.why");
    if (button) show(button);
    else if (panel.contains(event.target)) clearTimeout(leaving);
    else if (shown && shown !== document.activeElement) hideSoon();
  });
  document.addEventListener("focusin", (event) => (event.target.matches("button.why") ? show(event.target) : hide()));
  document.addEventListener("focusout", hideSoon);
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button.why");
    if (button) show(button);
    else if (!panel.contains(event.target)) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  window.addEventListener("beforeprint", hide);
})();
