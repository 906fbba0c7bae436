package org.gridclear.web.market.notice;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be published.
 *
 * @param notice title, text, from, to, audience as docs/market-day.md has them
 * @param papers content by name, Base64
 */
record WantedNotice(
    @Nullable Map<String, Object> notice, @Nullable Map<String, @Nullable String> papers) {}
