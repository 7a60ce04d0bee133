// Small helps for pages that work without them. No behaviour here is needed for anything.
"use strict";
{
  const each = (selector, act) => document.querySelectorAll(selector).forEach(act);

  // button[data-preview=id]: posts the form to the button's own address, shows the fragment that comes back.
  // When anything goes wrong the form is sent the ordinary way.
  async function preview(button) {
    const form = button.form;
    const place = document.getElementById(button.dataset.preview);
    place.setAttribute("aria-busy", "true");
    try {
      const fields = new FormData(form, button);
      const answer = await fetch(button.formAction, {
        method: "POST",
        headers: { "X-Fragment": "1" },
        body: form.enctype === "multipart/form-data" ? fields : new URLSearchParams(fields),
      });
      if (!answer.ok) throw new Error(answer.status);
      place.innerHTML = await answer.text();
      place.removeAttribute("aria-busy");
      place.scrollIntoView({ block: "nearest" });
    } catch {
      kept.delete(form);
      button.removeAttribute("data-preview");
      form.requestSubmit(button);
    }
  }

  // form[data-keep]: the browser asks before a page with unsent text is left.
  const kept = new Set();
  function keep(form) {
    form.addEventListener("input", () => kept.add(form));
  }
  addEventListener("beforeunload", (event) => {
    if (kept.size) event.preventDefault();
  });

  // A form is sent once; until the answer comes it says that it is busy.
  function sendOnce(event) {
    const form = event.target;
    const button = event.submitter;
    if (event.defaultPrevented) return;
    if (button && button.dataset.preview) {
      event.preventDefault();
      preview(button);
    } else if (form.method !== "post") {
      return;
    } else if (form.getAttribute("aria-busy") === "true") {
      event.preventDefault();
    } else {
      kept.delete(form);
      form.setAttribute("aria-busy", "true");
    }
  }
  document.addEventListener("submit", sendOnce);

  // A page brought back from the browser's memory is not busy any more.
  addEventListener("pageshow", () => each("form[aria-busy]", (form) => form.removeAttribute("aria-busy")));

  // details.menu: closes on Escape (focus goes back to it) and when something else is used.
  function closeMenus(except) {
    each("details.menu[open]", (menu) => {
      if (menu !== except) menu.open = false;
    });
  }
  document.addEventListener("click", (event) => closeMenus(event.target.closest("details.menu")));
  document.addEventListener("focusin", (event) => closeMenus(event.target.closest("details.menu")));
  function escape() {
    const menu = document.querySelector("details.menu[open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  }

  // j and k: the next and the previous post of a thread get the focus.
  function step(by) {
    const posts = [...document.querySelectorAll("[data-thread] article")];
    if (!posts.length) return;
    const here = posts.indexOf(document.activeElement.closest("[data-thread] article"));
    const at = here < 0 ? firstInView(posts, by) : here + by;
    const post = posts[Math.max(0, Math.min(posts.length - 1, at))];
    post.focus({ preventScroll: true });
    post.scrollIntoView({ block: "start" });
  }
  function firstInView(posts, by) {
    const at = posts.findIndex((post) => post.getBoundingClientRect().top >= 0);
    return at < 0 ? posts.length - 1 : by < 0 ? at - 1 : at;
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return escape();
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    if (event.key === "j") step(1);
    if (event.key === "k") step(-1);
  });

  // [data-print]: print buttons are hidden in the page, since they do nothing without this.
  function printButton(button) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }

  each("form[data-keep]", keep);
  each("[data-print]", printButton);
  // After a form came back with mistakes, its summary is read first.
  each(".errors", (summary) => summary.focus());
}
