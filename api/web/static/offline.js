// Keeps the last answer on this device, and nowhere else, so that it can be read without a network.
const KEY = "tideover.last-answer";
const notice = document.querySelector("[data-last-answer]");

function held() {
  try { return JSON.parse(localStorage.getItem(KEY)); } catch { return null; }
}

function show() {
  const last = held();
  notice.hidden = !last;
  if (!last) return;
  const when = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
  notice.querySelector("time").textContent = when.format(new Date(last.at));
  const place = notice.querySelector("[data-answer-here]");
  // Markup that our own server made and this page kept; the server escapes every value.
  if (place) place.innerHTML = last.html;
}

document.addEventListener("answered", (event) => {
  const answer = event.detail.cloneNode(true);
  // A reply would go to a conversation that is over by then.
  for (const part of answer.querySelectorAll(".follow-up")) part.remove();
  try {
    localStorage.setItem(KEY, JSON.stringify({ html: answer.outerHTML, at: Date.now() }));
  } catch { /* a full or forbidden store: the answer stays on the page */ }
  show();
});

notice.querySelector("[data-forget]").addEventListener("click", () => {
  localStorage.removeItem(KEY);
  const place = notice.querySelector("[data-answer-here]");
  if (place) place.textContent = "";
  show();
  document.querySelector("h1").focus();
});

show();
if ("serviceWorker" in navigator) {
  navigator.serviceWorker.register("/sw.js?lang=" + document.documentElement.lang).catch(() => {});
}
