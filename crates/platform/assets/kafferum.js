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

  // [data-titles]: while one types, titles are offered below the field; the arrow down leads to them.
  // [data-alike=name]: the same for the field of that name, shown in this element.
  async function offer(path, place) {
    try {
      const answer = await fetch(path);
      place.innerHTML = answer.ok ? await answer.text() : "";
    } catch {
      place.innerHTML = "";
    }
  }
  function soon(act) {
    let timer;
    return () => {
      clearTimeout(timer);
      timer = setTimeout(act, 200);
    };
  }
  function offerTitles(field) {
    const place = document.createElement("div");
    place.className = "titles";
    field.after(place);
    const clear = () => (place.innerHTML = "");
    field.addEventListener("input", soon(() => offer("/search/titles?q=" + encodeURIComponent(field.value), place)));
    field.addEventListener("keydown", (event) => {
      const first = place.querySelector("a");
      if (event.key === "ArrowDown" && first) {
        event.preventDefault();
        first.focus();
      }
    });
    place.addEventListener("keydown", (event) => {
      const links = [...place.querySelectorAll("a")];
      const at = links.indexOf(document.activeElement);
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        (links[at + (event.key === "ArrowDown" ? 1 : -1)] || field).focus();
      }
      if (event.key === "Escape") {
        clear();
        field.focus();
      }
    });
    document.addEventListener("focusin", (event) => {
      if (event.target !== field && !place.contains(event.target)) clear();
    });
  }
  function offerAlike(place) {
    const field = place.closest("form").elements[place.dataset.alike];
    field.addEventListener("input", soon(() => offer("/coffee-room/alike?title=" + encodeURIComponent(field.value), place)));
  }
  function find(event) {
    const fields = [...document.querySelectorAll("#find-q, #top-q")];
    const field = fields.find((field) => field.offsetParent);
    event.preventDefault();
    if (field) field.focus();
    else location.assign("/search");
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return escape();
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    if (event.key === "/") find(event);
    if (event.key === "j") step(1);
    if (event.key === "k") step(-1);
  });

  // [data-print]: print buttons are hidden in the page, since they do nothing without this.
  function printButton(button) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }

  each("form[data-keep]", keep);
  each("[data-titles]", offerTitles);
  each("[data-alike]", offerAlike);
  each("[data-print]", printButton);
  // After a form came back with mistakes, its summary is read first.
  each(".errors", (summary) => summary.focus());
}
