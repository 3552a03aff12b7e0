// Callers in tabs. What is said stays in this browser tab (sessionStorage) and is dropped at sign-out,
// or when somebody else signs in here.
const STORE = "tideover-callers";
const PARTS = ["said", "answer", "evidence"];

export class Callers {
  constructor({ owner, label, arrived, restored }) {
    Object.assign(this, { owner, label, arrived, restored });
    this.blank = this.shown();
    this.blank.conversation = "";
    this.list = document.querySelector("#callers ul");
  }

  // Takes up what this tab held; a form that the server gave back goes to the caller on show.
  open() {
    const held = JSON.parse(sessionStorage.getItem(STORE) || "null");
    const given = this.shown();
    this.held = held && held.owner === this.owner ? held : { owner: this.owner, last: 1, at: 1, callers: { 1: given } };
    const back = given.draft || given.answer !== this.blankAnswer();
    if (back && held) this.held.callers[this.held.at] = { ...this.held.callers[this.held.at], ...(given.draft ? { draft: given.draft } : given) };
    this.put();
    addEventListener("pagehide", () => { if (this.held) this.keep(); });
    document.addEventListener("input", () => this.keep());
  }

  blankAnswer() { return this.blank.answer; }

  // The number of the caller on show.
  get at() { return this.held.at; }

  shown() {
    const parts = Object.fromEntries(PARTS.map((id) => [id, document.getElementById(id).innerHTML]));
    return {
      ...parts,
      conversation: document.querySelector("#ask [name=conversation_id]").value,
      draft: document.getElementById("message").value,
      edits: edits(),
    };
  }

  keep() {
    if (!this.held) return;
    this.held.callers[this.held.at] = this.shown();
    sessionStorage.setItem(STORE, JSON.stringify(this.held));
  }

  // What came for a caller goes to that caller, on show or not. False where the tab was closed meanwhile:
  // then it is dropped, for nobody may read one caller's answer to another.
  change(number, mend) {
    if (!this.has(number)) return false;
    this.keep();
    const caller = this.held.callers[number];
    mend(caller);
    if (number === this.held.at) { this.put(); return true; }
    caller.news = true;
    this.tabs();
    this.keep();
    return true;
  }

  conversation(number) {
    if (this.held && number === this.held.at) this.keep();
    return this.held?.callers[number]?.conversation ?? "";
  }

  // Whether this chip of the caller on show holds a change that was not sent.
  unsent(id) { return id in this.held.callers[this.held.at].edits; }

  has(number) { return Boolean(this.held?.callers[number]); }

  put() {
    const caller = this.held.callers[this.held.at];
    caller.news = false;
    for (const id of PARTS) document.getElementById(id).innerHTML = caller[id];
    for (const field of document.querySelectorAll(".console [name=conversation_id]")) field.value = caller.conversation;
    const box = document.getElementById("message");
    if (box.value !== caller.draft) box.value = caller.draft;
    for (const [id, value] of Object.entries(caller.edits ?? {})) {
      const control = document.getElementById(id);
      if (control) control.value = value;
    }
    this.tabs();
    this.restored();
    this.keep();
  }

  tabs() { this.list.replaceChildren(...this.numbers().map((number) => this.tab(number))); }

  tab(number) {
    const item = document.createElement("li");
    const button = document.createElement("button");
    const news = this.held.callers[number].news ? `: ${this.arrived}` : "";
    Object.assign(button, { type: "button", textContent: `${this.label} ${number}${news}` });
    button.dataset.caller = number;
    if (number === this.held.at) button.setAttribute("aria-current", "true");
    item.append(button);
    return item;
  }

  numbers() { return Object.keys(this.held.callers).map(Number).sort((a, b) => a - b); }

  show(number) { this.keep(); this.held.at = number; this.put(); }

  add() {
    this.keep();
    this.held.at = this.held.last += 1;
    this.held.callers[this.held.at] = { ...this.blank, draft: "" };
    this.put();
  }

  close() {
    delete this.held.callers[this.held.at];
    const left = this.numbers();
    if (left.length) { this.held.at = left[0]; this.put(); return; }
    this.held.at = this.held.last += 1;
    this.held.callers[this.held.at] = { ...this.blank, draft: "" };
    this.put();
  }

  step(by) {
    const numbers = this.numbers();
    const next = numbers[numbers.indexOf(this.held.at) + by];
    if (next) this.show(next);
  }

  forget() { this.held = null; sessionStorage.removeItem(STORE); }
}

// Chips that were changed and not yet taken by the server: {id: value}.
function edits() {
  const changed = [...document.querySelectorAll(".chip [name=value]")].filter((each) => each.value !== given(each));
  return Object.fromEntries(changed.map((each) => [each.id, each.value]));
}

function given(control) {
  if (!control.options) return control.defaultValue;
  return [...control.options].find((each) => each.defaultSelected)?.value ?? "";
}
