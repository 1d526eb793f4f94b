/** Is this a citizen service number? Eight or nine digits that pass the 11-test. */
export function isBsn(text: string): boolean {
  const digits = text.replace(/\D/g, "").padStart(9, "0");
  if (digits.length !== 9 || /^0+$/.test(digits) || digits.startsWith("00")) return false;
  const sum = Array.from(digits).reduce(
    (total, digit, i) => total + Number(digit) * (i === 8 ? -1 : 9 - i),
    0,
  );
  return sum % 11 === 0;
}

/** Is this a bank account number? Fifteen to 34 letters and digits that pass modulo 97 (ISO 13616). */
export function isIban(text: string): boolean {
  const iban = text.replace(/[\s.-]/g, "").toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return false;
  let rest = 0;
  for (const letter of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(letter, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
