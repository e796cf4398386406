// A scale: the total as its items are answered, in words; a digit answers the item that has the focus and goes on to the next.

const form = document.querySelector("[data-measure]");
const rows = [...form.querySelectorAll("[data-item]")];
const output = form.querySelector("[data-measure-total]");
const bands = output.dataset.bands.split(";").map((band) => band.split(":"));

function total() {
  const answers = rows.map((row) => row.querySelector("input:checked")?.value);
  const sum = answers.reduce((so_far, answer) => so_far + Number(answer ?? 0), 0);
  const open = answers.filter((answer) => answer === undefined).length;
  if (open) return `${sum} so far, ${open} not answered`;
  const word = bands.findLast(([least]) => sum >= Number(least))[1];
  return `${sum} of ${output.dataset.most}: ${word}`;
}

const say = () => { output.textContent = total(); };

form.addEventListener("change", say);
form.addEventListener("keydown", (event) => {
  const row = event.target.closest("[data-item]");
  const answer = row && !event.ctrlKey && !event.metaKey && !event.altKey && row.querySelector(`input[value="${CSS.escape(event.key)}"]`);
  if (!answer) return;
  event.preventDefault();
  answer.checked = true;
  answer.focus();
  say();
  rows[rows.indexOf(row) + 1]?.querySelector("input").focus();
});
say();
