// data-fill="#field" data-fill-value="text": puts the text into the field, and the focus on the field after it.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-fill]");
  if (!button) return;
  const field = document.querySelector(button.dataset.fill);
  field.value = button.dataset.fillValue;
  const fields = [...field.form.querySelectorAll("input:not([type=hidden])")];
  (fields[fields.indexOf(field) + 1] ?? field).focus();
});
