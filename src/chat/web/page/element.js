/** Makes an element. Text is always text: nothing here ever reads markup. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

const looksOf = {
  primary: "utrecht-button utrecht-button--primary-action",
  secondary: "utrecht-button utrecht-button--secondary-action",
  subtle: "utrecht-button utrecht-button--subtle",
};

/** A button of the page itself. */
export function pageButton(text, look, onclick, attributes = {}) {
  return element("button", { type: "button", class: looksOf[look], onclick, ...attributes }, text);
}

/**
 * Makes `parent` hold exactly these items, in this order, touching only what changed: `key` says which is which,
 * `stamp` whether it still looks the same. A focused control keeps the focus, also when its item is drawn anew.
 */
export function keepInStep(parent, items) {
  const known = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  let cursor = parent.firstElementChild;
  for (const { key, stamp, draw } of items) {
    let node = known.get(key);
    known.delete(key);
    if (!node || node.dataset.stamp !== stamp) {
      const drawn = draw();
      drawn.dataset.key = key;
      drawn.dataset.stamp = stamp;
      if (node) {
        if (cursor === node) cursor = drawn;
        replaceKeepingFocus(node, drawn);
      }
      node = drawn;
    }
    if (node === cursor) cursor = cursor.nextElementSibling;
    else parent.insertBefore(node, cursor);
  }
  for (const gone of known.values()) gone.remove();
}

const canFocus = "button, a[href], input, select, textarea, [tabindex]";

function replaceKeepingFocus(old, drawn) {
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  const place = focused ? [...old.querySelectorAll(canFocus)].indexOf(focused) : -1;
  const label = focused?.textContent;
  old.replaceWith(drawn);
  if (!focused) return;
  const now = [...drawn.querySelectorAll(canFocus)];
  const same = now.find((control) => control.textContent === label && label) ?? now[place];
  if (same) {
    same.focus({ preventScroll: true });
    return;
  }
  drawn.tabIndex = -1;
  drawn.focus({ preventScroll: true });
}
