package org.gridclear.web.market.forum;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody writes.
 *
 * @param topic number of the topic that it answers; none or 0 for a new one
 * @param title of a new topic
 * @param text what is said
 * @param chapter chapter of the guide that a new topic is about
 * @param papers pictures, voice, video, documents by name, Base64
 */
record WrittenPost(
    @Nullable Long topic,
    @Nullable String title,
    @Nullable String text,
    @Nullable String chapter,
    @Nullable Map<String, @Nullable String> papers) {}
