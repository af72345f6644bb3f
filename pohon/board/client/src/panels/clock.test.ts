import { expect, test } from "vitest";
import { bacaDetik, sisaDetik, tulisDetik, waktuLalu } from "./clock";

test("durations typed by people", () => {
  expect(bacaDetik("10")).toBe(600);
  expect(bacaDetik("10 menit")).toBe(600);
  expect(bacaDetik("2:30")).toBe(150);
  expect(bacaDetik("90 detik")).toBe(90);
  expect(bacaDetik("1,5 jam")).toBe(5400);
  expect(bacaDetik("sebentar")).toBe(null);
  expect(bacaDetik("0")).toBe(null);
  expect(bacaDetik("999 jam")).toBe(null);
});

test("the timer runs by the server's clock", () => {
  expect(sisaDetik(100_000, 40_000, 0)).toBe(60);
  expect(sisaDetik(100_000, 40_000, 30_000)).toBe(30);
  expect(sisaDetik(100_000, 200_000, 0)).toBe(0);
  expect([tulisDetik(245), tulisDetik(3600), tulisDetik(9)]).toEqual(["4:05", "1:00:00", "0:09"]);
});

test("how long ago", () => {
  const now = new Date(2026, 2, 12, 10, 0).getTime();
  expect(waktuLalu(now - 20_000, now)).toBe("baru saja");
  expect(waktuLalu(now - 300_000, now)).toBe("5 menit lalu");
  expect(waktuLalu(now - 7_200_000, now)).toBe("08.00");
  expect(waktuLalu(now - 86_400_000, now)).toBe("11 Mar 10.00");
});
