// The console without reloads: the same forms, sent in the background; the parts that changed are swapped in.
// Markup comes only from our own server, which escapes every value. Callers live in this tab alone.
import { Callers } from "./callers.js";
import { keys } from "./keys.js";

const root = document.querySelector(".console");
const words = root.dataset;
const live = document.getElementById("live");
const token = () => document.querySelector("form[data-sign-out] [name=csrf]").value;
const box = () => document.getElementById("message");
const REPORTS = "/v1/availability/reports";
let running = null;

const callers = new Callers({ owner: words.key, label: words.caller, restored: prepare });

// Buttons that need a script appear; forms kept from an earlier session get this session's token.
function prepare() {
  for (const button of root.querySelectorAll("[data-copy]")) button.hidden = false;
  for (const field of root.querySelectorAll("input[name=csrf]")) field.value = token();
}

function say(text) {
  live.textContent = "";
  requestAnimationFrame(() => { live.textContent = text; });
}

function signedOut() {
  callers.keep();
  location.assign("/sign-in?next=/agent&ended=1");
}

async function page(form, fields) {
  const query = new URLSearchParams(fields);
  const options = { headers: { Accept: "text/html" }, redirect: "manual" };
  const response = form.method === "post"
    ? await fetch(form.action, { ...options, method: "POST", body: query })
    : await fetch(form.getAttribute("action") + "?" + query, options);
  if (response.status === 401 || response.type === "opaqueredirect") return signedOut();
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

async function swap(form, submitter) {
  const fields = new FormData(form, submitter);
  const parts = form.dataset.swap.split(" ");
  const control = running = {};
  root.setAttribute("aria-busy", "true");
  say(words.working);
  try {
    const found = await page(form, fields);
    if (!found || control !== running) return;
    if (!found.getElementById(parts[0])) throw new Error("no page");
    take(found, parts, form.id === "ask");
    say("");
  } catch {
    say(words.lost);
  } finally {
    if (control === running) root.removeAttribute("aria-busy");
  }
}

function take(found, parts, typed) {
  const before = [...document.querySelectorAll("#said > .asked")];
  for (const id of parts) document.getElementById(id).replaceWith(document.adoptNode(found.getElementById(id)));
  if (parts.includes("answer")) {
    document.getElementById("said").prepend(...before);
    const kept = found.querySelector("#ask [name=conversation_id]").value;
    for (const field of root.querySelectorAll("[name=conversation_id]")) field.value = kept;
    if (typed && !document.querySelector("#said .problem")) box().value = "";
    document.getElementById("answer-title").focus({ preventScroll: matchMedia("(min-width: 60rem)").matches });
  }
  if (parts.includes("found")) document.getElementById("found-title")?.focus();
  prepare();
  callers.keep();
}

async function report(form, submitter) {
  const fields = new FormData(form, submitter);
  const outcome = fields.get("outcome");
  const ofSite = outcome === "open" || outcome === "closed";
  const body = ofSite
    ? { site_id: fields.get("site_id"), operating_status: outcome }
    : { site_id: fields.get("site_id"), medicine: fields.get("medicine"), status: outcome };
  const line = form.parentElement.querySelector(".outcome");
  try {
    const response = await send(REPORTS, "POST", body);
    if (!response) return;
    const told = await response.json();
    if (!response.ok) { line.textContent = told.errors?.[0]?.message || told.detail; return; }
    const choice = submitter.cloneNode(true);
    choice.querySelector("kbd").remove();
    line.textContent = `${words.reported} ${choice.textContent.trim()} `;
    line.append(undo(told.id, line));
  } catch {
    line.textContent = words.lost;
  }
  callers.keep();
}

function undo(id, line) {
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "quiet small", textContent: words.undo });
  button.dataset.withdraw = id;
  return button;
}

async function withdraw(button) {
  const line = button.closest(".outcome");
  const response = await send(`${REPORTS}/${button.dataset.withdraw}`, "DELETE").catch(() => null);
  if (response) line.textContent = response.ok ? words.undone : (await response.json()).detail;
  else say(words.lost);
}

async function send(address, method, body) {
  const headers = { Accept: "application/json", "X-CSRF-Token": token() };
  if (body) headers["Content-Type"] = "application/json";
  const response = await fetch(address, { method, headers, body: body && JSON.stringify(body) });
  if (response.status === 401) { signedOut(); return null; }
  return response;
}

async function copy(id) {
  const text = document.getElementById(id)?.innerText.replace(/\n{2,}/g, "\n").trim();
  if (!text) return;
  await navigator.clipboard.writeText(text);
  say(words.copied);
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.matches("[data-sign-out]")) { callers.forget(); return; }
  if (form.matches("[data-report]")) { event.preventDefault(); report(form, event.submitter); return; }
  if (!form.matches("[data-swap]")) return;
  event.preventDefault();
  swap(form, event.submitter);
});

const actions = {
  "new-caller": () => { callers.add(); box().focus(); },
  "close-caller": () => { callers.close(); box().focus(); },
  keys: () => document.getElementById("keys").showModal(),
  ask: () => box().focus(),
  answer: () => document.getElementById("answer-title").focus(),
  copy: () => copy("aloud"),
  search: () => document.getElementById("q").focus(),
  call: () => document.querySelector("[data-next-call]").requestSubmit(),
  before: () => callers.step(-1),
  after: () => callers.step(1),
  report: (number) => {
    const place = root.querySelector(`[data-place="${number}"] .report`);
    if (!place) return null;
    place.open = true;
    const choices = place.querySelector(".choices");
    choices.querySelector("button").focus();
    return choices;
  },
};

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  const marker = event.target.closest("a.marker");
  if (marker) document.getElementById(marker.hash.slice(1))?.scrollIntoView({ block: "center" });
  if (!button) return;
  if (button.dataset.copy) copy(button.dataset.copy);
  if (button.dataset.do) actions[button.dataset.do]();
  if (button.dataset.caller) callers.show(Number(button.dataset.caller));
  if (button.dataset.withdraw) withdraw(button);
});

// Return sends, Shift+Return makes a new line.
document.addEventListener("keydown", (event) => {
  if (event.target.id !== "message" || event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  if (box().value.trim()) document.getElementById("ask").requestSubmit();
});

document.getElementById("callers").hidden = false;
prepare();
callers.open();
keys(actions, document.getElementById("keys-on"));
