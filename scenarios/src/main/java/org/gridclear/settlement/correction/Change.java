package org.gridclear.settlement.correction;

/**
 * One value that a correction changed.
 *
 * @param path file
 * @param key what is named, such as {@code M7 forwardMwh}
 * @param field interval, reading or column
 * @param action what was done
 * @param before value before; empty where there was none
 * @param after value now; empty where there is none
 */
public record Change(
    String path, String key, String field, Action action, String before, String after) {}
