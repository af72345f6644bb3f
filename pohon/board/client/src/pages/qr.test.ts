import { expect, test } from "vitest";
import { gambarQr } from "./qr";

test("an inline SVG becomes the address of a picture", () => {
  expect(decodeURIComponent(gambarQr('<svg viewBox="0 0 9 9"></svg>'))).toBe('data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"></svg>');
  expect(gambarQr('<svg xmlns="x"/>').match(/xmlns/g)).toHaveLength(1);
});
