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
// An answer takes a second or two; after a minute without one the line is dead.
const SILENCE_MS = 60000;
// What waits for an answer: of each caller, of the search, of the queue of calls.
const lines = new Map();

const callers = new Callers({ owner: words.key, label: words.caller, arrived: words.arrived, restored: prepare });

// Buttons that need a script appear; forms kept from an earlier session get this session's token.
function prepare() {
  busy();
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

async function page(method, address, fields) {
  const query = new URLSearchParams(fields);
  const options = { headers: { Accept: "text/html" }, redirect: "manual", signal: AbortSignal.timeout(SILENCE_MS) };
  const response = method === "post"
    ? await fetch(address, { ...options, method: "POST", body: query })
    : await fetch(address + "?" + query, options);
  if (response.status === 401 || response.type === "opaqueredirect") return signedOut();
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

// One thing after another: a question builds on the answer before it. What already waits is not asked twice.
async function inTurn(line, what, work) {
  const waiting = lines.get(line) ?? [];
  if (waiting.some((each) => each.what === what)) return;
  const before = waiting.at(-1)?.done;
  const own = { what };
  own.done = (async () => { await before; await work(); })();
  lines.set(line, [...waiting, own]);
  busy();
  await own.done;
  lines.set(line, lines.get(line).filter((each) => each !== own));
  busy();
}

function busy() {
  const mine = ["found", "queue", callers.held && callers.at];
  root.toggleAttribute("aria-busy", false);
  if (mine.some((line) => lines.get(line)?.length)) root.setAttribute("aria-busy", "true");
}

function swap(form, submitter) {
  const fields = new FormData(form, submitter);
  const parts = form.dataset.swap.split(" ");
  const asks = parts.includes("answer");
  // Read now: the form may be redrawn before its turn comes.
  const sent = { number: callers.at, method: form.method, address: form.getAttribute("action"), fields, form };
  sent.focus = form.contains(document.activeElement) ? document.activeElement.id : "";
  fields.delete("conversation_id");
  const what = sent.address + "?" + new URLSearchParams(fields);
  inTurn(asks ? sent.number : parts[0], what, () => (asks ? ask(sent) : refresh(sent, parts[0])));
}

async function fetched(sent, id) {
  say(words.working);
  try {
    const found = await page(sent.method, sent.address, sent.fields);
    if (found && !found.getElementById(id)) throw new Error("no page");
    return found;
  } catch {
    const other = callers.held && sent.number !== callers.at;
    say(other ? `${words.caller} ${sent.number}: ${words.lost}` : words.lost);
    return null;
  }
}

// The queue and the passages found belong to no caller.
async function refresh(sent, id) {
  const found = await fetched(sent, id);
  if (!found) return;
  const stayed = [document.body, sent.form].some((each) => each === document.activeElement.closest("form, body"));
  document.getElementById(id).replaceWith(document.adoptNode(found.getElementById(id)));
  if (id === "found" && stayed) document.getElementById("found-title")?.focus();
  prepare();
  callers.keep();
  say("");
}

async function ask(sent) {
  if (!callers.has(sent.number)) return;
  sent.fields.set("conversation_id", callers.conversation(sent.number));
  const found = await fetched(sent, "answer");
  if (!found) return;
  const focused = document.activeElement.id;
  const taken = callers.change(sent.number, (caller) => take(found, sent, caller));
  if (!taken) return;
  if (sent.number !== callers.at) { say(`${words.caller} ${sent.number}: ${words.arrived}`); return; }
  say("");
  focusAfter(focused, sent);
}

// The new answer; whatever else was typed or chosen while it was on its way stays.
function take(found, sent, caller) {
  const said = document.createElement("template");
  said.innerHTML = caller.said;
  const problem = found.querySelector("#said .problem");
  if (problem) {
    said.content.querySelector(".problem")?.remove();
    said.content.append(problem);
    caller.said = said.innerHTML;
    return;
  }
  const before = [...said.content.querySelectorAll(".asked")].map((each) => each.outerHTML).join("");
  caller.said = before + found.getElementById("said").innerHTML;
  for (const id of ["answer", "evidence"]) caller[id] = found.getElementById(id).innerHTML;
  caller.conversation = found.querySelector("#ask [name=conversation_id]").value;
  if (caller.draft === sent.fields.get("message")) caller.draft = "";
  const chip = "slot-" + sent.fields.get("slot");
  if (caller.edits?.[chip] === sent.fields.get("value")) delete caller.edits[chip];
}

// To the answer, unless the agent has gone on to something else meanwhile.
function focusAfter(focused, sent) {
  const control = focused && document.getElementById(focused);
  const unsent = control === box() ? box().value : callers.unsent(focused);
  if (control && (focused !== sent.focus || unsent)) { control.focus(); return; }
  const active = document.activeElement;
  if (!control && active !== document.body && !sent.form.contains(active)) return;
  document.getElementById("answer-title").focus({ preventScroll: matchMedia("(min-width: 60rem)").matches });
}

function report(form, submitter) {
  const fields = new FormData(form, submitter);
  const outcome = fields.get("outcome");
  const ofSite = outcome === "open" || outcome === "closed";
  const body = ofSite
    ? { site_id: fields.get("site_id"), operating_status: outcome }
    : { site_id: fields.get("site_id"), medicine: fields.get("medicine"), status: outcome };
  const choice = submitter.cloneNode(true);
  choice.querySelector("kbd").remove();
  const line = form.parentElement.querySelector(".outcome");
  const number = callers.at;
  const told = (fill) => tell(line, number, body.site_id, fill);
  inTurn("reports", JSON.stringify(body), () => sendReport(body, choice.textContent.trim(), told));
}

async function sendReport(body, chosen, told) {
  try {
    const response = await send(REPORTS, "POST", body);
    if (!response) return;
    const kept = await response.json();
    told((line) => {
      if (!response.ok) { line.textContent = kept.errors?.[0]?.message || kept.detail; return; }
      line.textContent = `${words.reported} ${chosen} `;
      line.append(undo(kept.id));
    });
  } catch {
    told((line) => { line.textContent = words.lost; });
  }
}

// The line under a report, also where its caller was put aside or answered anew meanwhile.
function tell(line, number, site, fill) {
  if (line.isConnected) { fill(line); callers.keep(); return; }
  callers.change(number, (caller) => {
    const part = document.createElement("template");
    part.innerHTML = caller.evidence;
    const place = part.content.querySelector(`[data-report] [name=site_id][value="${CSS.escape(site)}"]`);
    if (!place) return;
    fill(place.closest(".report").querySelector(".outcome"));
    caller.evidence = part.innerHTML;
  });
}

function undo(id) {
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
  callers.keep();
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
