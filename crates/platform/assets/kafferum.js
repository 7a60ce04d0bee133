// Small helps for pages that work without them. No behaviour here is needed for anything.
"use strict";
{
  const each = (selector, act) => document.querySelectorAll(selector).forEach(act);

  // What is typed in a form, without the file, which goes by a button of its own.
  function typed(form, button) {
    const fields = new FormData(form, button);
    fields.delete("file");
    return fields;
  }

  // button[data-preview=id]: posts the form to the button's own address, shows the fragment that comes back.
  // When anything goes wrong the form is sent the ordinary way.
  async function preview(button) {
    const form = button.form;
    const place = document.getElementById(button.dataset.preview);
    place.setAttribute("aria-busy", "true");
    try {
      const fields = typed(form, button);
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

  // button[data-draft=id]: what is typed in its form is kept on the server, every few seconds while one types and when the page is left.
  const PAUSE = 5000;
  function keepDraft(button) {
    const form = button.form;
    const place = document.getElementById(button.dataset.draft);
    let timer, isSent = false;
    async function save() {
      clearTimeout(timer);
      timer = undefined;
      try {
        const answer = await fetch(button.formAction, {
          method: "POST",
          keepalive: true,
          headers: { "X-Fragment": "1" },
          body: new URLSearchParams(typed(form, button)),
        });
        if (!answer.ok || isSent) return;
        place.innerHTML = await answer.text();
        if (!timer) kept.delete(form);
      } catch {
        // The text is still in its field, and the next pause tries again.
      }
    }
    form.addEventListener("input", () => (timer ??= setTimeout(save, PAUSE)));
    form.addEventListener("submit", (event) => {
      if (event.submitter && event.submitter.dataset.preview) return;
      isSent = true;
      clearTimeout(timer);
      timer = undefined;
    });
    addEventListener("pagehide", () => timer && save());
  }

  // A form is sent once; until the answer comes it says that it is busy.
  function sendOnce(event) {
    const form = event.target;
    const button = event.submitter;
    if (event.defaultPrevented) return;
    if (button && button.dataset.preview) {
      event.preventDefault();
      preview(button);
    } else if (button && button.dataset.attach) {
      event.preventDefault();
      if (form.getAttribute("aria-busy") !== "true") attach(button);
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

  // button[data-attach=name]: sends the file alone; it comes into the text of the field of that name where the
  // cursor is. When anything goes wrong the form is sent the ordinary way, and says what.
  async function attach(button) {
    const form = button.form;
    const text = form.elements[button.dataset.attach];
    form.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(form.action, { method: "POST", headers: { "X-Fragment": "1" }, body: new FormData(form, button) });
      if (!answer.ok) throw new Error(answer.status);
      const place = document.createElement("div");
      place.innerHTML = await answer.text();
      const list = place.querySelector("#attached");
      const mark = list.lastElementChild.dataset.mark;
      const before = text.value.slice(0, text.selectionStart).trimEnd();
      const after = text.value.slice(text.selectionEnd).trimStart();
      text.value = [before, mark, after].filter(Boolean).join("\n\n");
      form.querySelector("#attached").replaceWith(list);
      form.elements.file.value = form.elements.description.value = "";
      button.closest("details").open = false;
      text.focus();
      text.selectionStart = text.selectionEnd = text.value.length - (after ? after.length + 2 : 0);
      form.removeAttribute("aria-busy");
    } catch {
      kept.delete(form);
      form.removeAttribute("aria-busy");
      button.removeAttribute("data-attach");
      form.requestSubmit(button);
    }
  }

  // details.attach: a photograph is made smaller before it is sent over the phone's line. A picture that is pasted into
  // the text becomes the file.
  const WIDEST = 1600;
  async function shrink(field) {
    const file = field.files[0];
    if (!file || file.size < 500000 || !/^image\/(?!png|gif|svg)/.test(file.type)) return;
    try {
      const image = await createImageBitmap(file);
      const scale = Math.min(1, WIDEST / image.width);
      const canvas = document.createElement("canvas");
      canvas.width = Math.round(image.width * scale);
      canvas.height = Math.round(image.height * scale);
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.85));
      if (blob && blob.size < file.size) choose(field, new File([blob], "picture.jpg", { type: blob.type }));
    } catch {
      // Sent as it is.
    }
  }
  function choose(field, file) {
    const files = new DataTransfer();
    files.items.add(file);
    field.files = files.files;
  }
  function helpAttach(details) {
    const form = details.closest("form");
    const field = form.elements.file;
    field.addEventListener("change", () => shrink(field));
    form.elements.body.addEventListener("paste", (event) => {
      const file = [...event.clipboardData.files].find((file) => file.type.startsWith("image/"));
      if (!file) return;
      event.preventDefault();
      choose(field, file);
      shrink(field);
      details.open = true;
      form.elements.description.focus();
    });
  }

  // j and k: the next and the previous post of a thread, or entry of a queue, get the focus.
  const STOPS = "[data-thread] article, [data-queue] > li";
  function step(by) {
    const stops = [...document.querySelectorAll(STOPS)];
    if (!stops.length) return;
    const here = stops.indexOf(document.activeElement.closest(STOPS));
    const at = here < 0 ? firstInView(stops, by) : here + by;
    const stop = stops[Math.max(0, Math.min(stops.length - 1, at))];
    stop.focus({ preventScroll: true });
    stop.scrollIntoView({ block: "start" });
  }
  // [data-key]: the key presses it while the focus is in its entry of a queue, or anywhere on a page of one, [data-keys].
  function press(event) {
    const entry = event.target.closest("[data-queue] > li") || document.querySelector("[data-keys]");
    const wanted = entry && entry.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (!wanted || (event.key === "Enter" && event.target !== entry)) return;
    event.preventDefault();
    wanted.click();
  }
  function firstInView(posts, by) {
    const at = posts.findIndex((post) => post.getBoundingClientRect().top >= 0);
    return at < 0 ? posts.length - 1 : by < 0 ? at - 1 : at;
  }

  // [data-titles=sentence]: while one types, titles are offered below the field; the arrow down leads to them.
  // [data-alike=name]: the same for the field of that name, shown in this element.
  // What comes when something else has been asked for since, or the place was cleared, is too late.
  const asked = new WeakMap();
  function ask(place) {
    const number = (asked.get(place) || 0) + 1;
    asked.set(place, number);
    return number;
  }
  async function offer(place, path, body) {
    const number = ask(place);
    let html = "";
    try {
      const answer = await fetch(path, body && { method: "POST", body });
      if (answer.ok) html = await answer.text();
    } catch {
      // Nothing is offered then.
    }
    if (asked.get(place) === number) place.innerHTML = html;
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
    // Who does not see the list hears that there is one; the sentence is the attribute's.
    const status = document.createElement("span");
    status.className = "vh";
    status.setAttribute("role", "status");
    field.after(place, status);
    const say = () => (status.textContent = place.querySelector("a") ? field.dataset.titles : "");
    const clear = () => {
      ask(place);
      place.innerHTML = "";
      say();
    };
    const look = async () => {
      if (document.activeElement !== field) return;
      await offer(place, "/search/titles?q=" + encodeURIComponent(field.value));
      say();
    };
    field.addEventListener("input", soon(look));
    field.addEventListener("keydown", (event) => {
      const first = place.querySelector("a");
      if (event.key === "Escape" && first) {
        // The browser would empty the field, too.
        event.preventDefault();
        clear();
      }
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
    const { _form: token, [place.dataset.alike]: field } = place.closest("form").elements;
    const title = () => new URLSearchParams({ _form: token.value, title: field.value });
    field.addEventListener("input", soon(() => offer(place, "/coffee-room/alike", title())));
  }

  // [data-live=thread][data-last][data-until]: hears how many posts the thread has. New ones are put below where the
  // reader is at the end, else the link [data-news] offers them. The link works by itself.
  function follow(posts) {
    const link = document.querySelector("[data-news]");
    const status = link.nextElementSibling;
    const plain = link.textContent;
    const until = +posts.dataset.until;
    let last = +posts.dataset.last;
    let known = last;
    let showing;
    const show = () => (showing ||= fetchPosts().finally(() => (showing = undefined)));
    async function fetchPosts() {
      const answer = await fetch(posts.dataset.live + "/after/" + last, { headers: { "X-Fragment": "1" } });
      if (!answer.ok || answer.redirected) throw new Error(answer.status);
      const count = posts.children.length;
      posts.insertAdjacentHTML("beforeend", await answer.text());
      if (posts.children[count]) last = +posts.lastElementChild.id.slice(1);
      say();
      return posts.children[count];
    }
    function say() {
      link.toggleAttribute("data-new", known > last);
      link.textContent = known > last ? link.dataset.news.replace("#", known - last) : plain;
    }
    function isAtEnd() {
      const { top, bottom } = link.getBoundingClientRect();
      return bottom > 0 && top < innerHeight && !document.activeElement.closest("form");
    }
    function hear(number) {
      if (number <= known) return;
      known = number;
      say();
      status.textContent = link.textContent;
      if (known <= until && isAtEnd()) show().catch(() => {});
    }
    link.addEventListener("click", async (event) => {
      if (known <= last || known > until) return;
      event.preventDefault();
      try {
        const first = await show();
        if (first) first.focus();
      } catch {
        location.assign(link.href);
      }
    });
    return hear;
  }

  // [data-bell=text][data-quiet=text]: shows how many notices wait.
  function ring(bell, count) {
    let badge = bell.querySelector("b");
    if (!badge) {
      badge = document.createElement("b");
      badge.setAttribute("aria-hidden", "true");
      bell.querySelector("svg").after(badge);
    }
    badge.hidden = !count;
    badge.textContent = count > 99 ? "99+" : count;
    bell.querySelector(".vh").textContent = count ? bell.dataset.bell.replace("#", count) : bell.dataset.quiet;
  }

  // A page that is looked at is told what is new, all on one line, for a browser has few connections. After an answer
  // that is no line (a server that starts, a proxy without one) the browser gives up; the page asks again, ever later.
  const FIRST_WAIT = 2000;
  const LONGEST_WAIT = 300000;
  function listen() {
    const bell = document.querySelector("[data-bell]");
    const posts = document.querySelector("[data-live]");
    const path = (posts ? posts.dataset.live : "") + "/live";
    const hear = { notices: (count) => bell && ring(bell, count) };
    let source, timer;
    let wait = FIRST_WAIT;
    if (posts) hear.thread = follow(posts);
    function close() {
      clearTimeout(timer);
      if (source) source.close();
      source = undefined;
    }
    function open() {
      close();
      if (document.hidden) return;
      source = new EventSource(path);
      source.addEventListener("open", () => (wait = FIRST_WAIT));
      source.addEventListener("error", ({ target }) => {
        if (target !== source || target.readyState !== EventSource.CLOSED) return;
        // Not all at once, when many pages lost the same server.
        timer = setTimeout(open, wait * (1 + Math.random()));
        wait = Math.min(2 * wait, LONGEST_WAIT);
      });
      for (const kind in hear) source.addEventListener(kind, (event) => hear[kind](+event.data));
    }
    if (!bell && !posts) return;
    document.addEventListener("visibilitychange", open);
    addEventListener("pagehide", close);
    addEventListener("pageshow", (event) => event.persisted && open());
    open();
  }

  // form[data-push=key]: asks the browser to take messages for the site, and sends where they go.
  function offerPush(form) {
    if (!("serviceWorker" in navigator) || !("PushManager" in window)) return;
    form.querySelector("[data-push-needs]").hidden = true;
    form.querySelector(".actions").hidden = false;
    form.addEventListener("submit", async (event) => {
      if (form.elements.endpoint.value) return;
      event.preventDefault();
      try {
        await navigator.serviceWorker.register("/service-worker.js");
        const worker = await navigator.serviceWorker.ready;
        const key = { userVisibleOnly: true, applicationServerKey: form.dataset.push };
        const { endpoint, keys } = (await worker.pushManager.subscribe(key)).toJSON();
        form.elements.public_key.value = keys.p256dh;
        form.elements.auth.value = keys.auth;
        form.elements.endpoint.value = endpoint;
        form.requestSubmit();
      } catch {
        form.querySelector("[role=alert]").hidden = false;
      }
    });
  }

  function find(event) {
    const fields = [...document.querySelectorAll("#find-q, #top-q")];
    const field = fields.find((field) => field.offsetParent);
    event.preventDefault();
    // Where there is room for the lens alone, it leads there; a form may be half filled in.
    (field || document.querySelector(".to-search")).focus();
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return escape();
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    // [data-no-keys]: single letters do nothing on this device.
    if (event.key.length === 1 && "noKeys" in document.body.dataset) return;
    if (event.key === "/") find(event);
    if (event.key === "j") step(1);
    if (event.key === "k") step(-1);
    press(event);
  });

  // [data-moved]: an old address whose posts stand elsewhere leads on, each number to its post.
  function leadOn(list) {
    const item = location.hash && document.getElementById(location.hash.slice(1));
    const link = item && list.contains(item) ? item.querySelector("a") : document.querySelector(".head .btn");
    if (link) location.replace(link.href);
  }

  // [data-print]: print buttons are hidden in the page, since they do nothing without this.
  function printButton(button) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }

  each("form[data-keep]", keep);
  each("[data-titles]", offerTitles);
  each("[data-alike]", offerAlike);
  each("[data-push]", offerPush);
  listen();
  each("[data-print]", printButton);
  each("[data-draft]", keepDraft);
  each("[data-moved]", leadOn);
  each("details.attach", helpAttach);
  // After a form came back with mistakes, its summary is read first.
  each(".errors", (summary) => summary.focus());
}
