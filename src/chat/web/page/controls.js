const narrow = matchMedia("(max-width: 56.249rem)");

/** The controls of the trial: always in sight in a wide window, folded up in a narrow one. */
export function openControls() {
  const controls = document.querySelector("#controls");
  const arrange = () => {
    controls.open = !narrow.matches;
  };
  narrow.addEventListener("change", arrange);
  arrange();
}
