/** The QR code of the server as the address of a picture: drawn as an image, so nothing in it can become markup. */
export function gambarQr(svg: string): string {
  const named = svg.includes("xmlns=") ? svg : svg.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"');
  return `data:image/svg+xml,${encodeURIComponent(named)}`;
}
