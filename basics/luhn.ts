// The check digit of Swedish identity, organisation, bank giro and OCR numbers (Luhn, modulus 10).

/** The digit that makes `digits` followed by it pass. Weights 2, 1, 2, 1 … from the right, as the digit itself has 1. */
export function luhnDigit(digits: string): number {
  let sum = 0
  for (let i = 0; i < digits.length; i += 1) {
    const doubled = Number(digits.at(-1 - i)) * (i % 2 === 0 ? 2 : 1)
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return (10 - (sum % 10)) % 10
}

export function passesLuhn(digits: string): boolean {
  return /^\d{2,}$/.test(digits) && luhnDigit(digits.slice(0, -1)) === Number(digits.at(-1))
}
