import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

const server = "http://127.0.0.1:8765";

/** The page of the board: one folder of plain files, served by `pohon board` under a policy without inline code. */
export default defineConfig({
  plugins: [svelte()],
  base: "/",
  build: { outDir: "../page", emptyOutDir: true, target: "es2022", assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { proxy: { "/api": server, "/tema.css": server, "/ws": { target: server, ws: true } } },
});
