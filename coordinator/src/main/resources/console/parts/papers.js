// What is attached to a post: pictures, voice and video in their place, all else to be fetched.
import { html, nothing } from "lit";

const MIB = 1024 * 1024;
const size = (f, length) => (length < MIB ? `${f.number(length / 1024, 0)} KiB` : `${f.number(length / MIB, 1)} MiB`);

/** What is attached to a post, in its place. */
export function papers(ctx, post) {
  if (!post.papers?.length) return nothing;
  return html`<ul class="bare papers">${post.papers.map((paper) => {
    const address = ctx.api.link(`/forum/posts/${post.number}/papers/${encodeURIComponent(paper.name)}`);
    const kind = paper.media.split("/")[0];
    const shown = kind === "image" ? html`<img src=${address} alt=${paper.name}>` : kind === "audio" ? html`<audio controls preload="none" src=${address} aria-label=${paper.name}></audio>`
      : kind === "video" ? html`<video controls preload="none" src=${address} aria-label=${paper.name}></video>` : nothing;
    return html`<li>${shown} <a download=${paper.name} href=${address}>${paper.name}</a> <small>${size(ctx.f, paper.length)}</small></li>`;
  })}</ul>`;
}

const base64 = (file) => new Promise((done, failed) => {
  const reader = new FileReader();
  reader.onload = () => done(String(reader.result).replace(/^[^,]*,/, ""));
  reader.onerror = () => failed(reader.error);
  reader.readAsDataURL(file);
});

/** Files that somebody chose, Base64 by name. */
export async function encoded(files) {
  const content = {};
  for (const file of files || []) content[file.name] = await base64(file);
  return content;
}
