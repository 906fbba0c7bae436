// What a page of results is about: a case of a run, or a version of a market's day.

/** Where its calls lie, and links to its other pages. */
export function source(ctx) {
  const { id, case: number } = ctx.params;
  if (id !== undefined) {
    const n = number ?? "0";
    return {
      ofRun: true,
      path: (name) => `/runs/${encodeURIComponent(id)}/cases/${encodeURIComponent(n)}/${name}`,
      query: {},
      page: (name, query) => ctx.href(`/${name}/run/${encodeURIComponent(id)}/${encodeURIComponent(n)}`, query),
      go: (name, query) => ctx.go(`/${name}/run/${encodeURIComponent(id)}/${encodeURIComponent(n)}`, query),
    };
  }
  const version = ctx.query.version || "newest";
  const cycle = ctx.query.cycle || undefined;
  return {
    ofRun: false,
    path: (name, other) => `/markets/${ctx.market}/days/${ctx.date}/versions/${encodeURIComponent(other || version)}/${name}`,
    query: { cycle },
    page: (name, query) => ctx.href(`/${name}`, { version: ctx.query.version, cycle, ...query }),
    go: (name, query) => ctx.go(`/${name}`, { version: ctx.query.version, cycle, ...query }),
  };
}

/** The time of a period: 18:00 out of 2026-10-01T18:00+08:00; a label stays as it is. */
export const hour = (time) => (/^\d{4}-\d\d-\d\dT/.test(time) ? time.slice(11, 16) : time);

/** A limit in words: L139, or L139 after L136. */
export const limitName = (limit, after) => (limit.outage ? `${limit.element} ${after} ${limit.outage}` : limit.element);

/** The data of a question, or the refusal where there is nothing: the page says it in its own words. */
export async function orNone(work) {
  try {
    return await work();
  } catch (problem) {
    if (problem.status === 404 || problem.status === 409) return { none: problem };
    throw problem;
  }
}
