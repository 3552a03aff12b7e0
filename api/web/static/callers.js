// Callers in tabs. What is said stays in this browser tab (sessionStorage) and is dropped at sign-out,
// or when somebody else signs in here.
const STORE = "tideover-callers";
const PARTS = ["said", "answer", "evidence"];

export class Callers {
  constructor({ owner, label, restored }) {
    Object.assign(this, { owner, label, restored });
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

  shown() {
    const parts = Object.fromEntries(PARTS.map((id) => [id, document.getElementById(id).innerHTML]));
    return {
      ...parts,
      conversation: document.querySelector("#ask [name=conversation_id]").value,
      draft: document.getElementById("message").value,
    };
  }

  keep() {
    if (!this.held) return;
    this.held.callers[this.held.at] = this.shown();
    sessionStorage.setItem(STORE, JSON.stringify(this.held));
  }

  put() {
    const caller = this.held.callers[this.held.at];
    for (const id of PARTS) document.getElementById(id).innerHTML = caller[id];
    for (const field of document.querySelectorAll(".console [name=conversation_id]")) field.value = caller.conversation;
    document.getElementById("message").value = caller.draft;
    this.list.replaceChildren(...this.numbers().map((number) => this.tab(number)));
    this.restored();
    this.keep();
  }

  tab(number) {
    const item = document.createElement("li");
    const button = document.createElement("button");
    Object.assign(button, { type: "button", textContent: `${this.label} ${number}` });
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
