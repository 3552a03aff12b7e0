// Single keys of the console. They do nothing while somebody types, with Ctrl, Alt or Meta, or when turned off.
const KEYS = {
  "?": "keys", "/": "ask", a: "answer", k: "copy", s: "search", n: "call", c: "new-caller", "[": "before", "]": "after",
};
const TYPING = "input:not([type=checkbox]), textarea, select";

export function keys(actions, on) {
  let choosing = false;   // after "r": the next digit names a place
  let choices = null;     // after that: the next digit is the outcome
  document.addEventListener("keydown", (event) => {
    if (!on.checked || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (event.target.closest(TYPING) || document.querySelector("dialog[open]")) return;
    const digit = /^[1-9]$/.test(event.key);
    if (choices && digit) {
      const choice = [...choices.querySelectorAll("button")].find((each) => each.querySelector("kbd").textContent === event.key);
      choices = null;
      if (choice) { event.preventDefault(); choice.click(); return; }
    }
    if (choosing && digit) {
      choosing = false;
      event.preventDefault();
      choices = actions.report(event.key);
      return;
    }
    choosing = event.key === "r";
    if (!["Tab", "Shift"].includes(event.key)) choices = null;
    const action = KEYS[event.key];
    if (action) { event.preventDefault(); actions[action](); }
  });
}
