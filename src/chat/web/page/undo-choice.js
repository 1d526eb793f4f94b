const said = { nl: "Keuze wissen", en: "Clear choice" };

/**
 * A choice that nobody has to make can be taken back: a button below the radio buttons, there once something is
 * chosen. `group` holds the radio buttons; `label` says which choice it is about.
 */
export function letUndo(group, label) {
  const radios = [...group.querySelectorAll("input[type=radio]")];
  const button = document.createElement("button");
  button.type = "button";
  button.className = "undo-choice";
  button.textContent = document.documentElement.lang === "en" ? said.en : said.nl;
  button.setAttribute("aria-label", `${button.textContent}: ${label}`);
  const show = () => {
    button.hidden = !radios.some((radio) => radio.checked);
  };
  button.addEventListener("click", () => {
    for (const radio of radios) radio.checked = false;
    show();
    radios[0]?.focus();
  });
  group.addEventListener("change", show);
  group.append(button);
  show();
}
