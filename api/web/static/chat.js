// Streams answers into the page. Without this file the same forms post the whole page.
const words = document.getElementById("words").dataset;
const thread = document.getElementById("thread");
const composer = document.getElementById("ask");
const box = document.getElementById("message");
const status = document.getElementById("status");
// A section or an event comes every few seconds; after a minute without any the line is dead.
const SILENCE_MS = 60000;
const waiting = new Set();
let turn = Promise.resolve();
let last = "";

// Markup comes only from our own server, which escapes every value.
function element(html) {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  return holder.content.firstElementChild;
}

function asked(text) {
  const line = document.createElement("p");
  const label = document.createElement("span");
  const words_ = document.createElement("bdi");
  line.className = "asked";
  label.className = "hidden";
  label.textContent = words.asked + ": ";
  words_.textContent = text;
  line.append(label, words_);
  return line;
}

async function* events(body) {
  const decoder = new TextDecoder();
  let rest = "";
  for (const reader = body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) return;
    rest += decoder.decode(value, { stream: true });
    const blocks = rest.split("\n\n");
    rest = blocks.pop();
    for (const block of blocks) {
      const name = /^event: (.*)$/m.exec(block);
      const data = /^data: (.*)$/m.exec(block);
      if (name && data) yield [name[1], JSON.parse(data[1])];
    }
  }
}

function failed(text, fields, parts, refused = false) {
  const notice = element('<div class="problem" role="alert"><p></p><button type="button"></button></div>');
  notice.querySelector("p").textContent = text;
  const again = notice.querySelector("button");
  again.textContent = words.again;
  // What was refused is refused again until it is changed.
  if (refused) again.remove();
  again.addEventListener("click", () => { notice.remove(); parts[0].remove(); ask(fields); });
  const message = fields.get("message");
  if (!box.value) box.value = message;
  // What is not in the box stays in sight.
  for (const part of parts) if (part !== parts[0] || box.value === message) part.remove();
  thread.append(notice);
}

// One question after another, each with the conversation as the answer before left it. What already waits
// is not asked twice.
function ask(fields) {
  const message = fields.get("message");
  if (waiting.has(message)) return;
  waiting.add(message);
  const question = asked(message);
  const pending = document.createElement("div");
  thread.append(question, pending);
  status.textContent = words.sending;
  question.scrollIntoView({ block: "start" });
  turn = turn.then(() => send(fields, question, pending)).finally(() => {
    waiting.delete(message);
    if (!waiting.size) status.textContent = "";
  });
}

async function send(fields, question, pending) {
  const control = new AbortController();
  let silence = 0;
  const heard = () => { clearTimeout(silence); silence = setTimeout(() => control.abort(), SILENCE_MS); };
  last = fields.get("message");
  fields.set("conversation_id", composer.elements.conversation_id.value);
  heard();
  try {
    const response = await fetch("/chat", {
      method: "POST", body: new URLSearchParams(fields), signal: control.signal,
      headers: { Accept: "text/event-stream" },
    });
    if (!response.ok) {
      const problem = await response.json();
      const first = problem.errors && problem.errors[0];
      failed(first ? first.message : problem.detail, fields, [question, pending], response.status === 400);
      return;
    }
    let whole = false;
    for await (const [name, data] of events(response.body)) {
      heard();
      if (name === "section") pending.append(element(data.html));
      if (name === "error") { failed(data.detail, fields, [question, pending]); return; }
      if (name === "answer") { whole = true; show(data, pending); }
    }
    if (!whole) throw new Error("cut off");
    if (box.value.trim() === fields.get("message").trim()) box.value = "";
  } catch {
    failed(words.lost, fields, [question, pending]);
  } finally {
    clearTimeout(silence);
  }
}

function show(data, pending) {
  const answer = element(data.html);
  for (const old of thread.querySelectorAll(".follow-up")) old.remove();
  pending.replaceWith(answer);
  for (const field of document.querySelectorAll("input[name=conversation_id]")) field.value = data.conversation_id;
  document.querySelector("label[for=message]").textContent = words.more;
  document.getElementById("hint").hidden = true;
  // Who is typing the next question is left there.
  const typing = document.activeElement === box && box.value.trim() !== last.trim();
  if (!typing) answer.querySelector("h2").focus({ preventScroll: true });
  document.dispatchEvent(new CustomEvent("answered", { detail: answer }));
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("form[data-chat]")) return;
  event.preventDefault();
  const fields = new FormData(form, event.submitter);
  if (!String(fields.get("message")).trim()) return;
  ask(fields);
});

// A draft on its way to the same page in another language; taken up there at once.
const DRAFT = "tideover.draft";
function setAside(text) {
  try { if (text) sessionStorage.setItem(DRAFT, text); } catch { /* a forbidden store: typed again */ }
}
try {
  box.value ||= sessionStorage.getItem(DRAFT) ?? "";
  sessionStorage.removeItem(DRAFT);
} catch { /* a forbidden store held nothing */ }

// Changing the language asks the last question again in it; the conversation and the draft go along.
document.addEventListener("click", (event) => {
  const link = event.target.closest(".languages a");
  if (!link) return;
  if (!last) { setAside(box.value); return; }
  event.preventDefault();
  const form = document.createElement("form");
  form.method = "post";
  form.action = "/chat";
  const fields = {
    message: last, draft: box.value, lang: link.lang,
    conversation_id: composer.elements.conversation_id.value,
  };
  for (const [name, value] of Object.entries(fields)) {
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name, value });
    form.append(field);
  }
  document.body.append(form);
  form.submit();
});

// A source opens when its number is tapped.
document.addEventListener("click", (event) => {
  const marker = event.target.closest("a.marker");
  const source = marker && document.getElementById(decodeURIComponent(marker.hash.slice(1)));
  if (source) source.closest("details").open = true;
});

// With a real keyboard Enter sends and Shift+Enter makes a new line; on a phone Enter is a new line.
const keyboard = matchMedia("(pointer: fine)").matches;
box.addEventListener("keydown", (event) => {
  if (keyboard && event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    composer.requestSubmit();
  }
});
