"use strict";
// Lays the box over the page, and turns keys and buttons into what is sent to the server.
const body = document.body.dataset;

function light() {
  const image = document.querySelector(".paper img");
  const box = document.querySelector(".lit");
  if (!image || !box || !image.naturalWidth) return;
  const points = 72 / Number(image.dataset.dpi);
  const width = image.naturalWidth * points;
  const height = image.naturalHeight * points;
  const [x0, top, x1, bottom] = box.dataset.box.split(" ").map(Number);
  const pad = 3;
  box.style.left = `${((x0 - pad) / width) * 100}%`;
  box.style.top = `${((top - pad) / height) * 100}%`;
  box.style.width = `${((x1 - x0 + 2 * pad) / width) * 100}%`;
  box.style.height = `${((bottom - top + 2 * pad) / height) * 100}%`;
  box.hidden = false;
  box.scrollIntoView({ block: "center" });
}

function typed() {
  const fields = {};
  for (const input of document.querySelectorAll("form [name]")) fields[input.name] = input.value;
  return fields;
}

async function send(action) {
  const answer = await fetch(body.address, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Reportparse-Token": body.token },
    body: JSON.stringify({ action, fields: action === "correct" ? typed() : {} }),
  });
  const result = await answer.json();
  if (answer.ok) window.location.assign(result.next);
  else document.querySelector(".message").textContent = result.error;
}

async function why() {
  const place = document.querySelector(".why");
  place.textContent = "Reading the report again…";
  const answer = await fetch(body.why);
  if (answer.ok) place.innerHTML = await answer.text(); // made and escaped by the server
  else place.textContent = (await answer.json()).error;
}

const keys = {
  a: () => send("accept"),
  c: () => document.querySelector("form [name]").focus(),
  r: () => send("reject"),
  n: () => window.location.assign(body.following),
  p: () => window.location.assign(body.previous),
  q: () => window.location.assign(body.queue),
  w: why,
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = ["INPUT", "SELECT", "TEXTAREA"].includes(event.target.tagName);
  if (event.key === "Escape" && typing) event.target.blur();
  else if (!typing && keys[event.key] && body.queue) {
    const sends = ["a", "r", "c", "w"].includes(event.key);
    if (!sends || body.token) {
      event.preventDefault();
      keys[event.key]();
    }
  }
});

const image = document.querySelector(".paper img");
if (image) {
  if (image.complete) light();
  else image.addEventListener("load", light);
}
const form = document.querySelector("form");
if (form && body.token) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send("correct");
  });
  for (const button of document.querySelectorAll("button[data-key]"))
    button.addEventListener("click", () => keys[button.dataset.key]());
}
